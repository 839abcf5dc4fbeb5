package io.omerta.sim.economics.society;

import io.omerta.sim.economics.money.OpenCoins;
import io.omerta.sim.economics.policy.Levers;
import io.omerta.sim.economics.trust.ClusterRule;
import io.omerta.sim.economics.trust.Trade;
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
    private static final double VERIFIED_PART = 0.1;
    private static final double FAILING_QUALITY = 0.7;

    private final RandomStreams streams;
    private final RandomStream inspection;
    private final RandomStream choices;
    private final TrustRecord record;
    private final ClusterRule clusters;
    private final TrustSolver solver;
    private final OpenCoins coins;
    private final List<Role> roles = new ArrayList<>();
    private final List<RandomStream> chances = new ArrayList<>();
    private final Map<Role, List<Integer>> members = new EnumMap<>(Role.class);
    private Levers levers;
    private double[] trust = new double[0];
    private double[] weights = new double[0];
    private int verified;
    private int failed;

    Society(
            RandomStreams streams,
            TrustRecord record,
            ClusterRule clusters,
            TrustSolver solver,
            OpenCoins coins,
            Levers levers) {
        this.streams = streams;
        this.inspection = streams.stream("society.inspection");
        this.choices = streams.stream("society.choices");
        this.record = record;
        this.clusters = clusters;
        this.solver = solver;
        this.coins = coins;
        this.levers = levers;
        for (Role role : Role.values()) {
            members.put(role, new ArrayList<>());
        }
    }

    /** Lets an identity join. */
    public int join(Role role) {
        int identity = record.join();
        roles.add(role);
        chances.add(streams.stream("society.identity", identity));
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

    /** The luck of an identity. */
    public RandomStream chance(int identity) {
        return chances.get(identity);
    }

    /** One of several, all equally likely, by the luck of an identity; not that identity itself. */
    public int otherThan(int identity, List<Integer> candidates) {
        int place = candidates.indexOf(identity);
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
        int customer = otherThan(provider, customers);
        RandomStream chance = chance(provider);
        sell(new Trade(
                customer,
                provider,
                offer.weight().draw(chance),
                offer.hours().draw(chance),
                offer.quality().draw(chance)));
        return customer;
    }

    private void sell(Trade trade) {
        if (inspection.nextBernoulli(VERIFIED_PART)) {
            verified++;
            failed += trade.quality() < FAILING_QUALITY ? 1 : 0;
        }
        coins.pay(
                trade.consumer(),
                trade.provider(),
                trade.volume(),
                trade.provider() < trust.length ? trust[trade.provider()] : 0,
                levers.paymentK(),
                record.day());
        record.trade(trade);
    }

    /** Lets an identity praise another, and show evidence. */
    public void praise(int asserter, int subject, double score) {
        record.assertion(asserter, subject, score, true);
    }

    /** Finds the trust of everyone for today. */
    void solve() {
        weights = clusters.weights(record);
        trust = solver.solve(record, weights);
    }

    void applyLevers(Levers newLevers) {
        levers = newLevers;
    }

    /** Ends the day; the coins of the next are minted. */
    void nextDay() {
        verified = 0;
        failed = 0;
        record.nextDay();
        int size = record.size();
        int[] ages = new int[size];
        for (int i = 0; i < size; i++) {
            ages[i] = record.ageDays(i);
        }
        coins.mint(trust, ages, size, record.day());
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

    OpenCoins coins() {
        return coins;
    }
}
