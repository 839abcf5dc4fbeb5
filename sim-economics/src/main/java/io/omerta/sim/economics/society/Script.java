package io.omerta.sim.economics.society;

import java.util.List;

/** Who lives in a society, and what they do day by day. Holds no state that belongs to a run. */
public interface Script {
    /** Machine name, as scenarios write it. */
    String name();

    /** The roles that there are at some time; a study measures these. */
    default List<Role> roles() {
        return List.of(Role.CONSUMER, Role.PROVIDER, Role.ATTACKER);
    }

    /** The first inhabitants join. */
    void begin(Society society);

    /** What everyone does on a day, from 0. */
    void day(Society society, int day);
}
