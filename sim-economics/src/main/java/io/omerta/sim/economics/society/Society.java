package io.omerta.sim.economics.society;

import io.omerta.sim.economics.money.Coins;
import io.omerta.sim.economics.money.ConservedCoins;
import io.omerta.sim.economics.money.OpenCoins;
import io.omerta.sim.economics.policy.Council;
import io.omerta.sim.economics.policy.Levers;
import io.omerta.sim.economics.trust.AccusationGate;
import io.omerta.sim.economics.trust.ClusterRule;
import io.omerta.sim.economics.trust.IsolationRatio;
import io.omerta.sim.economics.trust.MutualPairs;
import io.omerta.sim.economics.trust.Trade;
import io.omerta.sim.economics.trust.TrustParameters;
import io.omerta.sim.economics.trust.TrustRecord;
import io.omerta.sim.economics.trust.TrustSolver;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The identities of one replication with their trust and coins. Each draws from a stream of its own. */
public final class Society {
    static final double PUBLISHED_MINT_PER_DAY = 100;
    private static final double FAILING_QUALITY = 0.7;
    private static final double MARKET_PRICE = 1;
    private static final double TURNOUT = 0.7;

    private final RandomStreams streams;
    private final RandomStream inspection;
    private final RandomStream choices;
    private final RandomStream turnout;
    private final EconomyRules rules;
    private final boolean attackersServe;
    private final TrustRecord record;
    private final AccusationGate gate;
    private final ClusterRule clusters;
    private final TrustSolver solver;
    private final Coins coins;
    private final List<Role> roles = new ArrayList<>();
    private final List<RandomStream> chances = new ArrayList<>();
    private final List<Temperament> temperaments = new ArrayList<>();
    private final Map<Role, List<Integer>> members = new EnumMap<>(Role.class);
    private Levers levers;
    private double[] trust = new double[0];
    private double[] weights = new double[0];
    private int[] ages = new int[0];
    private int verified;
    private int failed;
    private int unpaid;

    /**
     * @param attackersServe whether attackers do the same work honestly: they sell as much, as well as they can, to
     *     consumers, and neither praise nor accuse
     */
    Society(RandomStreams streams, EconomyRules rules, Levers levers, boolean attackersServe) {
        TrustParameters parameters = TrustParameters.PUBLISHED;
        this.streams = streams;
        this.inspection = streams.stream("society.inspection");
        this.choices = streams.stream("society.choices");
        this.turnout = streams.stream("society.turnout");
        this.rules = rules;
        this.attackersServe = attackersServe;
        this.record = new TrustRecord(parameters);
        this.gate = new AccusationGate(record, parameters);
        this.clusters = switch (rules.clusters()) {
            case MUTUAL_PAIRS -> new MutualPairs();
            case ISOLATION -> new IsolationRatio(Levers.PUBLISHED.isolationThreshold());
        };
        this.solver = new TrustSolver(parameters, rules.age());
        this.coins = switch (rules.coins()) {
            case OPEN -> new OpenCoins(PUBLISHED_MINT_PER_DAY);
            case CONSERVED -> new ConservedCoins(rules.hoarding(), rules.transferBurn(), rules.amountBurn());
        };
        this.levers = levers;
        for (Role role : Role.values()) {
            members.put(role, new ArrayList<>());
        }
        applyLevers(levers);
    }

    /** Lets an identity join. */
    public int join(Role role) {
        int identity = record.join();
        roles.add(role);
        chances.add(streams.stream("society.identity", identity));
        temperaments.add(Temperament.draw(streams.stream("society.temperament", identity)));
        membersOf(role).add(identity);
        coins.resize(record.size());
        return identity;
    }

