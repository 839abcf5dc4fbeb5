package io.omerta.sim.economics.failure;

/**
 * An attack on a {@link Market}. Holds no state that belongs to a run.
 *
 * <p>The published results give outcomes of nine attacks, but their programs judged success by a rule of each one's own that
 * the description does not give; {@link #published} is a reading of that rule from its remarks.
 */
public interface Attack {
    /** Machine name. */
    String name();

    /** How long it takes. */
    int days();

    /** The identities that the attacker needs join; the first of them is the one with a machine to sell. */
    void begin(Market market);

    /** What the attacker does on a day, from 0. */
    void day(Market market, int day);

    /** Whether the rule that the published program seems to have used calls it a success at the end. */
    boolean published(Market market);
}
