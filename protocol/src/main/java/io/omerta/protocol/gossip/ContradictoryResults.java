package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * Two different results of what is decided once, such as the settlement of one session. Whoever signed both is guilty; with
 * one cabal of n and its quorum q these are at least 2q - n. Results that have no signer in common accuse nobody: anyone
 * can name a cabal of his own.
 *
 * @param first of the lower identity
 * @param second of the same type
 */
public record ContradictoryResults(GossipItem first, GossipItem second) {
    static final RecordCodec<ContradictoryResults> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("ContradictoryResults", "first", "second"),
                    List.of(GossipItem.CODEC.type(), GossipItem.CODEC.type())),
            2 * GossipItem.RESULT_ENCODED_BYTES_MAX + 128,
            ContradictoryResults::toStruct,
            ContradictoryResults::read);

    /** @throws IllegalArgumentException if they are no results of one type or nobody signed both */
    public ContradictoryResults {
        if (first.type() != second.type() || !first.type().isResult()) {
            throw new IllegalArgumentException(
                    "only results of one type contradict each other, not " + first.type() + " and " + second.type());
        }
        if (first.signers().stream().noneMatch(second.signers()::contains)) {
            throw new IllegalArgumentException("two results that nobody signed both of accuse nobody");
        }
    }

    /** Those who signed both, in rising order; at least one. */
    public List<PeerId> culprits() {
        return first.signers().stream().filter(second.signers()::contains).toList();
    }

    private Struct toStruct() {
        return Struct.of(CODEC.type().shape(), GossipItem.CODEC.toStruct(first), GossipItem.CODEC.toStruct(second));
    }

    private static ContradictoryResults read(List<Value> values) {
        return new ContradictoryResults(
                GossipItem.CODEC.fromStruct(values.get(0)), GossipItem.CODEC.fromStruct(values.get(1)));
    }
}
