package io.omerta.sim.economics.market.posted;

/** What a job costs that may be broken off and goes on from a checkpoint. */
final class Checkpoints {
    private Checkpoints() {}

    /**
     * Hours to pay for per job, in expectation: on a broken job half an interval between checkpoints is lost.
     *
     * @param hours length of the job
     * @param completion probability that it is not broken off, above 0
     * @param interval hours between checkpoints
     */
    static double expectedHours(double hours, double completion, double interval) {
        return hours + (1 / completion - 1) * interval / 2;
    }
}
