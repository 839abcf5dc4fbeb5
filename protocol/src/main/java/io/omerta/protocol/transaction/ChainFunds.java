package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a chain says its owner's sessions cost. A lock costs its owner, so that its word suffices; a release or a settlement
 * frees, so that it takes a quorum of the lock's witnesses; and what nobody can settle any more falls back by time.
 */
public final class ChainFunds {
    private static final String EXPIRY = "ESCROW_EXPIRED";
    private static final long DAY_MILLIS = 86_400_000;

    /** Longer than a session, its attestation and the claims after it can last from the expiry of the lock on. */
    private static final long SESSION_MILLIS_MAX = 2 * DAY_MILLIS;

    /** @param open the lock, or null if it was released or settled, so that only the cost is left */
    private record Cost(long micros, EscrowReader.@Nullable Lock open) {}

    private final EscrowReader escrows;
    private final SettlementReader settlements;
    private final long finalityMillis;

    /**
     * @param escrow transaction 00
     * @param settlement transaction 02
     */
    public ChainFunds(TransactionSpec escrow, TransactionSpec settlement, Hasher hasher, Verifier verifier) {
        this.escrows = new EscrowReader(escrow, hasher, verifier);
        this.settlements = new SettlementReader(settlement, hasher, verifier);
        this.finalityMillis = ((Value.Int) settlement.parameter("FINALITY")).value();
    }

    /**
     * Micro-credits by session, 0 for those that cost nothing in the end; nothing at all if the chain records what cannot
     * be.
     *
     * @param blocks verified, from the first one on
     */
    public Optional<Map<Hash, Long>> costs(List<Block> blocks, long nowMillis) {
        Map<Hash, Cost> costs = new TreeMap<>();
        if (replay(blocks, nowMillis, costs) < blocks.size()) {
            return Optional.empty();
        }
        Map<Hash, Long> micros = new TreeMap<>();
        costs.forEach((session, cost) -> micros.put(session, cost.micros()));
        return Optional.of(micros);
    }

    /**
     * What is left of the owner's income beside the costs of sessions; nothing if the chain records what cannot be. A
     * consumer that hides a settlement, and lets its lock expire, has paid nevertheless.
     *
     * @param blocks verified, from the first one on, at least one
     * @param counts the sessions whose costs are taken off
     */
    public OptionalLong freeMicros(List<Block> blocks, long nowMillis, Incomes incomes, Predicate<Hash> counts) {
        Optional<Map<Hash, Long>> costs = costs(blocks, nowMillis);
        if (costs.isEmpty()) {
            return OptionalLong.empty();
        }
        long micros = incomes.micros(blocks.get(0).owner());
        for (Map.Entry<Hash, Long> cost : costs.get().entrySet()) {
            if (counts.test(cost.getKey())) {
                micros -= Math.min(Math.max(cost.getValue(), incomes.chargedMicros(cost.getKey())), micros);
            }
        }
        return OptionalLong.of(micros);
    }

    /**
     * The index of the first block that records what cannot be after those before it, or how many blocks there are. Time
     * makes nothing possible or impossible.
     *
     * @param blocks verified, from the first one on
     */
    int firstImpossible(List<Block> blocks) {
        return replay(blocks, 0, new TreeMap<>());
    }

    private int replay(List<Block> blocks, long nowMillis, Map<Hash, Cost> costs) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean possible =
                    switch (block.type()) {
                        case EscrowReader.LOCK -> lock(block, costs);
                        case EscrowReader.TOPUP -> topUp(block, costs);
                        case EscrowReader.RELEASE -> release(block, costs);
                        case SettlementReader.UNLOCK -> settle(block, costs);
                        case EXPIRY -> expire(block, costs, nowMillis);
                        default -> true;
                    };
            if (!possible) {
                return i;
            }
        }
        return blocks.size();
    }

    private boolean lock(Block block, Map<Hash, Cost> costs) {
        return escrows.lock(block)
                .filter(lock -> costs.putIfAbsent(lock.session(), new Cost(lock.micros(), lock)) == null)
                .isPresent();
    }

    private boolean topUp(Block block, Map<Hash, Cost> costs) {
        return escrows.topUp(block)
                .filter(topUp -> {
                    Cost cost = costs.get(topUp.session());
                    if (cost == null || cost.open() == null || topUp.totalMicros() < cost.micros()) {
                        return false;
                    }
                    costs.put(topUp.session(), new Cost(topUp.totalMicros(), cost.open()));
                    return true;
                })
                .isPresent();
    }

    private boolean release(Block block, Map<Hash, Cost> costs) {
        if (!(block.body().get("session_id") instanceof Hash session)) {
            return false;
        }
        Cost cost = costs.get(session);
        if (cost == null || cost.open() == null || !escrows.isReleased(block, cost.open())) {
            return false;
        }
        costs.put(session, new Cost(0, null));
        return true;
    }

    /** A settlement of what was released before, or is not on this chain, changes nothing. */
    private boolean settle(Block block, Map<Hash, Cost> costs) {
        Optional<SettlementRecord> settlement = settlements.read(block);
        if (settlement.isEmpty()) {
            return false;
        }
        SettlementRecord settled = settlement.get();
        Cost cost = costs.get(settled.session());
        if (cost == null || cost.open() == null) {
            return true;
        }
        if (!isOf(settled, cost.open())) {
            return false;
        }
        costs.put(
                settled.session(),
                new Cost(settled.parts().paymentMicros() + settled.parts().burnMicros(), null));
        return true;
    }

    /** Whether a settlement is of that lock: by its cabal, and of its decision. */
    static boolean isOf(SettlementRecord settled, EscrowReader.Lock lock) {
        return settled.lock().equals(lock.decision())
                && settled.provider().equals(lock.provider())
                && settled.cabal().equals(lock.cabal());
    }

    /** Until the time has come for the reader, the block says nothing. */
    private boolean expire(Block block, Map<Hash, Cost> costs, long nowMillis) {
        if (!(block.body().get("session_id") instanceof Hash session)) {
            return false;
        }
        Cost cost = costs.get(session);
        if (cost != null
                && cost.open() != null
                && nowMillis >= cost.open().expiresAtMillis() + SESSION_MILLIS_MAX + finalityMillis) {
            costs.put(session, new Cost(0, null));
        }
        return true;
    }
}
