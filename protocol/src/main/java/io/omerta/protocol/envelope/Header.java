package io.omerta.protocol.envelope;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalDecoder;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a message but its payload: what the sender of an envelope signs. The signature is over the encoding, so
 * that it is kept: who receives a header hashes the bytes that came.
 */
public final class Header {
    /** The version of the protocol that this implementation speaks. */
    public static final int VERSION = 1;

    private static final int FIELDS = 10;
    private static final CanonicalDecoder DECODER = new CanonicalDecoder();

    private final ValueList fields;
    private final ByteString encoded;

    private Header(ValueList fields, ByteString encoded) {
        this.fields = fields;
        this.encoded = encoded;
    }

    /**
     * A header.
     *
     * @param version of the protocol
     * @param transaction id of the transaction
     * @param message name of the message
     * @param senderRole role in which the sender speaks
     * @param recipientRole role in which the recipient is addressed; {@link
     *     io.omerta.protocol.language.model.MessageModel#EVERYONE} if the message has several recipient roles
     * @param sequence distinguishes messages of one sender and type, at least 0
     * @param bodyHash hash of the encoded payload
     */
    static Header of(
            long version,
            Text transaction,
            Hash session,
            Text message,
            Text senderRole,
            Text recipientRole,
            PeerId sender,
            PeerId recipient,
            long sequence,
            Hash bodyHash) {
        ValueList fields = ValueList.of(
                new Value.Int(version),
                transaction,
                session,
                message,
                senderRole,
                recipientRole,
                sender,
                recipient,
                new Value.Int(sequence),
                bodyHash);
        return new Header(fields, CanonicalEncoder.encodeToBytes(fields));
    }

    /** The header that bytes are the encoding of, or null if they are none. Never throws. */
    static @Nullable Header parse(ByteString encoded) {
        return DECODER.decode(encoded) instanceof Decoded.Accepted accepted
                        && accepted.value() instanceof ValueList fields
                        && isHeader(fields)
                ? new Header(fields, encoded)
                : null;
    }

    private static boolean isHeader(ValueList fields) {
        return fields.size() == FIELDS
                && fields.get(0) instanceof Value.Int
                && fields.get(1) instanceof Text
                && fields.get(2) instanceof Hash
                && fields.get(3) instanceof Text
                && fields.get(4) instanceof Text
                && fields.get(5) instanceof Text
                && fields.get(6) instanceof PeerId
                && fields.get(7) instanceof PeerId
                && fields.get(8) instanceof Value.Int sequence
                && sequence.value() >= 0
                && fields.get(9) instanceof Hash;
    }

    /** The canonical encoding of the list of its fields. */
    ByteString encoded() {
        return encoded;
    }

    /** In the order of the parameters of {@link #of}. */
    ValueList fields() {
        return fields;
    }

    /** Of the protocol. */
    public long version() {
        return ((Value.Int) fields.get(0)).value();
    }

    /** The id of the transaction. */
    public String transaction() {
        return text(1);
    }

    public Hash session() {
        return (Hash) fields.get(2);
    }

    /** The name of the message. */
    public String message() {
        return text(3);
    }

    /** In which the sender speaks. */
    public String senderRole() {
        return text(4);
    }

    /** In which the recipient is addressed. */
    public String recipientRole() {
        return text(5);
    }

    public PeerId sender() {
        return (PeerId) fields.get(6);
    }

    public PeerId recipient() {
        return (PeerId) fields.get(7);
    }

    /** Distinguishes messages of one sender and type; at least 0. */
    public long sequence() {
        return ((Value.Int) fields.get(8)).value();
    }

    /** Of the encoded payload. */
    public Hash bodyHash() {
        return (Hash) fields.get(9);
    }

    private String text(int place) {
        return ((Text) fields.get(place)).text();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Header that && encoded.equals(that.encoded);
    }

    @Override
    public int hashCode() {
        return encoded.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
