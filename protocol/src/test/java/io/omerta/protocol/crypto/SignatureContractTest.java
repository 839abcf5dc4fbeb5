package io.omerta.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What signatures of every scheme have in common. A subclass provides the scheme. */
public abstract class SignatureContractTest {
    private static final HashDomain DOMAIN = HashDomain.of("omerta.test");
    private static final Hash MESSAGE = new Sha256Hasher().hash(DOMAIN, new Value.Int(1));
    private static final Hash OTHER_MESSAGE = new Sha256Hasher().hash(DOMAIN, new Value.Int(2));

    /** The signer of an identity; the same one for the same number. */
    protected abstract Signer signer(int identity);

    /** A verifier to which no identity has been introduced other than by {@link #signer}. */
    protected abstract Verifier verifier();

    @Test
    void whatASignerSignsIsVerified() {
        Verifier verifier = verifier();
        for (int identity = 0; identity < 5; identity++) {
            Signer signer = signer(identity);
            assertTrue(verifier.verify(signer.peerId(), MESSAGE, signer.sign(MESSAGE)));
            assertTrue(verifier.verify(signer.peerId(), OTHER_MESSAGE, signer.sign(OTHER_MESSAGE)));
        }
    }

    @Test
    void identitiesDiffer() {
        assertNotEquals(signer(0).peerId(), signer(1).peerId());
        assertEquals(signer(1).peerId(), signer(1).peerId());
    }

    @Test
    void signingTwiceGivesTheSameSignature() {
        Signer signer = signer(0);
        Signature first = signer.sign(MESSAGE);
        signer.sign(OTHER_MESSAGE);
        assertEquals(first, signer.sign(MESSAGE));
        assertEquals(first, signer(0).sign(MESSAGE));
    }

    @Test
    void signatureOfOneMessageIsNotThatOfAnother() {
        Signer signer = signer(0);
        assertFalse(verifier().verify(signer.peerId(), OTHER_MESSAGE, signer.sign(MESSAGE)));
    }

    @Test
    void signatureOfOnePeerIsNotThatOfAnother() {
        Signature signature = signer(0).sign(MESSAGE);
        assertFalse(verifier().verify(signer(1).peerId(), MESSAGE, signature));
    }

    @Test
    void everyBitOfASignatureMatters() {
        Signer signer = signer(0);
        Verifier verifier = verifier();
        byte[] signature = signer.sign(MESSAGE).toByteArray();
        for (int bit = 0; bit < 8 * signature.length; bit++) {
            signature[bit / 8] ^= (byte) (1 << (bit % 8));
            assertFalse(verifier.verify(signer.peerId(), MESSAGE, Signature.of(signature)), "bit " + bit);
            signature[bit / 8] ^= (byte) (1 << (bit % 8));
        }
        assertTrue(verifier.verify(signer.peerId(), MESSAGE, Signature.of(signature)));
    }

    @Test
    void everyByteOfAMessageMatters() {
        Signer signer = signer(0);
        Verifier verifier = verifier();
        Signature signature = signer.sign(MESSAGE);
        byte[] message = MESSAGE.toByteArray();
        for (int at = 0; at < message.length; at++) {
            message[at] ^= 1;
            assertFalse(verifier.verify(signer.peerId(), Hash.of(message), signature), "byte " + at);
            message[at] ^= 1;
        }
    }

    @Test
    void everyByteOfAPeerIdMatters() {
        Signer signer = signer(0);
        Verifier verifier = verifier();
        Signature signature = signer.sign(MESSAGE);
        byte[] peerId = signer.peerId().toByteArray();
        for (int at = 0; at < peerId.length; at++) {
            peerId[at] ^= 1;
            assertFalse(verifier.verify(PeerId.of(peerId), MESSAGE, signature), "byte " + at);
            peerId[at] ^= 1;
        }
    }

    @Test
    void halvesOfTwoSignaturesMakeNoSignature() {
        Signer signer = signer(0);
        byte[] mixed = signer.sign(MESSAGE).toByteArray();
        System.arraycopy(signer.sign(OTHER_MESSAGE).toByteArray(), 0, mixed, 0, Signature.BYTES / 2);
        assertFalse(verifier().verify(signer.peerId(), MESSAGE, Signature.of(mixed)));
        assertFalse(verifier().verify(signer.peerId(), OTHER_MESSAGE, Signature.of(mixed)));
    }

    @Test
    void guessesAreNoSignatures() {
        Signer signer = signer(0);
        Verifier verifier = verifier();
        Random random = new Random(1);
        byte[] guess = new byte[Signature.BYTES];
        for (int i = 0; i < 200; i++) {
            assertFalse(verifier.verify(signer.peerId(), MESSAGE, Signature.of(guess)));
            random.nextBytes(guess);
        }
    }

    @Test
    void signatureDoesNotRepeatItselfWithin() {
        byte[] signature = signer(0).sign(MESSAGE).toByteArray();
        int half = Signature.BYTES / 2;
        assertFalse(Arrays.equals(signature, 0, half, signature, half, Signature.BYTES));
    }

    @Test
    void strangerWhoIsNoKeyHasSignedNothing() {
        Signature signature = signer(0).sign(MESSAGE);
        byte[] stranger = new byte[PeerId.BYTES];
        Arrays.fill(stranger, (byte) 0xff);
        assertFalse(verifier().verify(PeerId.of(stranger), MESSAGE, signature));
        assertFalse(verifier().verify(PeerId.of(new byte[PeerId.BYTES]), MESSAGE, signature));
    }
}
