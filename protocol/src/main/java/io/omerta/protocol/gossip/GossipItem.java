package io.omerta.protocol.gossip;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.BYTES;

import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.QuorumCertificate;
import io.omerta.protocol.chain.QuorumCertificate.Endorsement;
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
 * @param signatures of those who stand for it; none if the content proves itself
 */
public record GossipItem(ItemType type, ByteString content, QuorumCertificate signatures) {
    static final int ENCODED_BYTES_MAX = ChainSegment.ENCODED_BYTES_MAX + (1 << 16) + (1 << 14);

    public static final RecordCodec<GossipItem> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("GossipItem", "type", "content", "signatures"),
                    List.of(ItemType.TYPE, BYTES, QuorumCertificate.TYPE)),
            ENCODED_BYTES_MAX,
            GossipItem::toStruct,
            GossipItem::read);

    public GossipItem {
        if (content.length() > type.contentBytesMax()) {
            throw new IllegalArgumentException("the content of a " + type + " has at most " + type.contentBytesMax()
                    + " bytes, but " + content.length() + " were given");
        }
    }

    /** Who signed, in rising order. */
    List<PeerId> signers() {
        return signatures.endorsements().stream().map(Endorsement::signer).toList();
    }

    /** The signatures of those who did not sign another variant of this item. */
    List<Endorsement> signaturesBeyond(GossipItem other) {
        List<PeerId> signed = other.signers();
        return signatures.endorsements().stream()
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
        signatures.endorsements().forEach(endorsement -> all.put(endorsement.signer(), endorsement));
        return new GossipItem(type, content, new QuorumCertificate(new ArrayList<>(all.values())));
    }

    /** Length of the encoding. */
    int encodedBytes() {
        return toStruct().encodedBytes();
    }

    private Struct toStruct() {
        return Struct.of(CODEC.type().shape(), new Value.EnumMember(type.name()), content, signatures.toValue());
    }

    private static GossipItem read(List<Value> values) {
        return new GossipItem(
                ItemType.valueOf(((Value.EnumMember) values.get(0)).name()),
                (ByteString) values.get(1),
                QuorumCertificate.fromValue(values.get(2)));
    }
}
