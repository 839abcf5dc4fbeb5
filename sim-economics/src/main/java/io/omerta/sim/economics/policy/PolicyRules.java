package io.omerta.sim.economics.policy;

/**
 * How eager the controller is.
 *
 * @param dampening part of the error that one step corrects
 * @param maxChange largest relative change of a lever in one step
 * @param intervalDays days between two changes
 */
public record PolicyRules(double dampening, double maxChange, int intervalDays) {
    public static final PolicyRules CONSERVATIVE = new PolicyRules(0.1, 0.02, 14);
    public static final PolicyRules MODERATE = new PolicyRules(0.3, 0.05, 7);
    public static final PolicyRules AGGRESSIVE = new PolicyRules(0.5, 0.10, 3);

    public PolicyRules {
        if (!(dampening > 0 && dampening <= 1 && maxChange > 0 && maxChange < 1 && intervalDays >= 1)) {
            throw new IllegalArgumentException("a policy has a dampening in (0, 1], a largest change in (0, 1) and an"
                    + " interval of at least 1 day, not " + dampening + ", " + maxChange + " and " + intervalDays);
        }
    }
}
