package io.omerta.sim.economics.study;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.VirtualTime;

/**
 * Runs a model day by day on the kernel: day d begins at d times 24 hours of virtual time. What a day says about its outcome
 * becomes part of the trace, so that runs that differ in any day have different trace hashes.
 */
public final class DayLoop {
    private final EventKernel kernel;
    private final int days;
    private final Day step;
    private final int type;
    private int completed;
    private boolean finished;

    /** What happens on one day. */
    @FunctionalInterface
    public interface Day {
        /**
         * @param day from 0
         * @return a digest of the state that the day leaves behind, such as the bits of a sum over all identities
         */
        long run(int day);
    }

    /**
     * @param days how many there are, at least 1
     * @throws IllegalArgumentException if there are none, or more than virtual time holds
     */
    public DayLoop(EventKernel kernel, int days, Day step) {
        if (days < 1 || days > EventKernel.MAX_TIME_NANOS / VirtualTime.DAY) {
            throw new IllegalArgumentException(
                    "a run has 1 to " + EventKernel.MAX_TIME_NANOS / VirtualTime.DAY + " days, not " + days);
        }
        this.kernel = kernel;
        this.days = days;
        this.step = step;
        this.type = kernel.eventType("day", (target, source, digest, day, unused, body) -> pass((int) day));
    }

    /** Schedules the first day; the others follow. */
    public void start() {
        schedule(0, 0);
    }

    /** Days that are over. */
    public int completed() {
        return completed;
    }

    public boolean finished() {
        return finished;
    }

    private void schedule(int day, long digest) {
        kernel.schedule(day * VirtualTime.DAY, EventKernel.CONTROL, type, 0, digest, day, 0, null);
    }

    /** What follows the last day only carries its digest into the trace. */
    private void pass(int day) {
        if (day == days) {
            finished = true;
            return;
        }
        long digest = step.run(day);
        completed = day + 1;
        schedule(completed, digest);
    }
}
