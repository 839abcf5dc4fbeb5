package io.omerta.sim.record;

/** The three-valued result of a check. */
public enum Outcome {
    /** The property was checked and held. */
    HELD,
    /** The property was checked and did not hold. */
    VIOLATED,
    /** Too little was observed to say. */
    INCONCLUSIVE
}
