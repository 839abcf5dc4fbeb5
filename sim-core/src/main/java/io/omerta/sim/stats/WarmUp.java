package io.omerta.sim.stats;

/** What a truncation rule says about the start of a series. */
public sealed interface WarmUp {
    /**
     * The start is to be deleted.
     *
     * @param observations how many to delete from the front; 0 if the series begins in its steady state
     */
    record Delete(int observations) implements WarmUp {}

    /**
     * The series does not show where the warm-up ends, or too little of it would remain. Run longer.
     *
     * @param observations length of the series
     */
    record TooShort(int observations) implements WarmUp {}
}