    /** Lets several join. */
    public List<Integer> join(Role role, int count) {
        List<Integer> joined = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            joined.add(join(role));
        }
        return joined;
    }

    /** All of a role, in the order in which they joined. */
    public List<Integer> members(Role role) {
        return Collections.unmodifiableList(membersOf(role));
    }

    private List<Integer> membersOf(Role role) {
        return members.getOrDefault(role, List.of());
    }

    public Role role(int identity) {
        return roles.get(identity);
    }

    public EconomyRules rules() {
        return rules;
    }

    /** The luck of an identity. */
    public RandomStream chance(int identity) {
        return chances.get(identity);
    }

    /** What kind of a person an identity is. */
    public Temperament temperament(int identity) {
        return temperaments.get(identity);
    }

    /**
     * One of several, all equally likely, by the luck of an identity; not that identity itself.
     *
     * @param candidates in the order in which they joined
     */
    public int otherThan(int identity, List<Integer> candidates) {
        int place = Collections.binarySearch(candidates, identity);
        int drawn = chance(identity).nextInt(candidates.size() - (place < 0 ? 0 : 1));
        return candidates.get(place >= 0 && drawn >= place ? drawn + 1 : drawn);
    }

    /** Several different ones of a group, all choices equally likely. */
    public List<Integer> sample(List<Integer> group, int count) {
        List<Integer> left = new ArrayList<>(group);
        List<Integer> sample = new ArrayList<>();
        while (sample.size() < count && !left.isEmpty()) {
            sample.add(left.remove(choices.nextInt(left.size())));
        }
        return sample;
    }

    /** Sells something to one of several customers, and says to whom. */
    public int sell(int provider, Offer offer, List<Integer> customers) {
        return sell(provider, offer, customers, MARKET_PRICE);
    }

    /**
     * Gives something away to one of several customers, and says to whom.
     *
     * @param bid what the donor pays for an hour of a plain machine, at least 0, in units of the market price
     */
    public int donate(int provider, Offer offer, List<Integer> customers, double bid) {
        return sell(provider, offer, customers, -bid * MARKET_PRICE);
    }

    private int sell(int provider, Offer offer, List<Integer> customers, double bid) {
        boolean serves = attackersServe && role(provider) == Role.ATTACKER;
        List<Integer> buyers = serves ? members(Role.CONSUMER) : customers;
        int customer = otherThan(provider, buyers);
        RandomStream chance = chance(provider);
        double weight = offer.weight().draw(chance);
        double hours = offer.hours().draw(chance);
        double quality = offer.quality().draw(chance);
        Trade trade = new Trade(customer, provider, weight, hours, serves ? 1 : quality);
        if (bid <= 0 || paid(trade)) {
            happens(trade, rules.donations().credit(bid, MARKET_PRICE));
        } else {
            unpaid++;
        }
        return customer;
    }

    private boolean paid(Trade trade) {
        double providerTrust = trade.provider() < trust.length ? trust[trade.provider()] : 0;
        return coins.pay(trade.consumer(), trade.provider(), trade.volume(), providerTrust, levers, record.day());
    }

    private void happens(Trade trade, double credit) {
        if (inspection.nextBernoulli(gate.verificationRate(trade.provider()))) {
            verified++;
            failed += trade.quality() < FAILING_QUALITY ? 1 : 0;
        }
        record.trade(trade, credit);
    }

    /** Lets an identity praise another, and show evidence. */
    public void praise(int asserter, int subject, double score) {
        if (!(attackersServe && role(asserter) == Role.ATTACKER)) {
            record.assertion(asserter, subject, score, true);
        }
    }

    /** Lets an identity accuse another; whether it counts is up to the gate. */
    public void accuse(int accuser, int subject, double score, boolean evidenced) {
        if (!(attackersServe && role(accuser) == Role.ATTACKER)) {
            gate.accuse(accuser, subject, score, evidenced, accuser < trust.length ? trust[accuser] : 0);
        }
    }

    /** Lets an identity keep its coins: it sells none for other money. */
    public void keepCoins(int identity) {
        if (!(attackersServe && role(identity) == Role.ATTACKER)) {
            coins.keep(identity);
        }
    }

    /** Everyone of the beginning is there. */
    void open() {
        coins.open(record.size());
    }

    /** Finds the trust of everyone for today. */
    void solve() {
        weights = clusters.weights(record);
        trust = solver.solve(record, weights);
    }

    void applyLevers(Levers newLevers) {
        levers = newLevers;
        if (rules.levers() == EconomyRules.Wiring.WIRED) {
            record.transactionTau(levers.transactionTau());
            if (clusters instanceof IsolationRatio isolation) {
                isolation.threshold(levers.isolationThreshold());
            }
        }
    }

    /** Ends the day; the coins of the next are minted. */
    void nextDay() {
        verified = 0;
        failed = 0;
        record.nextDay();
        int size = record.size();
        if (ages.length < size) {
            ages = new int[2 * size];
        }
        for (int i = 0; i < size; i++) {
            ages[i] = record.ageDays(i);
        }
        coins.mint(trust, ages, size, record.day(), readByTransfers());
    }

    private Levers readByTransfers() {
        return rules.levers() == EconomyRules.Wiring.WIRED
                ? levers
                : levers.withTransferK(Levers.PUBLISHED.transferK());
    }

    /** A vote of those who turn up, on a change that is meant to curb attackers: they are against it. */
    Council.Vote vote() {
        double yes = 0;
        double no = 0;
        double all = 0;
        for (int i = 0; i < trust.length && i < size(); i++) {
            all += trust[i];
            if (turnout.nextBernoulli(TURNOUT)) {
                yes += role(i) == Role.ATTACKER ? 0 : trust[i];
                no += role(i) == Role.ATTACKER ? trust[i] : 0;
            }
        }
        return new Council.Vote(yes, no, all);
    }

    /** How many identities there are. */
    public int size() {
        return record.size();
    }

    /** Trust as last solved. */
    public double trust(int identity) {
        return trust[identity];
    }

    /** Whether an identity is in a suspected cluster. */
    public boolean isSuspected(int identity) {
        return weights[identity] < 1;
    }

    /** Trades verified today. */
    int verified() {
        return verified;
    }

    /** Those of them that failed. */
    int failed() {
        return failed;
    }

    /** Trades so far that did not happen for want of coins. */
    int unpaid() {
        return unpaid;
    }

    AccusationGate gate() {
        return gate;
    }

    Coins coins() {
        return coins;
    }
}
