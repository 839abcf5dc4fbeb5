package io.omerta.sim.economics.society;

import io.omerta.sim.economics.policy.Indicators;
import io.omerta.sim.economics.policy.Levers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was measured on each day. */
final class SocietyHistory {
    /** What is measured, one number a day; 0 or NaN where there is nothing to measure. */
    enum Series {
        GINI,
        VERIFICATION_FAILURE,
        HOARDING,
        CLUSTERS,
        SUPPLY,
        MINTED,
        BURNT,
        PAYMENT_K,
        TRANSFER_K,
        ISOLATION_THRESHOLD,
        TRANSACTION_TAU
    }

    private final int days;
    private final Map<Series, double[]> series = new EnumMap<>(Series.class);
    private final Map<Role, double[]> trust = new EnumMap<>(Role.class);

    SocietyHistory(int days) {
        this.days = days;
        for (Series each : Series.values()) {
            series.put(each, unknown(days));
        }
        for (Role role : Role.values()) {
            trust.put(role, unknown(days));
        }
    }

    private static double[] unknown(int days) {
        double[] values = new double[days];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    void record(int day, Society society, Indicators today, Levers levers) {
        int hoarders = 0;
        double supply = 0;
        for (int i = 0; i < society.size(); i++) {
            hoarders += society.coins().isHoarding(i) ? 1 : 0;
            supply += society.coins().balance(i);
        }
        of(Series.GINI)[day] = today.gini();
        of(Series.VERIFICATION_FAILURE)[day] = today.verificationFailure();
        of(Series.HOARDING)[day] = (double) hoarders / society.size();
        of(Series.CLUSTERS)[day] = today.clusterPrevalence();
        of(Series.SUPPLY)[day] = supply;
        of(Series.MINTED)[day] = society.coins().minted();
        of(Series.BURNT)[day] = society.coins().burnt();
        of(Series.PAYMENT_K)[day] = levers.paymentK();
        of(Series.TRANSFER_K)[day] = levers.transferK();
        of(Series.ISOLATION_THRESHOLD)[day] = levers.isolationThreshold();
        of(Series.TRANSACTION_TAU)[day] = levers.transactionTau();
        for (Role role : Role.values()) {
            trust(role)[day] = mean(society, society.members(role));
        }
    }

    private static double mean(Society society, List<Integer> members) {
        double sum = 0;
        for (int member : members) {
            sum += society.trust(member);
        }
        return members.isEmpty() ? Double.NaN : sum / members.size();
    }

    int days() {
        return days;
    }

    /** One value for each day, NaN for those that have not been. */
    double[] of(Series which) {
        return series.getOrDefault(which, NOTHING);
    }

    /** Mean trust of a role on each day, NaN while it has no members. */
    double[] trust(Role role) {
        return trust.getOrDefault(role, NOTHING);
    }

    private static final double[] NOTHING = {};
}
