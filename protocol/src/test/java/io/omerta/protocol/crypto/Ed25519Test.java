package io.omerta.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Resource;
import io.omerta.protocol.wire.Signature;
import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class Ed25519Test extends SignatureContractTest {
    @Override
    protected Signer signer(int identity) {
        byte[] privateKey = new byte[KeyPair.PRIVATE_KEY_BYTES];
        privateKey[0] = (byte) identity;
        return new Ed25519Signer(KeyPair.ofPrivateKey(privateKey));
    }

    @Override
    protected Verifier verifier() {
        return new Ed25519Verifier(8);
    }

    @TestFactory
    Stream<DynamicTest> signaturesAreThoseOfTheRfc() throws IOException {
        return Resource.lines(Ed25519Test.class, "ed25519-rfc8032.txt").stream()
                .map(line -> line.split(" "))
                .map(vector -> DynamicTest.dynamicTest(vector[1], () -> {
                    HexFormat hex = HexFormat.of();
                    KeyPair keys = KeyPair.ofPrivateKey(hex.parseHex(vector[0]));
                    byte[] message = vector[2].equals("-") ? new byte[0] : hex.parseHex(vector[2]);
                    assertEquals(vector[1], keys.peerId().toHex());
                    assertEquals(
                            vector[3], new Ed25519Signer(keys).sign(message).toHex());
                    assertTrue(new Ed25519Verifier(1)
                            .verify(PeerId.ofHex(vector[1]), message, Signature.ofHex(vector[3])));
                }));
    }

    @TestFactory
    Stream<DynamicTest> signaturesOnWhichVerifiersDisagreeAreRefused() throws IOException {
        return Resource.lines(Ed25519Test.class, "ed25519-refused.txt").stream()
                .map(line -> line.split(" ", 4))
                .map(vector -> DynamicTest.dynamicTest(
                        vector[3],
                        () -> assertFalse(new Ed25519Verifier(1)
                                .verify(PeerId.ofHex(vector[1]), Hash.ofHex(vector[0]), Signature.ofHex(vector[2])))));
    }

    @Test
    void verifierThatRemembersOneKeyJudgesLikeOneThatRemembersAll() {
        Verifier forgetful = new Ed25519Verifier(1);
        Hash message = Hash.of(new byte[Hash.BYTES]);
        for (int i = 0; i < 6; i++) {
            Signer signer = signer(i % 2);
            assertTrue(forgetful.verify(signer.peerId(), message, signer.sign(message)));
            assertFalse(forgetful.verify(signer.peerId(), message, signer(2).sign(message)));
        }
    }

    @Test
    void privateKeyAppearsInNoText() {
        byte[] privateKey = new byte[KeyPair.PRIVATE_KEY_BYTES];
        for (int i = 0; i < privateKey.length; i++) {
            privateKey[i] = (byte) (0xa0 + i);
        }
        KeyPair keys = KeyPair.ofPrivateKey(privateKey);
        String text = keys + " " + new Ed25519Signer(keys);
        assertTrue(text.contains(keys.peerId().toHex()));
        assertFalse(text.contains("a0a1a2"));
        assertFalse(text.contains("-96, -95"));
    }

    @Test
    void privateKeyOfTheWrongLengthIsRefused() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> KeyPair.ofPrivateKey(new byte[31]));
        assertEquals("a private key is 32 bytes long, but 31 were given", refusal.getMessage());
    }

    @Test
    void privateKeyIsCopied() {
        byte[] privateKey = new byte[KeyPair.PRIVATE_KEY_BYTES];
        Signer signer = new Ed25519Signer(KeyPair.ofPrivateKey(privateKey));
        privateKey[0] = 1;
        Hash message = Hash.of(new byte[Hash.BYTES]);
        assertEquals(signer(0).sign(message), signer.sign(message));
    }
}
