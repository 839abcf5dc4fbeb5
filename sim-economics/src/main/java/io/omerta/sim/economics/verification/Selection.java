package io.omerta.sim.economics.verification;

/** How a panel is chosen. */
public enum Selection {
    /**
     * The best scores, trust over 1 + panels shared with others before; as published, the chooser is made anew for each panel
     * and so remembers none: the most trusted sit on every panel.
     */
    BEST_SCORE_FORGETTING,

    /** The best scores, with the panels shared before remembered, as the rule intends. */
    BEST_SCORE,

    /** At random without replacement, with trust as weight. */
    WEIGHTED_RANDOM,

    /** At random without replacement, all alike. */
    UNIFORM_RANDOM
}
