package io.omerta.protocol.envelope;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;

/** Puts the messages of one machine into envelopes. Not for use by several threads. */
public final class Sealing {
    private final Text transaction;
    private final Hash session;
    private final Hasher hasher;
    private final Signer signer;

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
     * The bytes to send.
     *
     * @param send what the machine asked for
     * @param recipientRole the role in which the recipient takes part, one of the message's recipients
     * @param sequence not used before for a message of the same type in the session
     * @throws IllegalArgumentException if the envelope would exceed the limits of values
     */
    public byte[] seal(MachineEffect.Send send, String recipientRole, long sequence) {
        ByteString body = CanonicalEncoder.encodeToBytes(send.body());
        Header header = Header.of(
                Header.VERSION,
                transaction,
                session,
                new Value.EnumMember(send.message().name()),
                new Value.EnumMember(send.message().sender()),
                new Value.EnumMember(recipientRole),
                signer.peerId(),
                send.to(),
                sequence,
                EnvelopeCodec.hash(body, hasher));
        return EnvelopeCodec.encode(new Envelope(header, signer.sign(EnvelopeCodec.hash(header, hasher)), body));
    }
}
