package io.omerta.sim.economics.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The decaying sums of {@link TrustRecord} and the solver against sums over the full list of events. */
class TrustAgainstEventListTest {
    private static final TrustParameters PARAMETERS = TrustParameters.PUBLISHED;
    private static final int DAYS = 120;
    private static final int IDENTITIES = 9;

    private record Traded(Trade trade, int day) {}

    private record Said(int asserter, int subject, double score, boolean evidenced, int day) {}

    private final List<Integer> joined = new ArrayList<>();
    private final List<Traded> trades = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private int contradictions;

    @SeededTest(seeds = 15)
    void additiveAgeGivesTheSameTrust(RandomStreams streams) {
        compare(streams, AgeRule.ADDS);
    }

    @SeededTest(seeds = 15)
    void deratingAgeGivesTheSameTrust(RandomStreams streams) {
        compare(streams, AgeRule.DERATES);
    }

    private void compare(RandomStreams streams, AgeRule rule) {
        RandomStream random = streams.stream("test");
        TrustRecord record = new TrustRecord(PARAMETERS);
        TrustSolver solver = new TrustSolver(PARAMETERS, rule);
        double[] weights = new double[IDENTITIES];
        Arrays.setAll(weights, i -> i % 3 == 0 ? 0.25 : 1);
        for (int day = 0; day < DAYS; day++) {
            while (joined.size() < 3 || joined.size() < IDENTITIES && random.nextBernoulli(0.1)) {
                joined.add(day);
                record.join();
            }
            for (int event = 0; event < 4; event++) {
                happen(record, random, day);
            }
            if (day % 20 == 19) {
                double[] expected = solveFromEvents(rule, weights, day);
                double[] actual = solver.solve(record, weights);
                for (int i = 0; i < joined.size(); i++) {
                    assertEquals(expected[i], actual[i], 1e-9, "identity " + i + " on day " + day);
                }
            }
            record.nextDay();
        }
        assertTrue(contradictions > 0, "no history in which nothing is contradicted tests penalties");
    }

    private void happen(TrustRecord record, RandomStream random, int day) {
        int one = random.nextInt(joined.size());
        int other = (one + 1 + random.nextInt(joined.size() - 1)) % joined.size();
        if (random.nextBernoulli(0.7)) {
            double quality = random.nextBernoulli(0.5) ? 0.9 + 0.1 * random.nextDouble() : random.nextDouble();
            Trade trade = new Trade(one, other, 0.5 + random.nextDouble(), 1 + 5 * random.nextDouble(), quality);
            record.trade(trade);
            trades.add(new Traded(trade, day));
        } else {
            Said next = new Said(one, other, 2 * random.nextDouble() - 1, random.nextBoolean(), day);
            record.assertion(one, other, next.score(), next.evidenced());
            said.add(next);
        }
    }

    private double[] solveFromEvents(AgeRule rule, double[] weights, int today) {
        int size = joined.size();
        double[] own = new double[size];
        double[] penalty = new double[size];
        for (int i = 0; i < size; i++) {
            own[i] = earned(i, rule, weights[i], today);
            penalty[i] = penalty(i, today);
        }
        double[] trust = new double[size];
        for (int i = 0; i < size; i++) {
            trust[i] = own[i] * factor(rule, i, today);
        }
        double change = 1;
        for (int iteration = 0; iteration < 100 && change >= 1e-3; iteration++) {
            double[] next = new double[size];
            change = 0;
            for (int i = 0; i < size; i++) {
                double sum = own[i] - penalty[i];
                for (Said each : said) {
                    if (each.subject() == i) {
                        double credibility = Math.log(1 + Math.max(0, trust[each.asserter()])) / Math.log(101);
                        double recency = 0.1 + 0.9 * Math.exp(-(today - each.day()) / 90.0);
                        sum += each.score() * credibility * recency * (each.evidenced() ? 1 : 0.5);
                    }
                }
                next[i] = Math.max(0, sum * factor(rule, i, today));
                change = Math.max(change, Math.abs(next[i] - trust[i]));
            }
            trust = next;
        }
        return trust;
    }

    private double factor(AgeRule rule, int identity, int today) {
        return rule == AgeRule.ADDS ? 1 : Math.min(1, (today - joined.get(identity)) / 90.0);
    }

    private double earned(int identity, AgeRule rule, double weight, int today) {
        double sum = 0;
        boolean provided = false;
        for (Traded each : trades) {
            Trade trade = each.trade();
            if (trade.provider() == identity) {
                provided = true;
                double recency = Math.exp(-(today - each.day()) / 365.0);
                double volume = trade.weight() * trade.hours();
                sum += recency
                        * (trade.quality() >= 0.7
                                ? 0.1 * volume * trade.quality() * weight
                                : -0.5 * volume * (0.7 - trade.quality()));
            }
        }
        if (rule == AgeRule.ADDS) {
            for (int day = 0; day < today - joined.get(identity); day++) {
                sum += (provided ? 1 : 0.5) * 0.01 * (1 - Math.exp(-day / 30.0));
            }
        }
        return sum;
    }

    private double penalty(int asserter, int today) {
        double sum = 0;
        for (Said each : said) {
            if (each.asserter() == asserter && isContradicted(each)) {
                contradictions++;
                sum += Math.abs(each.score()) * 0.5 * Math.exp(-(today - each.day()) / 90.0);
            }
        }
        return sum;
    }

    private boolean isContradicted(Said assertion) {
        int good = 0;
        int bad = 0;
        for (Traded each : trades) {
            if (each.trade().provider() == assertion.subject() && each.day() > assertion.day()) {
                good += each.trade().quality() >= 0.9 ? 1 : 0;
                bad += each.trade().quality() < 0.5 ? 1 : 0;
            }
        }
        return assertion.score() < -0.3 && good >= 3 || assertion.score() > 0.3 && bad >= 2;
    }
}
