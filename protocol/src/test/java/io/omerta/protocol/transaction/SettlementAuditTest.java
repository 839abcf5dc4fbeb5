package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What audits find in the settlements that chains record. */
class SettlementAuditTest {
    private final SettlementSession session = SettlementSession.ended(41).settled();
    private final DiscrepancyProofs proofs = new DiscrepancyProofs(
            AuditSession.ESCROW,
            SettlementSession.SETTLEMENT,
            new TestNode.TestTrust(),
            session.harness().hasher,
            session.harness().verifier);

    private List<Block> blocks(int node) {
        Chain chain = session.node(node).host.chain();
        return chain.page(0, chain.height()).blocks();
    }

    private Block block(int node, String type) {
        return blocks(node).stream()
                .filter(block -> block.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** A party's record of the settlement, as if it were by another lock. */
    private Block byAnotherLock(int node, String type) {
        Block genuine = block(node, type);
        Struct settlement = (Struct) Forge.field(genuine.body(), "settlement");
        Struct other = Forge.changed(settlement, "lock_hash", session.forge().hash(new Text("another lock")));
        return AuditForge.block(
                session.identity(node),
                genuine.height(),
                genuine.previous(),
                genuine.timeMillis(),
                Forge.changed(genuine.body(), "settlement", other));
    }

    private boolean isFound(DiscrepancyKind kind, int culprit, Block... blocks) {
        Optional<Discrepancy> found = proofs.of(kind, List.of(blocks));
        found.ifPresent(discrepancy -> assertEquals(session.identity(culprit).peerId(), discrepancy.culprit()));
        return found.isPresent();
    }

    @Test
    void genuineBlocksOfASettledSessionAreNoProofOfAnything() {
        List<Block> all = new ArrayList<>(blocks(CONSUMER));
        all.addAll(blocks(PROVIDER));
        for (DiscrepancyKind kind : DiscrepancyKind.values()) {
            for (Block one : all) {
                assertEquals(Optional.empty(), proofs.of(kind, List.of(one)));
                for (Block other : all) {
                    assertEquals(Optional.empty(), proofs.of(kind, List.of(one, other)));
                }
            }
        }
    }

    @Test
    void aPaymentByAnotherLockIsRefutedByTheConsumersLock() {
        Block lock = block(CONSUMER, "BALANCE_LOCK");
        assertTrue(isFound(
                DiscrepancyKind.COUNTERPARTY_MISMATCH, PROVIDER, lock, byAnotherLock(PROVIDER, "PAYMENT_RECEIVED")));
    }

    @Test
    void aPaymentByAnotherLockIsRefutedByTheProvidersOwnRecordOfTheSession() {
        Block opened = block(PROVIDER, "SESSION_OPENED");
        assertTrue(
                isFound(DiscrepancyKind.VALUE_MISMATCH, PROVIDER, opened, byAnotherLock(PROVIDER, "PAYMENT_RECEIVED")));
    }

    @Test
    void aSettlementThatNoQuorumSignedIsRefutedByItself() {
        assertTrue(isFound(DiscrepancyKind.VALUE_MISMATCH, PROVIDER, byAnotherLock(PROVIDER, "PAYMENT_RECEIVED")));
        assertTrue(isFound(DiscrepancyKind.VALUE_MISMATCH, CONSUMER, byAnotherLock(CONSUMER, "BALANCE_UNLOCK")));
    }
}
