package io.omerta.protocol.gossip;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.BYTES;

import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One fact as it travels, with the signatures that make it worth believing. An item that was received claims what it says;
 * {@link ItemRules} tell what is true.
 *
 * @param content canonical encoding of what is stated, without its signatures; of at most {@link ItemType#contentBytesMax}
 * @param signatures of those who stand for it, at most {@link Cabal#MEMBERS_MAX}, in rising order of their signers, who are
 *     distinct; none if the content proves itself
 */
public record GossipItem(ItemType type, ByteString content, List<Endorsement> signatures) {
    static final int ENCODED_BYTES_MAX = ItemType.CONFLICT_PROOF.contentBytesMax() + (1 << 14);

    /** Longest encoding of a result. */
    static final int RESULT_ENCODED_BYTES_MAX =
            ItemType.LOCK_RESULT.contentBytesMax() + Cabal.MEMBERS_MAX * (Endorsement.STATEMENT_BYTES_MAX + 160) + 128;

    public static final RecordCodec<GossipItem> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("GossipItem", "type", "content", "signatures"),
                    List.of(ItemType.TYPE, BYTES, new TypeDescriptor.ListOf(Endorsement.CODEC.type()))),
            ENCODED_BYTES_MAX,
            GossipItem::toStruct,
            GossipItem::read);

    public GossipItem {
        signatures = List.copyOf(signatures);
        GossipMessage.requireAtMost(Cabal.MEMBERS_MAX, signatures, "signatures of an item");
        for (int i = 1; i < signatures.size(); i++) {
            if (signatures.get(i - 1).signer().compareTo(signatures.get(i).signer()) >= 0) {
                throw new IllegalArgumentException("the signers of an item are distinct and in rising order");
            }
        }
        if (content.length() > type.contentBytesMax()) {
            throw new IllegalArgumentException("the content of a " + type + " has at most " + type.contentBytesMax()
                    + " bytes, but " + content.length() + " were given");
        }
    }

    /** Who signed, in rising order. */
    List<PeerId> signers() {
        return signatures.stream().map(Endorsement::signer).toList();
    }

    /** The signatures of those who did not sign another variant of this item. */
    List<Endorsement> signaturesBeyond(GossipItem other) {
        List<PeerId> signed = other.signers();
        return signatures.stream()
                .filter(endorsement -> !signed.contains(endorsement.signer()))
                .toList();
    }

    /**
     * This item with more signatures. A signer's first signature stays: who can sign one thing in many ways would else keep
     * an item changing, and travelling, for ever.
     *
     * @param more of peers who did not sign this variant
     */
    GossipItem with(List<Endorsement> more) {
        TreeMap<PeerId, Endorsement> all = new TreeMap<>();
        more.forEach(endorsement -> all.put(endorsement.signer(), endorsement));
        signatures.forEach(endorsement -> all.put(endorsement.signer(), endorsement));
        return new GossipItem(type, content, new ArrayList<>(all.values()));
    }

    /** Length of the encoding. */
    int encodedBytes() {
        return toStruct().encodedBytes();
    }

    private Struct toStruct() {
        return Struct.of(
                CODEC.type().shape(),
                new Value.EnumMember(type.name()),
                content,
                GossipMessage.list(signatures, Endorsement.CODEC));
    }

    private static GossipItem read(List<Value> values) {
        return new GossipItem(
                ItemType.valueOf(((Value.EnumMember) values.get(0)).name()),
                (ByteString) values.get(1),
                GossipMessage.read(values.get(2), Cabal.MEMBERS_MAX, "signatures of an item", Endorsement.CODEC));
    }
}
