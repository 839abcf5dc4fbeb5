package io.omerta.sim.economics.study;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.VirtualTime;

/**
 * Runs a model in equal steps on the kernel: step s begins at s times the length of one. What a step says about its outcome
 * becomes part of the trace, so that runs that differ in any step have different trace hashes.
 */
public final class StepLoop {
    private final EventKernel kernel;
    private final long stepNanos;
    private final int steps;
    private final Step step;
    private final int type;
    private int completed;
    private boolean finished;

    /** What happens in one step. */
    @FunctionalInterface
    public interface Step {
        /**
         * @param step from 0
         * @return a digest of the state that the step leaves behind, such as the bits of a sum over all identities
         */
        long run(int step);
    }

    /**
     * @param name name of the events in the trace, such as "hour"
     * @param stepNanos length of one step, at least 1
     * @param steps how many there are, at least 1
     * @throws IllegalArgumentException if there are none, or more than virtual time holds
     */
    public StepLoop(EventKernel kernel, String name, long stepNanos, int steps, Step step) {
        if (stepNanos < 1 || steps < 1 || steps > EventKernel.MAX_TIME_NANOS / stepNanos) {
            throw new IllegalArgumentException("a run of " + steps + " steps of " + stepNanos
                    + " ns is not possible: a step has at least 1 ns, and all together have at most "
                    + EventKernel.MAX_TIME_NANOS + " ns");
        }
        this.kernel = kernel;
        this.stepNanos = stepNanos;
        this.steps = steps;
        this.step = step;
        this.type = kernel.eventType(name, (target, source, digest, index, unused, body) -> pass((int) index));
    }

    /**
     * Day by day.
     *
     * @throws IllegalArgumentException if there are no days, or more than virtual time holds
     */
    public static StepLoop days(EventKernel kernel, int days, Step step) {
        return new StepLoop(kernel, "day", VirtualTime.DAY, days, step);
    }

    /** Schedules the first step; the others follow. */
    public void start() {
        schedule(0, 0);
    }

    /** Steps that are over. */
    public int completed() {
        return completed;
    }

    public boolean finished() {
        return finished;
    }

    private void schedule(int index, long digest) {
        kernel.schedule(index * stepNanos, EventKernel.CONTROL, type, 0, digest, index, 0, null);
    }

    /** What follows the last step only carries its digest into the trace. */
    private void pass(int index) {
        if (index == steps) {
            finished = true;
            return;
        }
        long digest = step.run(index);
        completed = index + 1;
        schedule(completed, digest);
    }
}
