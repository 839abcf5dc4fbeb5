package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The native functions about chains and money: what the own chain, and those of others, say of heads and funds. */
public final class EscrowNatives {
    private static final String CHAIN = "omerta.chain";
    private static final String LEDGER = "omerta.ledger";

    private final ChainFunds funds;
    private final SegmentReader segments;
    private final PeerKnowledge knowledge;
    private final Incomes incomes;
    private final int segmentBytesMax;

    private EscrowNatives(
            ChainFunds funds, SegmentReader segments, PeerKnowledge knowledge, Incomes incomes, int segmentBytesMax) {
        this.funds = funds;
        this.segments = segments;
        this.knowledge = knowledge;
        this.incomes = incomes;
        this.segmentBytesMax = segmentBytesMax;
    }

    /**
     * @param escrow transaction 00
     * @param settlement transaction 02
     */
    public static NativeLibrary library(
            TransactionSpec escrow,
            TransactionSpec settlement,
            NodeIdentity identity,
            PeerKnowledge knowledge,
            Incomes incomes,
            SessionLimits limits) {
        EscrowNatives natives = new EscrowNatives(
                new ChainFunds(escrow, settlement, identity.hasher(), identity.verifier()),
                new SegmentReader(identity.hasher(), identity.verifier(), Programs.SEGMENTS_OF_ONE_NODE),
                knowledge,
                incomes,
                limits.segmentBytesMax());
        return NativeLibrary.empty()
                .with(CHAIN, "recorded_checkpoint", EscrowNatives::recordedCheckpoint)
                .with(CHAIN, "known_chain", natives::knownChain)
                .with(LEDGER, "balance_at", natives::balanceAt)
                .with(LEDGER, "own_funds", natives::ownFunds)
                .with(LEDGER, "reserved_elsewhere", natives::reservedElsewhere)
                .with(LEDGER, "escrow_held", EscrowNatives::escrowHeld);
    }

    private static Value recordedCheckpoint(NativeCall at, List<Value> arguments) {
        PeerId peer = (PeerId) arguments.get(0);
        long ageMillis = ((Value.Int) arguments.get(1)).value();
        return at.chain()
                .recordedHead(peer, at.nowMillis() - ageMillis)
                .<Value>map(head -> head.head().hash())
                .orElse(Value.Absent.INSTANCE);
    }

    private Value knownChain(NativeCall at, List<Value> arguments) {
        return knowledge
                .chainUpTo((PeerId) arguments.get(0), (Hash) arguments.get(1))
                .map(ChainSegment.CODEC::encode)
                .filter(bytes -> bytes.length <= segmentBytesMax)
                .<Value>map(ByteString::of)
                .orElse(Value.Absent.INSTANCE);
    }

    private Value balanceAt(NativeCall at, List<Value> arguments) {
        List<Block> blocks = blocks(arguments);
        Hash session = (Hash) arguments.get(2);
        if (blocks.isEmpty()) {
            return new Value.Int(0);
        }
        return new Value.Int(funds.freeMicros(blocks, at.nowMillis(), incomes, other -> !other.equals(session))
                .orElse(0));
    }

    private static Value escrowHeld(NativeCall at, List<Value> arguments) {
        return new Value.Int(at.chain().held().committedMicros((PeerId) arguments.get(0), (Hash) arguments.get(1)));
    }

    /** Never less than 0: who holds more than it has holds nothing free. */
    private Value ownFunds(NativeCall at, List<Value> arguments) {
        Hash session = (Hash) arguments.get(0);
        List<Block> blocks = new ArrayList<>();
        Chain chain = at.chain().chain();
        for (Block block = chain.blockAt(0); block != null; block = chain.blockAt(block.height() + 1)) {
            blocks.add(block);
        }
        if (blocks.isEmpty()) {
            return new Value.Int(0);
        }
        long free = funds.freeMicros(blocks, at.nowMillis(), incomes, other -> !other.equals(session))
                .orElse(0);
        return new Value.Int(Math.max(0, free - reserved(at, blocks, session)));
    }

    private Value reservedElsewhere(NativeCall at, List<Value> arguments) {
        List<Block> blocks = blocks(arguments);
        Hash session = (Hash) arguments.get(2);
        return new Value.Int(blocks.isEmpty() ? 0 : reserved(at, blocks, session));
    }

    /** What this node holds for the owner's sessions but one that its chain does not record. */
    private long reserved(NativeCall at, List<Block> blocks, Hash session) {
        Map<Hash, Long> recorded = funds.costs(blocks, at.nowMillis()).orElse(new TreeMap<>());
        return at.chain()
                .held()
                .micros(
                        blocks.get(0).owner(),
                        other -> !other.equals(session) && !recorded.containsKey(other),
                        at.nowMillis());
    }

    private List<Block> blocks(List<Value> arguments) {
        return segments.upTo((ByteString) arguments.get(0), (Hash) arguments.get(1))
                .orElse(List.of());
    }
}
