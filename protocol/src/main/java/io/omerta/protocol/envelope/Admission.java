package io.omerta.protocol.envelope;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.SignedBody;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.TypedCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which bytes a role's machines see. What is cheap to check is checked first: signatures come last.
 *
 * @see Sealing
 */
public final class Admission {
    /** What became of bytes. */
    public sealed interface Verdict {
        /**
         * A message for the machine.
         *
         * @param window to be used for the next bytes
         */
        record Admitted(MachineInput.Received input, ReplayWindow window) implements Verdict {}

        /** Nothing for the machine; the window stays as it is. */
        record Refused(Refusal reason) implements Verdict {}
    }

    /** @param signed null if the message is not */
    private record Incoming(int number, MessageModel model, TypedCodec codec, @Nullable SignedBody signed) {}

    private final String transaction;
    private final String role;
    private final Hasher hasher;
    private final Verifier verifier;
    private final Map<String, Incoming> messages = new LinkedHashMap<>();

    /**
     * @param role whose machines are to be protected
     * @param hasher as the senders use it
     * @throws IllegalArgumentException if the transaction has no such role
     */
    public Admission(TransactionSpec transaction, String role, Hasher hasher, Verifier verifier) {
        this.transaction = transaction.model().id();
        this.role = transaction.machine(role).model().name();
        this.hasher = hasher;
        this.verifier = verifier;
        for (MessageModel message : transaction.model().messages()) {
            TypedCodec codec = transaction.codec(message.name());
            SignedBody signed = transaction.signedBody(message.name());
            messages.put(message.name(), new Incoming(messages.size(), message, codec, signed));
        }
    }

    /**
     * Judges bytes from anybody. Never throws, whatever the bytes.
     *
     * @param self the identity whose machine it is
     * @param window of the machine and its session
     */
    public Verdict admit(PeerId self, Hash session, ReplayWindow window, byte[] bytes) {
        Envelope envelope = EnvelopeCodec.decode(bytes);
        return envelope == null ? new Verdict.Refused(Refusal.MALFORMED) : admit(self, session, window, envelope);
    }

    /** Judges an envelope from anybody, like {@link #admit(PeerId, Hash, ReplayWindow, byte[])}. */
    public Verdict admit(PeerId self, Hash session, ReplayWindow window, Envelope envelope) {
        Header header = envelope.header();
        Incoming message = messages.get(header.message());
        Refusal addressing = addressing(header, message, self, session);
        if (addressing != null || message == null) {
            return new Verdict.Refused(addressing == null ? Refusal.UNKNOWN_MESSAGE : addressing);
        }
        if (window.covers(header.sender(), message.number, header.sequence())) {
            return new Verdict.Refused(Refusal.REPLAYED);
        }
        ReplayWindow next = window.with(header.sender(), message.number, header.sequence());
        if (next == null) {
            return new Verdict.Refused(Refusal.TOO_MANY_SENDERS);
        }
        if (!EnvelopeCodec.hash(envelope.body(), hasher).equals(header.bodyHash())) {
            return new Verdict.Refused(Refusal.WRONG_BODY_HASH);
        }
        if (!verifier.verify(header.sender(), EnvelopeCodec.hash(header, hasher), envelope.signature())) {
            return new Verdict.Refused(Refusal.FORGED);
        }
        if (!(message.codec.decode(envelope.body()) instanceof Decoded.Accepted accepted)
                || !(accepted.value() instanceof Struct body)) {
            return new Verdict.Refused(Refusal.MISTYPED_BODY);
        }
        if (message.signed != null && !message.signed.isSignedBy(header.sender(), body, hasher, verifier)) {
            return new Verdict.Refused(Refusal.FORGED_BODY);
        }
        return new Verdict.Admitted(new MachineInput.Received(header.sender(), message.model, body), next);
    }

    /** What is wrong with where the message comes from and goes to, or null. */
    private @Nullable Refusal addressing(Header header, @Nullable Incoming message, PeerId self, Hash session) {
        if (header.version() != Header.VERSION) {
            return Refusal.WRONG_VERSION;
        }
        if (!header.transaction().equals(transaction)) {
            return Refusal.WRONG_TRANSACTION;
        }
        if (!header.session().equals(session)) {
            return Refusal.WRONG_SESSION;
        }
        if (message == null) {
            return Refusal.UNKNOWN_MESSAGE;
        }
        if (!header.senderRole().equals(message.model.sender())) {
            return Refusal.WRONG_SENDER_ROLE;
        }
        boolean addressed = header.recipientRole().equals(role)
                || header.recipientRole().equals(MessageModel.EVERYONE) && message.model.hasSeveralRecipients();
        if (!addressed || !message.model.isFor(role)) {
            return Refusal.WRONG_RECIPIENT_ROLE;
        }
        return header.recipient().equals(self) ? null : Refusal.WRONG_RECIPIENT;
    }
}
