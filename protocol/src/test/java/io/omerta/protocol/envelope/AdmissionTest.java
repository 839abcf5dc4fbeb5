package io.omerta.protocol.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Sha256Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.crypto.SimulatedHasher;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.SignedBody;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Section 4.10: what a machine gets to see, with each part of an envelope tampered with in turn. */
class AdmissionTest {
    private static final String PROTOCOL =
            """
            transaction 07 "Purchase"
            message OFFER from Buyer to [Seller] signed ( amount uint )
            message PING from Buyer to [Seller] ( amount uint )
            message ANSWER from Seller to [Buyer] ( amount uint )
            actor Buyer (
              store ( seller peer_id amount uint )
              state S initial
              state T terminal
              trigger begin(seller peer_id, amount uint) in [S]
              S -> S on begin ( store seller, amount SEND(seller, OFFER) SEND(seller, PING) )
              S -> T on ANSWER when message.sender == seller
            )
            actor Seller (
              store ( buyer peer_id amount uint )
              state S initial
              state T terminal
              S -> S on OFFER ( buyer = message.sender amount = message.amount )
              S -> T on PING when message.sender == buyer ( SEND(buyer, ANSWER) )
            )
            """;

    private static final Hash SESSION = Hash.of(filled(Hash.BYTES, 1));

    private final SimulatedIdentities identities = new SimulatedIdentities(3);
    private final Signer buyer = identities.signer(1);
    private final PeerId seller = identities.signer(2).peerId();
    private final Hasher hasher = new SimulatedHasher();
    private final TransactionSpec spec = TransactionSpec.compile(model());
    private final MessageModel offer = Objects.requireNonNull(spec.message("OFFER"));
    private final MessageModel ping = Objects.requireNonNull(spec.message("PING"));
    private final Admission admission = new Admission(spec, "Seller", hasher, identities.verifier());
    private final Sealing sealing = new Sealing("07", SESSION, hasher, buyer);

    private static ProtocolModel model() {
        return Checker.check(Source.of("purchase.omt", PROTOCOL), ImportSource.none())
                .requireModel();
    }

