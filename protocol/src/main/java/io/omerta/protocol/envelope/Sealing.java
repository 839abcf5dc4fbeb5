package io.omerta.protocol.envelope;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import org.jspecify.annotations.Nullable;

/** Puts the messages of one machine into envelopes. Not for use by several threads. */
public final class Sealing {
    private record Payload(Struct body, ByteString encoded, Hash hash) {}

    private final Text transaction;
    private final Hash session;
    private final Hasher hasher;
    private final Signer signer;

    /** The payload sealed last. */
    private @Nullable Payload latest;

    /**
     * @param transaction id of the transaction
     * @param signer of the identity whose machine it is
     */
    public Sealing(String transaction, Hash session, Hasher hasher, Signer signer) {
        this.transaction = new Text(transaction);
        this.session = session;
        this.hasher = hasher;
        this.signer = signer;
    }

    /**
     * The bytes to send. A payload that goes to several recipients, one after the other, is encoded and hashed once.
     *
     * @param send what the machine asked for
     * @param recipientRole the role in which the recipient takes part, one of the message's recipients
     * @param sequence not used before for a message of the same type in the session
     * @throws IllegalArgumentException if the envelope would exceed the limits of values
     */
    public byte[] seal(MachineEffect.Send send, String recipientRole, long sequence) {
        Payload payload = payload(send.body());
        Header header = Header.of(
                Header.VERSION,
                transaction,
                session,
                new Text(send.message().name()),
                new Text(send.message().sender()),
                new Text(recipientRole),
                signer.peerId(),
                send.to(),
                sequence,
                payload.hash());
        return EnvelopeCodec.encode(
                new Envelope(header, signer.sign(EnvelopeCodec.hash(header, hasher)), payload.encoded()));
    }

    @SuppressWarnings(
            "ReferenceEquality") // a broadcast sends one object; comparing contents would cost as much as encoding
    private Payload payload(Struct body) {
        Payload known = latest;
        if (known == null || known.body() != body) {
            ByteString encoded = CanonicalEncoder.encodeToBytes(body);
            known = new Payload(body, encoded, EnvelopeCodec.hash(encoded, hasher));
            latest = known;
        }
        return known;
    }
}
