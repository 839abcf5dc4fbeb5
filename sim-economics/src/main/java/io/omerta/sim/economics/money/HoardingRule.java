package io.omerta.sim.economics.money;

/** Whom it counts as hoarding against that coins leave him slowly. */
public enum HoardingRule {
    /** Only purchases count: one who never buys hoards without limit. */
    PURCHASES,
    /** Whatever leaves an account counts; a ring that passes its coins round seems to spend them. */
    OUTFLOW
}
