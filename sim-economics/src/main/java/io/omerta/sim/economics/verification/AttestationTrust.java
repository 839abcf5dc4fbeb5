package io.omerta.sim.economics.verification;

/**
 * What the verdict of a panel does to the trust of a provider, under the published rule: by the resources attested, the margin
 * of the vote, the standing of the panel and the age of the verdict.
 */
final class AttestationTrust {
    private static final double CREDIT = 0.1;
    private static final double PENALTY = 0.5;
    private static final double CORES = 4;
    private static final double PASS_FACTOR = 1.2;
    private static final double FAIL_FACTOR = 2;
    private static final double INCONCLUSIVE_FACTOR = 0.5;
    private static final double TAU_DAYS = 365;
    private static final double LEAST_WEIGHT = 0.01;

    private AttestationTrust() {}

    /** What a panel finds. */
    enum Verdict {
        PASS,
        FAIL,
        INCONCLUSIVE
    }

    /** By the larger number of votes; a tie decides nothing. */
    static Verdict verdict(int pass, int fail) {
        return pass > fail ? Verdict.PASS : fail > pass ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    /**
     * Trust gained, negative if lost.
     *
     * @param margin of the vote: the difference of the votes over their number, from 0 to 1
     * @param panelWeight from {@link #panelWeight}
     */
    static double change(
            Verdict verdict, double cores, double hours, double margin, double panelWeight, double ageDays) {
        double amount = cores / CORES * hours;
        double base =
                switch (verdict) {
                    case PASS -> CREDIT * amount * PASS_FACTOR * margin;
                    case FAIL -> -PENALTY * amount * FAIL_FACTOR * margin;
                    case INCONCLUSIVE -> CREDIT * amount * INCONCLUSIVE_FACTOR;
                };
        return base * panelWeight * StrictMath.exp(-ageDays / TAU_DAYS);
    }

    /** Geometric mean over the panel of the root of trust times accuracy, each at least .01. */
    static double panelWeight(double[] trust, double[] accuracy) {
        double logs = 0;
        for (int i = 0; i < trust.length; i++) {
            logs += StrictMath.log(Math.max(LEAST_WEIGHT, StrictMath.sqrt(trust[i]) * accuracy[i]));
        }
        return StrictMath.exp(logs / trust.length);
    }
}
