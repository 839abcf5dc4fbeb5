package io.omerta.sim.economics.trust;

/** What age does for trust. */
public enum AgeRule {
    /** Every day adds a little: the rule of the published programs. */
    ADDS {
        @Override
        double added(TrustParameters parameters, int ageDays, boolean provided) {
            double tau = parameters.ageTau();
            double days = ageDays - (1 - StrictMath.exp(-ageDays / tau)) / (1 - StrictMath.exp(-1 / tau));
            return parameters.ageRate() * days * (provided ? 1 : IDLE_FACTOR);
        }

        @Override
        double factor(TrustParameters parameters, int ageDays) {
            return 1;
        }
    },
    /** What was earned counts only in part until the identity is old enough: the documented rule. */
    DERATES {
        @Override
        double added(TrustParameters parameters, int ageDays, boolean provided) {
            return 0;
        }

        @Override
        double factor(TrustParameters parameters, int ageDays) {
            return Math.min(1, ageDays / parameters.ageMaturity());
        }
    };

    private static final double IDLE_FACTOR = 0.5;

    /** Trust that age gives by itself. */
    abstract double added(TrustParameters parameters, int ageDays, boolean provided);

    /** What is left at an age of what was earned otherwise, from 0 to 1. */
    abstract double factor(TrustParameters parameters, int ageDays);
}
