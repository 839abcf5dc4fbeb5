package io.omerta.sim.economics.society;

/** Who lives in a society, and what they do day by day. Holds no state that belongs to a run. */
public interface Script {
    /** Machine name, as scenarios write it. */
    String name();

    /** The first inhabitants join. */
    void begin(Society society);

    /** What everyone does on a day, from 0. */
    void day(Society society, int day);
}
