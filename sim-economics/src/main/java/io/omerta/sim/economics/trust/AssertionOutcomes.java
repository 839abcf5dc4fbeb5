package io.omerta.sim.economics.trust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether later trade contradicts what was said: who accused a peer that then serves well, or praised one that then fails,
 * pays for it. Trade of the same day is not later.
 */
final class AssertionOutcomes {
    private static final double SERIOUS_SCORE = 0.3;
    private static final double GOOD_QUALITY = 0.9;
    private static final double BAD_QUALITY = 0.5;
    private static final int GOOD_TRADES = 3;
    private static final int BAD_TRADES = 2;

    /** Something said that has not been contradicted yet; {@code tradesBefore} counts those that do not contradict it. */
    private record Open(int asserter, double strength, int day, int tradesBefore) {}

    /** What was said of one subject in one direction, oldest first: the first to be contradicted is the first said. */
    private static final class Queue {
        private final ArrayDeque<Open> open = new ArrayDeque<>();
        private int trades;
    }

    private final TrustParameters parameters;
    private final List<Queue> accused = new ArrayList<>();
    private final List<Queue> praised = new ArrayList<>();
    private final List<Said> today = new ArrayList<>();
    private double[] penalty = new double[16];
    private int day;

    private record Said(int asserter, int subject, double score, int day) {}

    AssertionOutcomes(TrustParameters parameters) {
        this.parameters = parameters;
    }

    void join() {
        accused.add(new Queue());
        praised.add(new Queue());
        if (accused.size() > penalty.length) {
            penalty = Arrays.copyOf(penalty, 2 * penalty.length);
        }
    }

    double penalty(int identity) {
        return penalty[identity];
    }

    void asserted(int asserter, int subject, double score, int onDay) {
        if (Math.abs(score) > SERIOUS_SCORE) {
            today.add(new Said(asserter, subject, score, onDay));
        }
    }

    void traded(int provider, double quality) {
        if (quality >= GOOD_QUALITY) {
            contradict(accused.get(provider), GOOD_TRADES);
        }
        if (quality < BAD_QUALITY) {
            contradict(praised.get(provider), BAD_TRADES);
        }
    }

    private void contradict(Queue queue, int trades) {
        queue.trades++;
        for (Open next = queue.open.peek();
                next != null && queue.trades - next.tradesBefore() >= trades;
                next = queue.open.peek()) {
            queue.open.remove();
            penalty[next.asserter()] += next.strength()
                    * parameters.wrongAssertionPenalty()
                    * StrictMath.exp((next.day() - day) / parameters.assertionTau());
        }
    }

    void nextDay(int newDay, double decay) {
        for (Said said : today) {
            Queue queue = (said.score() < 0 ? accused : praised).get(said.subject());
            queue.open.add(new Open(said.asserter(), Math.abs(said.score()), said.day(), queue.trades));
        }
        today.clear();
        day = newDay;
        for (int i = 0; i < accused.size(); i++) {
            penalty[i] *= decay;
        }
    }
}
