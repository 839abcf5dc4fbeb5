package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.HealthSession.ANCHOR;
import static io.omerta.protocol.transaction.HealthSession.ESCROW;
import static io.omerta.protocol.transaction.HealthSession.HEALTH;
import static io.omerta.protocol.transaction.HealthSession.SUBJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole checks: the members audit by transaction 04. */
class HealthAuditTest {
    private static final TransactionSpec AUDIT = ShippedTransactions.STATE_AUDIT.compile();
    private static final long DAY_SECONDS = 86_400;

    private static HealthSession checked(long seed, TransactionSpec health) {
        HealthSession session = HealthSession.drawn(seed, ESCROW, AUDIT, health);
        session.scan();
        session.harness().runSeconds(1_000);
        return session;
    }

    /** A check of a subject that has released a lock which it never had. */
    private static HealthSession checkedAndFaulty(long seed, TransactionSpec health) {
        HealthSession session = HealthSession.drawn(seed, ESCROW, AUDIT, health);
        Struct release = new Forge(session.harness(), ESCROW, session.id())
                .block(
                        "BALANCE_RELEASE",
                        "amount",
                        new Value.Int(300),
                        "replacements",
                        ValueList.of(),
                        "votes",
                        ValueList.of());
        session.node(SUBJECT).take(new SessionCommand.Record(release).toInput());
        session.scan();
        session.harness().runSeconds(1_000);
        return session;
    }

    @Test
    void anHonestChainPasses() {
        HealthSession session = checked(1, HEALTH);
        session.assertDecided("PASS");
        session.cabal().forEach(member -> assertEquals(1, session.harness().blocks(member, "AUDIT_RECORD")));
    }

    @Test
    void aFaultyChainFails() {
        HealthSession session = checkedAndFaulty(2, HEALTH);
        session.assertDecided("FAIL");
        assertEquals(
                new Value.Int(37 + 100 - 8),
                session.decided(session.trigger(), "suspicion"),
                "one of eight checks failed, one accusation is open, 8 days old");
    }

    @Test
    void whatAFailureIsProvedByAnybodyCanCheckAgain() {
        HealthSession session = checkedAndFaulty(3, HEALTH);
        DiscrepancyProofs third = new DiscrepancyProofs(
                ESCROW,
                SettlementSession.SETTLEMENT,
                new TestNode.TestTrust(),
                session.harness().hasher,
                session.harness().verifier);
        ValueList proofs = (ValueList) session.variable(session.cabal().get(0), "Cabal", "discrepancies");
        assertEquals(1, proofs.size());
        Discrepancy discrepancy = Discrepancy.of(proofs.get(0));
        assertTrue(third.isProof(discrepancy));
        assertEquals(session.harness().peer(SUBJECT), discrepancy.culprit());
    }

    @Test
    void whoFailedIsCheckedSooner() {
        HealthSession session = checkedAndFaulty(4, HEALTH);
        session.assertDecided("FAIL");
        session.harness().runSeconds(2 * DAY_SECONDS);
        HealthSession early = HealthSession.drawn(session.harness());
        early.scan();
        assertEquals("NOT_TRIGGERED", early.triggerPeer());
        session.harness().runSeconds(DAY_SECONDS);
        HealthSession next = HealthSession.drawn(session.harness());
        next.scan();
        next.harness().runSeconds(2);
        assertEquals("DONE", next.triggerPeer());
    }

    @Test
    void aSilentSubjectIsNeitherPassedNorFailed() {
        HealthSession session = HealthSession.drawn(5, ESCROW, AUDIT, HEALTH);
        session.scan();
        session.harness().network.lose(packet -> packet.from() == SUBJECT);
        session.harness().runSeconds(1_000);
        session.assertDecided("PARTIAL");
    }

    /** A member sends a proof that proves nothing, or nothing about the subject; the trigger peer's state. */
    private static String failedWithBadProof(TransactionSpec health) {
        HealthSession session = HealthSession.auditing(7, ESCROW, health);
        HealthForge forge = new HealthForge(session);
        List<NodeIdentity> cabal = session.cabal().stream().map(forge::identity).toList();
        NodeIdentity sender = cabal.get(0);
        Struct claim = session.forge()
                .make(
                        sender,
                        "Discrepancy",
                        "kind",
                        new Value.EnumMember("INVALID_BLOCK"),
                        "culprit",
                        session.harness().peer(SUBJECT),
                        "fact",
                        session.id(),
                        "proof",
                        session.evidence(ANCHOR).get(2));
        Struct result = forge.result(forge.decided("FAIL"), cabal);
        session.forge()
                .send(sender, session.trigger(), "TriggerPeer", forge.message(sender, "CHECK_RESULT", result, claim));
        return session.triggerPeer();
    }

    @Test
    void h22EvenAWholeCabalCannotMakeUpAProof() {
        assertEquals("WATCHING", failedWithBadProof(HEALTH));
    }

    @Test
    void h22WithoutCheckingTheProofItCould() {
        Variant unguarded = Variant.of(ShippedTransactions.HEALTH_CHECK)
                .with("d => d.culprit == subject and is_proof(d)", "d => d.culprit == subject");
        assertEquals("DONE", failedWithBadProof(unguarded.compile()));
    }
}
