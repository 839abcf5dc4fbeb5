package io.omerta.sim.economics.trust;

import java.util.Arrays;

/**
 * What trust follows from: who joined when, what was traded, who said what of whom. Nothing is kept one by one that decays
 * alike; sums decay from day to day instead, so that a day costs as much after years as at the beginning.
 */
public final class TrustRecord {
    private static final int NEVER = Integer.MIN_VALUE;

    private final TrustParameters parameters;
    private final PairTable trades = new PairTable();
    private final PairTable assertions = new PairTable();
    private final AssertionOutcomes outcomes;

    private int day;
    private int size;
    private int[] joined = new int[16];
    private boolean[] provided = new boolean[16];
    private double[] gained = new double[16];
    private double[] lost = new double[16];
    private double[] dealt = new double[16];

    private int[] tradeCounts = new int[16];
    private double[] volumes = new double[16];
    private int[] accusedOn = new int[16];
    private double[] saidEver = new double[16];
    private double[] saidLately = new double[16];
    private double transactionTau;
    private int firstProvider = -1;

    public TrustRecord(TrustParameters parameters) {
        this.parameters = parameters;
        this.outcomes = new AssertionOutcomes(parameters);
        this.transactionTau = parameters.transactionTau();
    }

    /** Changes how fast the credit of transactions decays, from now on. */
    public void transactionTau(double days) {
        transactionTau = days;
    }

    /** Adds an identity. */
    public int join() {
        if (size == joined.length) {
            int capacity = 2 * size;
            joined = Arrays.copyOf(joined, capacity);
            provided = Arrays.copyOf(provided, capacity);
            gained = Arrays.copyOf(gained, capacity);
            lost = Arrays.copyOf(lost, capacity);
            dealt = Arrays.copyOf(dealt, capacity);
        }
        joined[size] = day;
        outcomes.join();
        return size++;
    }

    public void trade(Trade trade) {
        trade(trade, 1);
    }

    /**
     * Records a trade.
     *
     * @param credit factor on what it earns if it is served well, 1 for a sale
     */
    public void trade(Trade trade, double credit) {
        int row = trades.rowOf(trade.consumer(), trade.provider());
        if (row == tradeCounts.length) {
            tradeCounts = Arrays.copyOf(tradeCounts, 2 * row);
            volumes = Arrays.copyOf(volumes, 2 * row);
        }
        tradeCounts[row]++;
        double volumeOfDayZero = trade.volume() * StrictMath.exp(day / parameters.transactionTau());
        volumes[row] += volumeOfDayZero;
        dealt[trade.consumer()] += volumeOfDayZero;
        dealt[trade.provider()] += volumeOfDayZero;
        int provider = trade.provider();
        provided[provider] = true;
        firstProvider = firstProvider < 0 ? provider : firstProvider;
        double quality = trade.quality();
        if (quality >= parameters.passQuality()) {
            gained[provider] += credit * parameters.baseCredit() * trade.volume() * quality;
        } else {
            lost[provider] += parameters.failurePenalty() * trade.volume() * (parameters.passQuality() - quality);
        }
        outcomes.traded(provider, quality);
    }

    /**
     * Records what one identity says of another.
     *
     * @param score from -1 to 1
     * @param evidenced whether it shows evidence
     */
    public void assertion(int asserter, int subject, double score, boolean evidenced) {
        int known = assertions.size();
        int row = assertions.rowOf(asserter, subject);
        if (row == saidEver.length) {
            saidEver = Arrays.copyOf(saidEver, 2 * row);
            saidLately = Arrays.copyOf(saidLately, 2 * row);
            accusedOn = Arrays.copyOf(accusedOn, 2 * row);
        }
        if (row == known) {
            accusedOn[row] = NEVER;
        }
        double counted = evidenced ? score : score * parameters.unsupportedFactor();
        saidEver[row] += counted;
        saidLately[row] += counted;
        if (score < 0) {
            accusedOn[row] = day;
        }
        outcomes.asserted(asserter, subject, score, day);
    }

    /** Begins the next day. */
    public void nextDay() {
        day++;
        double tradeDecay = StrictMath.exp(-1 / transactionTau);
        for (int i = 0; i < size; i++) {
            gained[i] *= tradeDecay;
            lost[i] *= tradeDecay;
        }
        double assertionDecay = StrictMath.exp(-1 / parameters.assertionTau());
        for (int row = 0; row < assertions.size(); row++) {
            saidLately[row] *= assertionDecay;
        }
        outcomes.nextDay(day, assertionDecay);
    }

    /** Today, from 0. */
    public int day() {
        return day;
    }

    /** How many identities there are. */
    public int size() {
        return size;
    }

    public int ageDays(int identity) {
        return day - joined[identity];
    }

    /** Whether an identity ever sold anything. */
    public boolean hasProvided(int identity) {
        return provided[identity];
    }

    /** Who sold before anyone else did, or -1. */
    int firstProvider() {
        return firstProvider;
    }

    /** Decayed credit of the trades that an identity provided well. */
    double gained(int identity) {
        return gained[identity];
    }

    /** Decayed penalties of the trades that it provided badly. */
    double lost(int identity) {
        return lost[identity];
    }

    /** Decayed penalties for what it said of others that later trade contradicted. */
    double contradicted(int identity) {
        return outcomes.penalty(identity);
    }

    /** Pairs of asserter and subject. */
    PairTable assertions() {
        return assertions;
    }

    /** What the asserter of a pair has said of the subject, as it counts today if its word counts fully. */
    double said(int row) {
        double residual = parameters.assertionResidual();
        return residual * saidEver[row] + (1 - residual) * saidLately[row];
    }

    /** Pairs of consumer and provider. */
    public PairTable trades() {
        return trades;
    }

    /**
     * What was traded by a pair, newer trade counting more. The unit is common to all pairs: volumes are not scaled down
     * from day to day but those of later days up, which spares a pass over all pairs every day.
     */
    double volume(int row) {
        return volumes[row];
    }

    /** What an identity sold and bought, in the unit of {@link #volume}. */
    double dealt(int identity) {
        return dealt[identity];
    }

    /** How often a consumer bought from a provider. */
    public int tradeCount(int consumer, int provider) {
        int row = trades.find(consumer, provider);
        return row < 0 ? 0 : tradeCounts[row];
    }

    /** Days since an identity last spoke ill of another, or the largest number if it never did. */
    public int daysSinceAccusation(int asserter, int subject) {
        int row = assertions.find(asserter, subject);
        return row < 0 || accusedOn[row] == NEVER ? Integer.MAX_VALUE : day - accusedOn[row];
    }
}
