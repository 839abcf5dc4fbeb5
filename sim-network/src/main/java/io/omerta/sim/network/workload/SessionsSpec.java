package io.omerta.sim.network.workload;

import io.omerta.sim.network.fault.NodeSelector;
import io.omerta.sim.network.session.behaviour.Behaviour;
import java.util.List;

/**
 * Sessions of the protocol itself: the machines that a live node runs.
 *
 * @param roles who may do what
 * @param accounts what everybody has when the run begins
 * @param arrivals sessions that begin by themselves
 * @param locks sessions that begin at given times
 * @param reach how far a session goes
 * @param sessionNanos how long a consumer uses the provider's machine
 * @param signing how peers sign
 * @param protocol the transactions, with the scenario's parameters
 * @param faulty nodes that do not keep to the protocol; of two entries that select a node, the first counts
 * @param checkedOneIn of how many sessions one is checked against the properties of the protocol files; the cheap checks
 *     see every session
 */
public record SessionsSpec(
        Roles roles,
        Accounts accounts,
        Arrivals arrivals,
        List<Lock> locks,
        Reach reach,
        long sessionNanos,
        Signing signing,
        SessionProtocol protocol,
        List<Faulty> faulty,
        int checkedOneIn)
        implements WorkloadSpec {
    public SessionsSpec {
        locks = List.copyOf(locks);
        faulty = List.copyOf(faulty);
    }

    /**
     * Who may do what; a node may have all roles.
     *
     * @param acquaintances witnesses that each provider has recorded on its chain, among whom its cabals are drawn
     * @param providersKnown providers that each consumer has recorded, and deals with
     */
    public record Roles(
            NodeSelector consumers,
            NodeSelector providers,
            NodeSelector witnesses,
            int acquaintances,
            int providersKnown) {}

    /**
     * What everybody has when the run begins.
     *
     * @param balanceMicros micro-credits
     * @param ageNanos since a node's chain began; by then it had met those whom it knows
     */
    public record Accounts(long balanceMicros, long ageNanos) {}

    /**
     * Sessions that begin by themselves, each between a consumer and a provider that it knows.
     *
     * @param sessions how many
     * @param law how the times between them spread
     * @param intervalNanos mean time between two, of all nodes together
     * @param amountMicros locked for each
     * @param hourlyRateMicros agreed with the provider
     */
    public record Arrivals(
            int sessions, WorkloadSpec.Arrivals law, long intervalNanos, long amountMicros, long hourlyRateMicros) {}

    /**
     * A lock that begins at a time, whether the consumer can afford it or not.
     *
     * @param consumer id of the node
     * @param provider id of the node
     */
    public record Lock(long atNanos, String consumer, String provider, long amountMicros) {}

    /** How far a session goes. */
    public enum Reach {
        /** Funds are locked; no session begins, so that the lock expires and is released. */
        LOCK,
        /** The provider's machine runs, the consumer ends the session, the cabal attests it; nothing is paid. */
        ATTESTATION,
        /** A whole life: what was attested is paid, and what is left of the escrow goes back. */
        SETTLEMENT
    }

    /** How peers sign. */
    public enum Signing {
        /** By keyed hashes, which nobody in the simulation can forge. */
        SIMULATION,
        /** As live nodes do. */
        ED25519
    }

    /** Nodes that do not keep to the protocol. */
    public record Faulty(NodeSelector nodes, Behaviour behaviour) {}

    @Override
    public String type() {
        return "sessions";
    }

    /** Witnesses watch over a session until it is settled. */
    @Override
    public boolean isEndless() {
        return reach == Reach.ATTESTATION;
    }
}
