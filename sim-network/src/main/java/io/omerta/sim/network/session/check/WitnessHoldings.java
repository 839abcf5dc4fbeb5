package io.omerta.sim.network.session.check;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the chains of witnesses say that they hold of others' funds, and what they charged by settlements: an account of its
 * own, apart from the nodes'.
 */
final class WitnessHoldings {
    private record Name(int node, PeerId consumer, Hash session) {}

    /**
     * Funds held or charged.
     *
     * @param untilMillis after which a promise is void; a commitment holds until it is released
     * @param sinceNanos virtual time of the first block about it
     * @param isCharged whether they are spent, and never held again
     */
    record Held(int node, Hash session, long micros, long untilMillis, long sinceNanos, boolean isCharged) {
        boolean isLive(long nowMillis) {
            return nowMillis < untilMillis;
        }
    }

    private final Map<Name, Held> held = new LinkedHashMap<>();
    private final Map<Integer, Map<PeerId, List<Name>>> byWitness = new LinkedHashMap<>();

    void observe(SignedBlock block) {
        Hash session = block.session();
        if (session == null || !(block.block().body().get("consumer") instanceof PeerId consumer)) {
            return;
        }
        Name name = new Name(block.node(), consumer, session);
        switch (block.block().type()) {
            case "WITNESS_RESERVATION" -> reserve(name, block);
            case "WITNESS_COMMITMENT" -> put(name, block, block.number("amount"), Long.MAX_VALUE, false);
            case "SETTLEMENT_COMMITMENT" -> put(
                    name, block, block.number("payment") + block.number("burn"), Long.MAX_VALUE, true);
            case "RESERVATION_RELEASED" -> release(name);
            default -> {}
        }
    }

    /** A reservation beside a commitment is for a top-up: the larger counts, for as long as the commitment. */
    private void reserve(Name name, SignedBlock block) {
        Held before = held.get(name);
        long micros = block.number("amount");
        if (before != null && before.untilMillis() == Long.MAX_VALUE) {
            put(name, block, Math.max(before.micros(), micros), Long.MAX_VALUE, false);
        } else if (block.block().body().get("expires_at") instanceof Value.Timestamp until) {
            put(name, block, micros, until.millis(), false);
        }
    }

    private void release(Name name) {
        Held before = held.get(name);
        if (before != null && !before.isCharged()) {
            held.remove(name);
            ofWitness(name.node(), name.consumer()).remove(name);
        }
    }

    private void put(Name name, SignedBlock block, long micros, long untilMillis, boolean isCharged) {
        Held before = held.get(name);
        long since = before == null ? block.timeNanos() : before.sinceNanos();
        held.put(name, new Held(name.node(), name.session(), micros, untilMillis, since, isCharged));
        if (before == null) {
            ofWitness(name.node(), name.consumer()).add(name);
        }
    }

    private List<Name> ofWitness(int node, PeerId consumer) {
        return byWitness
                .computeIfAbsent(node, witness -> new LinkedHashMap<>())
                .computeIfAbsent(consumer, peer -> new ArrayList<>());
    }

    /** Micro-credits that a witness holds of a consumer, or has charged it. */
    long micros(int node, PeerId consumer, long nowMillis) {
        long micros = 0;
        for (Name name : ofWitness(node, consumer)) {
            Held each = held.get(name);
            if (each != null && each.isLive(nowMillis)) {
                micros = Math.addExact(micros, each.micros());
            }
        }
        return micros;
    }

    /** What is held and not charged. */
    List<Held> uncharged() {
        return held.values().stream().filter(each -> !each.isCharged()).toList();
    }
}