    private static byte[] filled(int length, int with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    private Struct offer(long amount, Signer signer) {
        Struct content = Struct.of(StructShape.of("OFFER", "amount"), new Value.Int(amount));
        return Struct.of(
                offer.body().shape(), new Value.Int(amount), signer.sign(hasher.hash(SignedBody.DOMAIN, content)));
    }

    private Struct ping(long amount) {
        return Struct.of(ping.body().shape(), new Value.Int(amount));
    }

    private byte[] sealedOffer(long sequence) {
        return sealing.seal(new MachineEffect.Send(seller, offer, offer(5, buyer)), "Seller", sequence);
    }

    private byte[] sealedPing(long sequence) {
        return sealing.seal(new MachineEffect.Send(seller, ping, ping(5)), "Seller", sequence);
    }

    private Admission.Verdict admit(byte[] bytes) {
        return admission.admit(seller, SESSION, ReplayWindow.EMPTY, bytes);
    }

    private Refusal refusal(byte[] bytes) {
        return assertInstanceOf(Admission.Verdict.Refused.class, admit(bytes)).reason();
    }

    /** Bytes of an envelope whose header is signed by the buyer, whatever it says. */
    private byte[] signedBytes(Header header, ByteString body) {
        return EnvelopeCodec.encode(new Envelope(header, buyer.sign(EnvelopeCodec.hash(header, hasher)), body));
    }

    private Envelope genuine() {
        return Objects.requireNonNull(EnvelopeCodec.decode(sealedPing(9)));
    }

    /** A header in which one field, by its place, is another. */
    private Header changed(int place, Value with) {
        Value[] fields = genuine().header().fields().elements().toArray(Value[]::new);
        fields[place] = with;
        return Header.of(
                ((Value.Int) fields[0]).value(),
                (Text) fields[1],
                (Hash) fields[2],
                (Text) fields[3],
                (Text) fields[4],
                (Text) fields[5],
                (PeerId) fields[6],
                (PeerId) fields[7],
                ((Value.Int) fields[8]).value(),
                (Hash) fields[9]);
    }

    private Refusal refusalWith(int place, Value with) {
        return refusal(signedBytes(changed(place, with), genuine().body()));
    }

    @Test
    void aGenuineMessageIsAdmitted() {
        Admission.Verdict.Admitted admitted = assertInstanceOf(Admission.Verdict.Admitted.class, admit(sealedOffer(0)));
        assertEquals(buyer.peerId(), admitted.input().sender());
        assertEquals(offer, admitted.input().message());
        assertEquals(offer(5, buyer), admitted.input().body());
    }

    @Test
    void aMessageIsAdmittedWithTheHashesOfANodeToo() {
        Hasher real = new Sha256Hasher();
        byte[] bytes = new Sealing("07", SESSION, real, buyer)
                .seal(new MachineEffect.Send(seller, ping, ping(5)), "Seller", 0);
        Admission other = new Admission(spec, "Seller", real, identities.verifier());
        assertInstanceOf(Admission.Verdict.Admitted.class, other.admit(seller, SESSION, ReplayWindow.EMPTY, bytes));
    }

    /** Put together by hand from {@code protocol/docs/semantics.md}, 4.10. */
    @Test
    void anEnvelopeHasTheBytesThatTheSpecificationSays() {
        Hasher real = new Sha256Hasher();
        ByteString body = CanonicalEncoder.encodeToBytes(ping(5));
        ByteString header = CanonicalEncoder.encodeToBytes(ValueList.of(
                new Value.Int(1),
                new Text("07"),
                SESSION,
                new Text("PING"),
                new Text("Buyer"),
                new Text("Seller"),
                buyer.peerId(),
                seller,
                new Value.Int(9),
                real.hash(HashDomain.of("omerta.body"), body)));
        Signature signature = buyer.sign(real.hash(HashDomain.of("omerta.envelope"), header));
        assertArrayEquals(
                CanonicalEncoder.encode(ValueList.of(header, signature, body)),
                new Sealing("07", SESSION, real, buyer)
                        .seal(new MachineEffect.Send(seller, ping, ping(5)), "Seller", 9));
    }

    @Test
    void anotherVersionIsRefused() {
        assertEquals(Refusal.WRONG_VERSION, refusalWith(0, new Value.Int(2)));
    }

    @Test
    void anotherTransactionIsRefused() {
        assertEquals(Refusal.WRONG_TRANSACTION, refusalWith(1, new Text("08")));
    }

    @Test
    void anotherSessionIsRefused() {
        assertEquals(Refusal.WRONG_SESSION, refusalWith(2, Hash.of(filled(Hash.BYTES, 2))));
    }

    @Test
    void anUnknownMessageIsRefused() {
        assertEquals(Refusal.UNKNOWN_MESSAGE, refusalWith(3, new Text("PONG")));
    }

    @Test
    void aRoleThatDoesNotSendTheMessageIsRefused() {
        assertEquals(Refusal.WRONG_SENDER_ROLE, refusalWith(4, new Text("Seller")));
    }

    @Test
    void anotherRoleThanTheMachinesIsRefused() {
        assertEquals(Refusal.WRONG_RECIPIENT_ROLE, refusalWith(5, new Text("Buyer")));
    }

    @Test
    void aMessageThatTheRoleDoesNotReceiveIsRefused() {
        Admission buyers = new Admission(spec, "Buyer", hasher, identities.verifier());
        byte[] bytes = signedBytes(changed(5, new Text("Buyer")), genuine().body());
        assertEquals(
                new Admission.Verdict.Refused(Refusal.WRONG_RECIPIENT_ROLE),
                buyers.admit(seller, SESSION, ReplayWindow.EMPTY, bytes));
    }

    @Test
    void aMessageForAnotherPeerIsRefused() {
        assertEquals(Refusal.WRONG_RECIPIENT, refusalWith(7, buyer.peerId()));
    }

    @Test
    void aNegativeSequenceNumberIsNoEnvelope() {
        assertEquals(Refusal.MALFORMED, refusalWith(8, new Value.Int(-1)));
    }

    @Test
    void anotherBodyThanTheOneSignedIsRefused() {
        byte[] other = CanonicalEncoder.encode(ping(6));
        assertEquals(
                Refusal.WRONG_BODY_HASH,
                refusal(EnvelopeCodec.encode(
                        new Envelope(genuine().header(), genuine().signature(), ByteString.of(other)))));
    }

    @Test
    void aSenderThatDidNotSignIsRefused() {
        assertEquals(Refusal.FORGED, refusalWith(6, identities.signer(4).peerId()));
    }

    @Test
    void everyFieldIsSigned() {
        Envelope envelope = genuine();
        List<Header> others = List.of(
                changed(8, new Value.Int(10)), changed(6, identities.signer(4).peerId()));
        for (Header header : others) {
            byte[] bytes = EnvelopeCodec.encode(new Envelope(header, envelope.signature(), envelope.body()));
            assertEquals(Refusal.FORGED, refusal(bytes));
        }
        byte[] tampered = envelope.signature().toByteArray();
        tampered[17] ^= 4;
        assertEquals(
                Refusal.FORGED,
                refusal(EnvelopeCodec.encode(
                        new Envelope(envelope.header(), Signature.of(tampered), envelope.body()))));
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        for (Value body : List.of(
                new Value.Int(5),
                ping(-5),
                Struct.of(StructShape.of("PING", "amount"), new Text("5")),
                Struct.of(StructShape.of("PONG", "amount"), new Value.Int(5)))) {
            assertEquals(Refusal.MISTYPED_BODY, refusal(withBody(CanonicalEncoder.encode(body))));
        }
        assertEquals(Refusal.MISTYPED_BODY, refusal(withBody(new byte[] {0x72})));
    }

    private byte[] withBody(byte[] body) {
        ByteString bytes = ByteString.of(body);
        return signedBytes(changed(9, EnvelopeCodec.hash(bytes, hasher)), bytes);
    }

    @Test
    void aSignedPayloadOfSomebodyElseIsRefused() {
        byte[] bytes = sealing.seal(new MachineEffect.Send(seller, offer, offer(5, identities.signer(4))), "Seller", 0);
        assertEquals(Refusal.FORGED_BODY, refusal(bytes));
    }

    @Test
    void theSameMessageIsAdmittedOnce() {
        Admission.Verdict.Admitted first = assertInstanceOf(Admission.Verdict.Admitted.class, admit(sealedPing(4)));
        assertEquals(
                new Admission.Verdict.Refused(Refusal.REPLAYED),
                admission.admit(seller, SESSION, first.window(), sealedPing(4)));
        assertInstanceOf(
                Admission.Verdict.Admitted.class, admission.admit(seller, SESSION, first.window(), sealedPing(3)));
        assertInstanceOf(
                Admission.Verdict.Admitted.class, admission.admit(seller, SESSION, first.window(), sealedOffer(4)));
    }

    @Test
    void bytesThatAreNoEnvelopeAreRefused() {
        assertEquals(Refusal.MALFORMED, refusal(new byte[0]));
        assertEquals(Refusal.MALFORMED, refusal(new byte[2_000_000]));
        assertEquals(Refusal.MALFORMED, refusal(CanonicalEncoder.encode(ping(5))));
    }

    @Test
    void noBytesMakeAdmissionThrowAndNoChangedBitIsAdmitted() {
        SplittableRandom random = new SplittableRandom(23);
        byte[] genuine = sealedOffer(0);
        for (int i = 0; i < genuine.length * 8; i++) {
            byte[] flipped = genuine.clone();
            flipped[i / 8] ^= (byte) (1 << (i % 8));
            assertInstanceOf(Admission.Verdict.Refused.class, admit(flipped));
        }
        for (int i = 0; i < 5000; i++) {
            byte[] cut = Arrays.copyOf(genuine, random.nextInt(genuine.length));
            for (int j = random.nextInt(4); j > 0 && cut.length > 0; j--) {
                cut[random.nextInt(cut.length)] = (byte) random.nextInt();
            }
            assertInstanceOf(Admission.Verdict.Refused.class, admit(cut));
        }
    }

    @Test
    void aRoleThatDoesNotExistIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new Admission(spec, "Broker", hasher, identities.verifier()));
    }
}
