package io.omerta.sim.economics.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whether it pays to be several, and where the formulas say that it does. */
class SplittingTest {
    private static final TrustParameters PARAMETERS = TrustParameters.PUBLISHED;
    private static final int DAYS = 200;

    /** Trust in all of one who does the same work under several identities, of which later ones join later. */
    private static double trust(int identities, double worstQuality, AgeRule rule, RandomStreams streams) {
        RandomStream work = streams.stream("work");
        RandomStream split = streams.stream("split");
        TrustRecord record = new TrustRecord(PARAMETERS);
        int customer = record.join();
        record.join();
        for (int day = 0; day < DAYS; day++) {
            if (record.size() <= identities && split.nextBernoulli(0.2)) {
                record.join();
            }
            if (work.nextBernoulli(0.5)) {
                int seller = 1 + split.nextInt(record.size() - 1);
                double quality = worstQuality + (1 - worstQuality) * work.nextDouble();
                record.trade(new Trade(customer, seller, 1 + work.nextDouble(), 4, quality));
            }
            record.nextDay();
        }
        double[] trust = solve(record, rule);
        return Arrays.stream(trust, 1, record.size()).sum();
    }

    private static double[] solve(TrustRecord record, AgeRule rule) {
        double[] weights = new double[record.size()];
        Arrays.fill(weights, 1);
        return new TrustSolver(PARAMETERS, rule).solve(record, weights);
    }

    @SeededTest(seeds = 30)
    void splittingGoodWorkAtRandomNeverPaysWhereAgeDerates(RandomStreams streams) {
        int identities = 2 + streams.stream("test").nextInt(20);
        double whole = trust(1, 0.7, AgeRule.DERATES, streams);
        double split = trust(identities, 0.7, AgeRule.DERATES, streams);
        assertTrue(split <= whole + 1e-9, identities + " identities have " + split + " in all instead of " + whole);
    }

    /** The control: each identity grows old by itself. */
    @SeededTest(seeds = 5)
    void splittingGoodWorkPaysWhereAgeAdds(RandomStreams streams) {
        assertTrue(trust(20, 0.7, AgeRule.ADDS, streams) > trust(1, 0.7, AgeRule.ADDS, streams));
    }

    /** A counterexample: trust has a floor, so that what is lost with one of several identities is lost only once. */
    @SeededTest(seeds = 5)
    void splittingBadWorkPaysUnderEitherRule(RandomStreams streams) {
        for (AgeRule rule : AgeRule.values()) {
            assertTrue(trust(20, 0, rule, streams) > trust(1, 0, rule, streams), rule.name());
        }
    }

    /** Trust of a victim whom customers of a given trust accuse. */
    private static double accused(int accusers, double salesOfEach) {
        TrustRecord record = new TrustRecord(PARAMETERS);
        int victim = record.join();
        int buyer = record.join();
        record.trade(new Trade(buyer, victim, 100, 10, 0.8));
        for (int i = 0; i < accusers; i++) {
            int accuser = record.join();
            if (salesOfEach > 0) {
                record.trade(new Trade(buyer, accuser, salesOfEach, 10, 1));
            }
            record.assertion(accuser, victim, -1, true);
        }
        for (int day = 0; day < 90; day++) {
            record.nextDay();
        }
        return solve(record, AgeRule.DERATES)[victim];
    }

    @SeededTest(seeds = 10)
    void accusersWithoutTrustNeverAddUp(RandomStreams streams) {
        int accusers = 1 + streams.stream("test").nextInt(500);
        assertEquals(accused(0, 0), accused(accusers, 0), 1e-9, accusers + " accusers");
    }

    /** A counterexample: the logarithm lets many with little trust outweigh one who has as much as all of them. */
    @Test
    void accusersWithALittleTrustOutweighOneWhoHasAllOfIt() {
        double byOne = accused(0, 0) - accused(1, 100);
        double byMany = accused(0, 0) - accused(100, 1);
        assertTrue(byMany > 10 * byOne, byMany + " against " + byOne);
    }
}
