package io.omerta.protocol.envelope;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import org.jspecify.annotations.Nullable;

/** Everything about a message but its payload: what the sender of an envelope signs. Held as the value that is hashed. */
public final class Header {
    /** The version of the protocol that this implementation speaks. */
    public static final int VERSION = 1;

    static final StructShape SHAPE = StructShape.of(
            "HEADER",
            "version",
            "transaction",
            "session",
            "message",
            "sender_role",
            "recipient_role",
            "sender",
            "recipient",
            "sequence",
            "body_hash");

    private final Struct value;

    private Header(Struct value) {
        this.value = value;
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
            Value.EnumMember message,
            Value.EnumMember senderRole,
            Value.EnumMember recipientRole,
            PeerId sender,
            PeerId recipient,
            long sequence,
            Hash bodyHash) {
        return new Header(Struct.of(
                SHAPE,
                new Value.Int(version),
                transaction,
                session,
                message,
                senderRole,
                recipientRole,
                sender,
                recipient,
                new Value.Int(sequence),
                bodyHash));
    }

    /** The header that a value is, or null if it is none. */
    static @Nullable Header of(Value value) {
        return value instanceof Struct header
                        && header.shape().equals(SHAPE)
                        && header.get(0) instanceof Value.Int
                        && header.get(1) instanceof Text
                        && header.get(2) instanceof Hash
                        && header.get(3) instanceof Value.EnumMember
                        && header.get(4) instanceof Value.EnumMember
                        && header.get(5) instanceof Value.EnumMember
                        && header.get(6) instanceof PeerId
                        && header.get(7) instanceof PeerId
                        && header.get(8) instanceof Value.Int sequence
                        && sequence.value() >= 0
                        && header.get(9) instanceof Hash
                ? new Header(header)
                : null;
    }

    Struct value() {
        return value;
    }

    /** Of the protocol. */
    public long version() {
        return ((Value.Int) value.get(0)).value();
    }

    /** The id of the transaction. */
    public String transaction() {
        return ((Text) value.get(1)).text();
    }

    public Hash session() {
        return (Hash) value.get(2);
    }

    /** The name of the message. */
    public String message() {
        return name(3);
    }

    /** In which the sender speaks. */
    public String senderRole() {
        return name(4);
    }

    /** In which the recipient is addressed. */
    public String recipientRole() {
        return name(5);
    }

    public PeerId sender() {
        return (PeerId) value.get(6);
    }

    public PeerId recipient() {
        return (PeerId) value.get(7);
    }

    /** Distinguishes messages of one sender and type; at least 0. */
    public long sequence() {
        return ((Value.Int) value.get(8)).value();
    }

    /** Of the encoded payload. */
    public Hash bodyHash() {
        return (Hash) value.get(9);
    }

    private String name(int place) {
        return ((Value.EnumMember) value.get(place)).name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Header that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
