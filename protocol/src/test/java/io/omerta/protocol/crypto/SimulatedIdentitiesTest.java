package io.omerta.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Signature;
import org.junit.jupiter.api.Test;

class SimulatedIdentitiesTest extends SignatureContractTest {
    private static final Hash MESSAGE = Hash.of(new byte[Hash.BYTES]);

    private final SimulatedIdentities identities = new SimulatedIdentities(1);

    @Override
    protected Signer signer(int identity) {
        return identities.signer(identity);
    }

    @Override
    protected Verifier verifier() {
        return identities.verifier();
    }

    @Test
    void equalSeedsGiveEqualIdentities() {
        Signer signer = new SimulatedIdentities(7).signer(3);
        Signer again = new SimulatedIdentities(7).signer(3);
        assertEquals(signer.peerId(), again.peerId());
        assertEquals(signer.sign(MESSAGE), again.sign(MESSAGE));
    }

    @Test
    void otherSeedsGiveOtherIdentities() {
        assertNotEquals(
                new SimulatedIdentities(7).signer(3).peerId(),
                new SimulatedIdentities(8).signer(3).peerId());
    }

    @Test
    void identityIsIndependentOfTheOrderInWhichIdentitiesAppear() {
        SimulatedIdentities other = new SimulatedIdentities(1);
        other.signer(9);
        assertEquals(signer(2).sign(MESSAGE), other.signer(2).sign(MESSAGE));
    }

    @Test
    void signatureOfAPeerThatDoesNotExistIsRefused() {
        Signer elsewhere = new SimulatedIdentities(2).signer(0);
        assertFalse(verifier().verify(elsewhere.peerId(), MESSAGE, elsewhere.sign(MESSAGE)));
    }

    @Test
    void verifierKnowsIdentitiesThatAppearAfterIt() {
        Verifier verifier = verifier();
        Signer late = signer(77);
        assertTrue(verifier.verify(late.peerId(), MESSAGE, late.sign(MESSAGE)));
    }

    @Test
    void oneIdentityHasOneSigner() {
        assertSame(signer(4), signer(4));
    }

    /** The scheme is part of the determinism contract: a change of it changes every trace that holds a signature. */
    @Test
    void signaturesAreTheSameOnEveryMachine() {
        Signature signature = new SimulatedIdentities(42).signer(0).sign(MESSAGE);
        assertEquals(
                "d21faa85f08c0b895d64eb15d57c5c701bafcf5e5236be47795351408e2a8721"
                        + "7a70dcb1a824d22d547637b05cc26090a11ba2f01c48ba1c4748d25bb3e46661",
                signature.toHex());
    }
}
