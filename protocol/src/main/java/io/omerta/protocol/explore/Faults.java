package io.omerta.protocol.explore;

/**
 * How many faults a run may still have.
 *
 * @param drops messages that the network loses
 * @param duplicates messages that it delivers twice; the replay window of admission is not modelled, so that a machine
 *     that a repetition harms is found even if admission would protect it
 * @param crashes of a machine, which then restarts from its journal: it has lost what was on its way to it, and what it
 *     was about to send
 * @param lies messages that byzantine members send at their own discretion
 */
public record Faults(int drops, int duplicates, int crashes, int lies) {
    public static final Faults NONE = new Faults(0, 0, 0, 0);

    public Faults {
        if (drops < 0 || duplicates < 0 || crashes < 0 || lies < 0) {
            throw new IllegalArgumentException("budgets of faults are at least 0, but are " + drops + " drops, "
                    + duplicates + " duplicates, " + crashes + " crashes and " + lies + " lies");
        }
    }

    Faults withoutDrop() {
        return new Faults(drops - 1, duplicates, crashes, lies);
    }

    Faults withoutDuplicate() {
        return new Faults(drops, duplicates - 1, crashes, lies);
    }

    Faults withoutCrash() {
        return new Faults(drops, duplicates, crashes - 1, lies);
    }

    Faults withoutLie() {
        return new Faults(drops, duplicates, crashes, lies - 1);
    }
}
