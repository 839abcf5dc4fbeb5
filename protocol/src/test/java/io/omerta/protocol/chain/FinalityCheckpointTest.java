package io.omerta.protocol.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FinalityCheckpointTest {
    private static final long LATER_MILLIS = 3_000 + FinalityStatement.AGE_MILLIS_MIN;

    private final Neighbours neighbours = new Neighbours();
    private final Chain chain = neighbours.chain(9, 10, 0);
    private final Chain upToBlock = neighbours.chain(9, 4, 0);

    private FinalityCheckpoint checkpoint(int signers) {
        FinalityStatement statement = new FinalityStatement(
                upToBlock.checkpoint(), 3_000, LATER_MILLIS, neighbours.hash(1), neighbours.cabal(5));
        return new FinalityCheckpoint(statement, neighbours.certificate(statement.hash(neighbours.hasher), signers));
    }

    private QuorumCertificate.Verdict verdict(FinalityCheckpoint checkpoint) {
        return checkpoint.verify(neighbours.hasher, neighbours.verifier);
    }

    @Test
    void quorumMakesABlockFinal() {
        FinalityCheckpoint received =
                Neighbours.read(FinalityCheckpoint.CODEC, FinalityCheckpoint.CODEC.encode(checkpoint(4)));
        assertEquals(checkpoint(4), received);
        assertEquals(QuorumCertificate.Verdict.VALID, verdict(received));
        assertEquals(QuorumCertificate.Verdict.TOO_FEW, verdict(checkpoint(3)));
    }

    @Test
    void blockYoungerThanHalfAYearIsNotFinal() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new FinalityStatement(
                        upToBlock.checkpoint(), 3_000, LATER_MILLIS - 1, neighbours.hash(1), neighbours.cabal(5)));
    }

    @Test
    void verificationMayBeginAtAFinalBlock() {
        Chain pruned = chain.pruned(checkpoint(4).statement());
        VerifiedSegment rest =
                neighbours.verified(pruned.page(3, 9), checkpoint(4).anchor());
        assertEquals(pruned, Chain.of(rest));
    }

    @Test
    void prunedChainKeepsTheFinalBlockAndAllAfterIt() {
        Chain pruned = chain.pruned(checkpoint(4).statement());
        assertEquals(3, pruned.firstHeight());
        assertNull(pruned.blockAt(2));
        for (int height = 3; height <= 9; height++) {
            assertEquals(chain.blockAt(height), pruned.blockAt(height));
        }
        assertEquals(chain.checkpoint(), pruned.checkpoint());
        assertTrue(pruned.contains(upToBlock.checkpoint()));
        assertFalse(pruned.contains(neighbours.chain(9, 3, 0).checkpoint()));
    }

    @Test
    void prunedChainGoesOn() {
        Chain pruned = neighbours.grown(chain.pruned(checkpoint(4).statement()), 9, 40, 9);
        assertEquals(neighbours.chain(9, 50, 0).checkpoint(), pruned.checkpoint());
        assertEquals(Neighbours.note(29), pruned.blockAt(30).body());
    }

    @Test
    void chainIsNotPrunedAtABlockOfAnotherBranch() {
        Chain branch = neighbours.chain(9, 10, 60);
        assertThrows(
                IllegalArgumentException.class,
                () -> branch.pruned(checkpoint(4).statement()));
    }

    @Test
    void everySingleBitOfACheckpointMatters() {
        byte[] bytes = FinalityCheckpoint.CODEC.encode(checkpoint(4));
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            if (FinalityCheckpoint.CODEC.parse(bytes) instanceof Parsed.Read<FinalityCheckpoint> read) {
                assertFalse(verdict(read.record()) == QuorumCertificate.Verdict.VALID, "bit " + bit);
            }
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        }
        assertEquals(QuorumCertificate.Verdict.VALID, verdict(Neighbours.read(FinalityCheckpoint.CODEC, bytes)));
    }
}
