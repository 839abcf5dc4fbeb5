package io.omerta.sim.network.session;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.transaction.NodeIdentity;
import io.omerta.protocol.wire.PeerId;
import io.omerta.sim.network.fault.NodeSelection;
import io.omerta.sim.network.fault.NodeSelector;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.network.session.behaviour.Behaviour;
import io.omerta.sim.network.workload.SessionsSpec;
import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part: identities, roles, and what each had and knew when the run begins. Chains are made when they are first
 * asked for.
 *
 * <p>Every provider recorded its acquaintances in its first hour and one of them again two hours before the run, when every
 * consumer recorded the providers that it deals with.
 */
final class SessionPopulation {
    /** What clocks show when the run begins. */
    static final long EPOCH_MILLIS = 1_700_000_000_000L;

    private static final long MEETING_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final long LAST_RECORD_MILLIS = EPOCH_MILLIS - TimeUnit.HOURS.toMillis(2);

    private final SessionsSpec spec;
    private final Identities identities;
    private final NodeIdentity[] identity;
    private final Map<PeerId, Integer> addresses = new LinkedHashMap<>();
    private final int[] consumers;
    private final int[] providers;
    private final int[] witnesses;
    private final @Nullable Behaviour[] behaviours;
    private final Map<Integer, Set<Integer>> namedProviders = new LinkedHashMap<>();
    private final @Nullable Chain[] bases;
    private final @Nullable Chain[] chains;
    private final RandomStreams streams;

    SessionPopulation(SessionsSpec spec, NodePopulation population, RandomStreams streams) {
        int nodes = population.nodes();
        this.spec = spec;
        this.streams = streams;
        this.identities = new Identities(spec.signing(), streams.seed(), nodes);
        this.identity = new NodeIdentity[nodes];
        for (int node = 0; node < nodes; node++) {
            identity[node] = identities.of(node);
            addresses.put(identity[node].peerId(), node);
        }
        NodeSelection selection = new NodeSelection(population);
        this.consumers = selected(selection, spec.roles().consumers(), "sessions.consumers");
        this.providers = selected(selection, spec.roles().providers(), "sessions.providers");
        this.witnesses = selected(selection, spec.roles().witnesses(), "sessions.witnesses");
        this.behaviours = new Behaviour[nodes];
        for (int i = 0; i < spec.faulty().size(); i++) {
            SessionsSpec.Faulty faulty = spec.faulty().get(i);
            for (int node : selected(selection, faulty.nodes(), "sessions.faulty." + i)) {
                if (behaviours[node] == null) {
                    behaviours[node] = faulty.behaviour();
                }
            }
        }
        for (SessionsSpec.Lock lock : spec.locks()) {
            namedProviders
                    .computeIfAbsent(population.indexOf(lock.consumer()), consumer -> new LinkedHashSet<>())
                    .add(population.indexOf(lock.provider()));
        }
        this.bases = new Chain[nodes];
        this.chains = new Chain[nodes];
    }

    private int[] selected(NodeSelection selection, NodeSelector selector, String purpose) {
        return selection.select(selector, streams.stream(purpose), new BitSet()).stream()
                .toArray();
    }

    int nodes() {
        return identity.length;
    }

    Identities identities() {
        return identities;
    }

    NodeIdentity identity(int node) {
        return identity[node];
    }

    PeerId peer(int node) {
        return identity[node].peerId();
    }

    /** The identity that the machine of a provider has. */
    NodeIdentity machineOf(int provider) {
        return identities.of((long) nodes() + provider);
    }

    OptionalInt address(PeerId peer) {
        Integer node = addresses.get(peer);
        return node == null ? OptionalInt.empty() : OptionalInt.of(node);
    }

    /** What a peer was ever given, micro-credits. */
    long incomeMicros(PeerId peer) {
        return addresses.containsKey(peer) ? spec.accounts().balanceMicros() : 0;
    }

    int[] consumers() {
        return consumers.clone();
    }

    /** How a node misbehaves, or null if it is honest. */
    @Nullable
    Behaviour behaviour(int node) {
        return behaviours[node];
    }

    /** The providers that a consumer recorded before the run: some drawn, and those that a lock of it names. */
    List<Integer> providersOf(int consumer) {
        Set<Integer> known = new LinkedHashSet<>(namedProviders.getOrDefault(consumer, new LinkedHashSet<>()));
        known.addAll(drawn(providers, consumer, spec.roles().providersKnown(), "sessions.providers-known"));
        return List.copyOf(known);
    }

    /** Other nodes than one, drawn without replacement; all if there are no more. */
    private List<Integer> drawn(int[] from, int except, int count, String purpose) {
        int[] order = Arrays.stream(from).filter(node -> node != except).toArray();
        streams.stream(purpose, except).shuffle(order);
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < Math.min(count, order.length); i++) {
            drawn.add(order[i]);
        }
        return drawn;
    }

    /** The chain that a node has when the run begins. */
    Chain chain(int node) {
        Chain chain = chains[node];
        if (chain == null) {
            chain = base(node);
            if (Arrays.binarySearch(consumers, node) >= 0 || namedProviders.containsKey(node)) {
                for (int provider : providersOf(node)) {
                    chain = recorded(chain, node, base(provider), LAST_RECORD_MILLIS);
                }
            }
            chains[node] = chain;
        }
        return chain;
    }

    /** Without the providers that the node recorded as a consumer. */
    private Chain base(int node) {
        Chain chain = bases[node];
        if (chain == null) {
            chain = begun(node);
            if (Arrays.binarySearch(providers, node) >= 0 || isNamedProvider(node)) {
                List<Integer> met = drawn(witnesses, node, spec.roles().acquaintances(), "sessions.acquaintances");
                for (int witness : met) {
                    chain = recorded(chain, node, begun(witness), bornMillis() + MEETING_MILLIS);
                }
                // That time has passed since shows only in a later block.
                if (!met.isEmpty()) {
                    chain = recorded(chain, node, begun(met.get(0)), LAST_RECORD_MILLIS);
                }
            }
            bases[node] = chain;
        }
        return chain;
    }

    private boolean isNamedProvider(int node) {
        return namedProviders.values().stream().anyMatch(named -> named.contains(node));
    }

    private Chain begun(int node) {
        return Chain.begin(bornMillis(), identity[node].signer(), identities.hasher());
    }

    private Chain recorded(Chain chain, int node, Chain other, long timeMillis) {
        PeerHead head = new PeerHead(other.checkpoint(), timeMillis);
        return chain.append(head.toBody(), timeMillis, identity[node].signer(), identities.hasher());
    }

    long bornMillis() {
        return EPOCH_MILLIS - TimeUnit.NANOSECONDS.toMillis(spec.accounts().ageNanos());
    }
}
