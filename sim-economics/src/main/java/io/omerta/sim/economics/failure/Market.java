package io.omerta.sim.economics.failure;

import io.omerta.sim.economics.money.Rates;
import io.omerta.sim.economics.trust.AgeRule;
import io.omerta.sim.economics.trust.MutualPairs;
import io.omerta.sim.economics.trust.Trade;
import io.omerta.sim.economics.trust.TrustParameters;
import io.omerta.sim.economics.trust.TrustRecord;
import io.omerta.sim.economics.trust.TrustSolver;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;

/**
 * Honest providers and consumers with an attacker among them, under the published rules of trust and pay. Coins are counted
 * for each identity: a consumer pays for the volume, the provider keeps the share that its trust allows, and what is really
 * delivered costs the provider a tenth of a coin for each weighted hour; that cost is ours, as without one cheating saves nothing.
 */
public final class Market {
    private static final int PROVIDERS = 5;
    private static final int CONSUMERS = 10;
    private static final int MOST = 64;
    private static final double COST = 0.1;
    private static final double PAYMENT_K = 0.1;
    private static final double TRANSFER_K = 0.01;
    private static final double ACTIVE = 0.3;
    private static final int ACCUSATION_WINDOW_DAYS = 90;
    private static final int FULL_WEIGHT_TRADES = 3;
    private static final double STRANGER_DISCOUNT = 0.3;

    private final RandomStreams streams;
    private final TrustParameters parameters = TrustParameters.PUBLISHED;
    private final TrustRecord record = new TrustRecord(parameters);
    private final MutualPairs clusters = new MutualPairs();
    private final TrustSolver solver;
    private final RandomStream[] luck = new RandomStream[MOST];
    private final double[] coins = new double[MOST];
    private final double[][] bought = new double[MOST][MOST];
    private final double[] attackerTrust;
    private double[] trust = new double[0];
    private double consumerLoss;
    private int rejected;

    Market(RandomStreams streams, AgeRule ageRule, int days) {
        this.streams = streams;
        solver = new TrustSolver(parameters, ageRule);
        attackerTrust = new double[days];
        for (int i = 0; i < PROVIDERS + CONSUMERS; i++) {
            join();
        }
        solve();
    }

    /** Lets an identity join. */
    public int join() {
        int identity = record.join();
        luck[identity] = streams.stream("failure.identity", identity);
        return identity;
    }

    private void solve() {
        trust = solver.solve(record, clusters.weights(record));
    }

    /** One of the honest providers. */
    public int provider(int number) {
        return number;
    }

    public int providers() {
        return PROVIDERS;
    }

    /** One of the honest consumers. */
    public int consumer(int number) {
        return PROVIDERS + number;
    }

    /** The identity of the attacker that has a machine. */
    public int attacker() {
        return attacker(0);
    }

    /** One of the identities of the attacker, in the order in which they joined. */
    public int attacker(int number) {
        return PROVIDERS + CONSUMERS + number;
    }

    /** Whether an identity does today what it does with some probability. */
    public boolean happens(int identity, double probability) {
        return luck[identity].nextBernoulli(probability);
    }

    /** Sells to an honest consumer as honest providers do, on some days. */
    public void sellHonestly(int provider) {
        if (happens(provider, ACTIVE)) {
            sell(
                    provider,
                    anyConsumer(provider),
                    1 + 2 * luck[provider].nextDouble(),
                    1 + 7 * luck[provider].nextDouble(),
                    0.9 + 0.1 * luck[provider].nextDouble());
        }
    }

    /** An honest consumer drawn by the luck of an identity. */
    public int anyConsumer(int identity) {
        return consumer(luck[identity].nextInt(CONSUMERS));
    }

    /** An honest provider drawn by the luck of an identity. */
    public int anyProvider(int identity) {
        return provider(luck[identity].nextInt(PROVIDERS));
    }

    /**
     * @param quality part that is really delivered, from 0 to 1
     */
    public void sell(int provider, int consumer, double weight, double hours, double quality) {
        double volume = weight * hours;
        coins[consumer] -= volume;
        coins[provider] += volume * Rates.paymentShare(trust(provider), PAYMENT_K) - COST * volume * quality;
        if (isHonest(consumer)) {
            consumerLoss += volume * (1 - quality);
        }
        bought[consumer][provider] += volume * quality;
        record.trade(new Trade(consumer, provider, weight, hours, quality));
    }

    public void praise(int asserter, int subject, double score) {
        record.assertion(asserter, subject, score, true);
    }

    /** Speaks ill of someone; not heard without a trade with it, or again within 90 days, and fully only after three trades. */
    public void accuse(int asserter, int subject, double score) {
        int trades = record.tradeCount(asserter, subject);
        if (trades == 0 || record.daysSinceAccusation(asserter, subject) < ACCUSATION_WINDOW_DAYS) {
            rejected++;
            return;
        }
        record.assertion(asserter, subject, score * Math.min(1, (double) trades / FULL_WEIGHT_TRADES), true);
    }

    /** Moves all coins of an identity to another; a part is burnt. */
    public void moveAll(int from, int to) {
        double amount = Math.max(0, coins[from]);
        coins[from] -= amount;
        coins[to] += amount * (1 - Rates.transferBurn(trust(from), trust(to), TRANSFER_K));
    }

    void endDay(int day) {
        solve();
        attackerTrust[day] = trust(attacker());
        record.nextDay();
        double decay = StrictMath.exp(-1 / parameters.transactionTau());
        for (double[] row : bought) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= decay;
            }
        }
    }

    private boolean isHonest(int identity) {
        return identity < PROVIDERS + CONSUMERS;
    }

    public double trust(int identity) {
        return identity < trust.length ? trust[identity] : 0;
    }

    public double meanProviderTrust() {
        return Arrays.stream(trust, 0, PROVIDERS).average().orElseThrow();
    }

    /** Trust of the attacker at the end of a past day. */
    public double attackerTrust(int day) {
        return attackerTrust[day];
    }

    /** The highest trust of the attacker from one day to before another. */
    public double peakTrust(int from, int to) {
        return Arrays.stream(attackerTrust, from, to).max().orElseThrow();
    }

    /** How a consumer sees a provider: by its own decayed purchases, or as a stranger sees it. */
    public double localTrust(int consumer, int provider) {
        double own = bought[consumer][provider];
        return own > 0 ? own : STRANGER_DISCOUNT * trust(provider);
    }

    public double coins(int identity) {
        return coins[identity];
    }

    /** Volume that honest consumers paid for and did not get. */
    public double consumerLoss() {
        return consumerLoss;
    }

    /** Accusations that were not heard. */
    public int rejected() {
        return rejected;
    }

    /** Coins of all identities of the attacker. */
    double attackerCoins() {
        return Arrays.stream(coins, PROVIDERS + CONSUMERS, record.size()).sum();
    }

    /** Coins of the honest providers. */
    double providerCoins() {
        return Arrays.stream(coins, 0, PROVIDERS).sum();
    }
}
