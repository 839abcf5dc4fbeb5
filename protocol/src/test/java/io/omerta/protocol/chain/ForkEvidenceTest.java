package io.omerta.protocol.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ForkEvidenceTest {
    private final Neighbours neighbours = new Neighbours();
    private final SignedHeader one = neighbours.head(neighbours.chain(1, 5, 0));
    private final SignedHeader other = neighbours.head(neighbours.chain(1, 5, 40));

    private ForkEvidence evidence(SignedHeader first, SignedHeader second) {
        return ForkEvidence.between(first, second, neighbours.hasher).orElseThrow();
    }

    private boolean isProof(ForkEvidence evidence) {
        return evidence.isProof(neighbours.hasher, neighbours.verifier);
    }

    @Test
    void twoHeadsAtOneHeightAreAProofToAStranger() {
        byte[] bytes = ForkEvidence.CODEC.encode(evidence(one, other));
        ForkEvidence received = Neighbours.read(ForkEvidence.CODEC, bytes);
        assertTrue(isProof(received));
        assertEquals(neighbours.peer(1), received.culprit());
    }

    @Test
    void oneForkGivesOneEvidence() {
        assertEquals(evidence(one, other), evidence(other, one));
        ForkEvidence swapped = new ForkEvidence(
                evidence(one, other).second(), evidence(one, other).first());
        assertFalse(isProof(swapped), "only the canonical order is a proof");
    }

    @Test
    void identityDoesNotDependOnSignaturesButOnHeaders() {
        ForkEvidence evidence = evidence(one, other);
        ForkEvidence otherSignature =
                new ForkEvidence(new SignedHeader(evidence.first().header(), other.signature()), evidence.second());
        assertEquals(evidence.identity(neighbours.hasher), otherSignature.identity(neighbours.hasher));
        SignedHeader third = neighbours.head(neighbours.chain(1, 5, 80));
        assertNotEquals(
                evidence.identity(neighbours.hasher), evidence(one, third).identity(neighbours.hasher));
    }

    @Test
    void blockOfAnotherBranchThanTheHeadBelowItIsAProof() {
        SignedHeader next = neighbours.head(neighbours.chain(1, 6, 40));
        assertTrue(isProof(evidence(next, one)));
        assertEquals(evidence(next, one), evidence(one, next));
    }

    @Test
    void headsOfOneChainAreNoEvidence() {
        SignedHeader next = neighbours.head(neighbours.chain(1, 6, 0));
        assertTrue(ForkEvidence.between(one, next, neighbours.hasher).isEmpty());
        assertTrue(ForkEvidence.between(one, one, neighbours.hasher).isEmpty());
        assertFalse(isProof(new ForkEvidence(one, one)));
        assertFalse(isProof(new ForkEvidence(one, next)));
    }

    @Test
    void headsFarApartAreNoEvidence() {
        SignedHeader far = neighbours.head(neighbours.chain(1, 7, 40));
        assertTrue(ForkEvidence.between(one, far, neighbours.hasher).isEmpty());
    }

    @Test
    void headsOfTwoPeersAreNoEvidence() {
        SignedHeader foreign = neighbours.head(neighbours.chain(2, 5, 0));
        assertTrue(ForkEvidence.between(one, foreign, neighbours.hasher).isEmpty());
    }

    @Test
    void nobodyCanBeAccusedOfAHeaderThatTheyDidNotSign() {
        BlockHeader invented = new BlockHeader(one.header().owner(), 4, neighbours.hash(1), 4_000, neighbours.hash(2));
        for (SignedHeader forged : new SignedHeader[] {
            new SignedHeader(invented, one.signature()),
            new SignedHeader(invented, neighbours.signer(2).sign(invented.hash(neighbours.hasher)))
        }) {
            assertFalse(isProof(evidence(one, forged)));
        }
    }

    @Test
    void everySingleBitOfAProofMatters() {
        byte[] bytes = ForkEvidence.CODEC.encode(evidence(one, other));
        int readable = 0;
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            if (ForkEvidence.CODEC.parse(bytes) instanceof Parsed.Read<ForkEvidence> read) {
                assertFalse(isProof(read.record()), "bit " + bit);
                readable++;
            }
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        }
        assertTrue(readable > bytes.length, "too few mutants were readable: " + readable);
    }
}
