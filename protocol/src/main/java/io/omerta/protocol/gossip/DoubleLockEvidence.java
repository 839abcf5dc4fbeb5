package io.omerta.protocol.gossip;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Proof that a consumer locked the same funds twice: two final locks, which it signed, that together exceed the balance of
 * which neither is deducted. {@link ItemRules#isProof} verifies it, with no further contact.
 *
 * <p>The head that the second lock names is that of the first, or a later one. If later, the blocks in between are part of
 * the proof: they show that the first lock is not among them. In either case the consumer asked for the second before it
 * had recorded the first, so that both held at once. A consumer that records each lock before it asks for the next gives no
 * such proof.
 *
 * @param consumer who did it
 * @param first a lock; if both name one head, that of the lower session
 * @param second exceeds, with the first, the balance
 * @param between the blocks of the consumer after the head of the first lock, up to that of the second
 */
public record DoubleLockEvidence(PeerId consumer, GossipItem first, GossipItem second, List<Block> between) {
    static final RecordCodec<DoubleLockEvidence> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("DoubleLockEvidence", "consumer", "first", "second", "between"),
                    List.of(
                            PEER_ID,
                            GossipItem.CODEC.type(),
                            GossipItem.CODEC.type(),
                            new TypeDescriptor.ListOf(Block.CODEC.type()))),
            ChainSegment.ENCODED_BYTES_MAX + 2 * GossipItem.RESULT_ENCODED_BYTES_MAX + 256,
            DoubleLockEvidence::toStruct,
            DoubleLockEvidence::read);

    public DoubleLockEvidence {
        between = List.copyOf(between);
        GossipMessage.requireAtMost(ChainSegment.BLOCKS_MAX, between, "blocks between two locks");
        if (first.type() != ItemType.LOCK_RESULT || second.type() != ItemType.LOCK_RESULT) {
            throw new IllegalArgumentException(
                    "a double lock is of two locks, not of " + first.type() + " and " + second.type());
        }
    }

    /** Those who did it: the consumer, and the witnesses who signed both locks. In rising order. */
    public List<PeerId> culprits() {
        TreeSet<PeerId> both = new TreeSet<>();
        for (Endorsement endorsement : first.signatures()) {
            if (endorsement.statement().length() > 0 && second.signers().contains(endorsement.signer())) {
                both.add(endorsement.signer());
            }
        }
        both.add(consumer);
        return List.copyOf(both);
    }

    private Struct toStruct() {
        return Struct.of(
                CODEC.type().shape(),
                consumer,
                GossipItem.CODEC.toStruct(first),
                GossipItem.CODEC.toStruct(second),
                ValueList.of(between.stream().map(Block.CODEC::toStruct).toList()));
    }

    private static DoubleLockEvidence read(List<Value> values) {
        List<Value> blocks = ((ValueList) values.get(3)).elements();
        GossipMessage.requireAtMost(ChainSegment.BLOCKS_MAX, blocks, "blocks between two locks");
        List<Block> between = new ArrayList<>();
        for (Value block : blocks) {
            between.add(Block.CODEC.fromStruct(block));
        }
        return new DoubleLockEvidence(
                (PeerId) values.get(0),
                GossipItem.CODEC.fromStruct(values.get(1)),
                GossipItem.CODEC.fromStruct(values.get(2)),
                between);
    }
}
