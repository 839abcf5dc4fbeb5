package io.omerta.sim.economics.trust;

/**
 * The constants of the trust model. Times are days, trust is a pure number.
 *
 * @param ageRate trust that a day of age adds in the long run
 * @param ageTau how long an identity takes to come near that rate, days
 * @param ageMaturity age from which trust is no longer derated, days
 * @param baseCredit trust for one hour of a resource of weight 1, perfectly verified
 * @param transactionTau e-folding time of the credit of a transaction, days
 * @param passQuality verification score from which a transaction earns credit
 * @param failurePenalty trust lost for one hour of weight 1 for each unit of score below {@code passQuality}
 * @param assertionTau e-folding time of an assertion, days
 * @param assertionResidual part of an assertion that never decays
 * @param unsupportedFactor what an assertion without evidence counts
 * @param credibilityReference trust at which the word of an identity counts fully
 * @param wrongAssertionPenalty trust lost for each unit of an assertion that later trade contradicts
 * @param solverPrecision largest change of any trust at which the fixed point counts as found
 * @param solverIterations after so many it counts as found in any case
 */
public record TrustParameters(
        double ageRate,
        double ageTau,
        double ageMaturity,
        double baseCredit,
        double transactionTau,
        double passQuality,
        double failurePenalty,
        double assertionTau,
        double assertionResidual,
        double unsupportedFactor,
        double credibilityReference,
        double wrongAssertionPenalty,
        double solverPrecision,
        int solverIterations) {
    /** The constants of the published programs. */
    public static final TrustParameters PUBLISHED =
            new TrustParameters(0.01, 30, 90, 0.1, 365, 0.7, 0.5, 90, 0.1, 0.5, 100, 0.5, 0.001, 100);

    public TrustParameters {
        positive("ageTau", ageTau);
        positive("ageMaturity", ageMaturity);
        positive("transactionTau", transactionTau);
        positive("assertionTau", assertionTau);
        positive("credibilityReference", credibilityReference);
        positive("solverPrecision", solverPrecision);
        notNegative("ageRate", ageRate);
        notNegative("baseCredit", baseCredit);
        notNegative("failurePenalty", failurePenalty);
        notNegative("wrongAssertionPenalty", wrongAssertionPenalty);
        fraction("passQuality", passQuality);
        fraction("assertionResidual", assertionResidual);
        fraction("unsupportedFactor", unsupportedFactor);
        if (solverIterations < 1) {
            throw new IllegalArgumentException("solverIterations must be at least 1, not " + solverIterations);
        }
    }

    private static void positive(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be above 0, not " + value);
        }
    }

    private static void notNegative(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be at least 0, not " + value);
        }
    }

    private static void fraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1, not " + value);
        }
    }

    public TrustParameters withTransactionTau(double days) {
        return new TrustParameters(
                ageRate,
                ageTau,
                ageMaturity,
                baseCredit,
                days,
                passQuality,
                failurePenalty,
                assertionTau,
                assertionResidual,
                unsupportedFactor,
                credibilityReference,
                wrongAssertionPenalty,
                solverPrecision,
                solverIterations);
    }
}
