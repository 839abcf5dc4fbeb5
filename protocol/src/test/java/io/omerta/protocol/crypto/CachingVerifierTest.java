package io.omerta.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import org.junit.jupiter.api.Test;

class CachingVerifierTest {
    private final Signer signer = new SimulatedIdentities(1).signer(0);
    private final Verifier real;
    private int asked;

    CachingVerifierTest() {
        SimulatedIdentities identities = new SimulatedIdentities(1);
        identities.signer(0);
        Verifier verifier = identities.verifier();
        this.real = (peer, message, signature) -> {
            asked++;
            return verifier.verify(peer, message, signature);
        };
    }

    private static Hash message(int number) {
        byte[] message = new byte[Hash.BYTES];
        message[0] = (byte) number;
        return Hash.of(message);
    }

    private boolean verifies(Verifier verifier, int number) {
        return verifier.verify(signer.peerId(), message(number), signer.sign(message(number)));
    }

    @Test
    void trueSignatureIsVerifiedOnce() {
        Verifier caching = new CachingVerifier(real, 10);
        for (int i = 0; i < 3; i++) {
            assertTrue(verifies(caching, 1));
        }
        assertEquals(1, asked);
    }

    @Test
    void everyPartOfWhatWasVerifiedCounts() {
        Verifier caching = new CachingVerifier(real, 10);
        Signature signature = signer.sign(message(1));
        assertTrue(caching.verify(signer.peerId(), message(1), signature));
        assertFalse(caching.verify(signer.peerId(), message(2), signature));
        assertFalse(caching.verify(PeerId.of(new byte[PeerId.BYTES]), message(1), signature));
        assertFalse(caching.verify(signer.peerId(), message(1), signer.sign(message(3))));
    }

    @Test
    void falseSignaturesDisplaceNothing() {
        Verifier caching = new CachingVerifier(real, 1);
        verifies(caching, 1);
        for (int i = 0; i < 5; i++) {
            assertFalse(caching.verify(signer.peerId(), message(1), signer.sign(message(2))));
        }
        asked = 0;
        assertTrue(verifies(caching, 1));
        assertEquals(0, asked);
    }

    @Test
    void leastRecentlyUsedSignatureIsForgottenFirst() {
        Verifier caching = new CachingVerifier(real, 2);
        verifies(caching, 1);
        verifies(caching, 2);
        verifies(caching, 1);
        verifies(caching, 3);
        asked = 0;
        assertTrue(verifies(caching, 1));
        assertTrue(verifies(caching, 3));
        assertEquals(0, asked);
        assertTrue(verifies(caching, 2));
        assertEquals(1, asked);
    }

    @Test
    void capacityBelowOneIsRefused() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new CachingVerifier(real, 0));
        assertEquals("capacity must be at least 1, but was 0", refusal.getMessage());
    }
}
