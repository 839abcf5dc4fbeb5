package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.HealthSession.ANCHOR;
import static io.omerta.protocol.transaction.HealthSession.ESCROW;
import static io.omerta.protocol.transaction.HealthSession.HEALTH;
import static io.omerta.protocol.transaction.HealthSession.SUBJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways in which a health check begins and ends, whatever the members' audits come to. */
class HealthCheckTest {
    private static final long DAY_SECONDS = 86_400;

    private static void audit(HealthSession session, List<Integer> members, String verdict) {
        members.forEach(member -> session.audited(member, verdict));
        session.harness().runSeconds(5);
    }

    private static Value outcome(String name) {
        return new Value.EnumMember(name);
    }

    @Test
    void whoseTurnItIsAsksTheDrawnCabal() {
        HealthSession session = HealthSession.auditing(1);
        assertEquals(5, session.cabal().size());
        assertEquals(session.cabal(), session.auditors());
    }

    @Test
    void aQuorumThatFindsNothingPasses() {
        HealthSession session = HealthSession.auditing(2);
        audit(session, session.cabal(), "CONSISTENT");
        session.assertDecided("PASS");
        assertEquals(1, session.harness().blocks(SUBJECT, "HEALTH_STATUS"));
        session.cabal().forEach(member -> assertEquals(1, session.harness().blocks(member, "CHECK_RECORD")));
    }

    @Test
    void theScoreAfterTheCheckIsPartOfTheResult() {
        HealthSession session = HealthSession.auditing(3);
        Value before = session.variable(session.trigger(), "TriggerPeer", "check");
        assertEquals(new Value.Int(92), Forge.field(before, "suspicion"), "100 for a week without, 8 off for 8 days");
        audit(session, session.cabal(), "CONSISTENT");
        assertEquals(new Value.Int(0), session.decided(session.trigger(), "suspicion"));
    }

    @Test
    void aMemberWhoseAuditSaysNothingAbstains() {
        HealthSession session = HealthSession.auditing(4);
        audit(session, session.cabal().subList(0, 1), "INCONCLUSIVE");
        audit(session, session.cabal().subList(1, 5), "CONSISTENT");
        session.assertDecided("PASS");
    }

    @Test
    void aSubjectThatGaveNothingToAQuorumIsNeitherPassedNorFailed() {
        HealthSession session = HealthSession.auditing(5);
        audit(session, session.cabal(), "INCONCLUSIVE");
        session.assertDecided("PARTIAL");
        assertEquals(new Value.Int(92 + 6), session.decided(session.trigger(), "suspicion"), "one silence in 32");
    }

    @Test
    void aPartialCheckIsMadeAgainByAnotherCabal() {
        HealthSession session = HealthSession.auditing(6);
        audit(session, session.cabal(), "INCONCLUSIVE");
        session.harness().runSeconds(3_600);
        HealthSession next = HealthSession.drawn(session.harness());
        next.scan();
        next.harness().runSeconds(2);
        assertEquals("WATCHING", next.triggerPeer());
    }

    @Test
    void aDividedCabalSaysNothing() {
        HealthSession session = HealthSession.auditing(7);
        audit(session, session.cabal().subList(0, 2), "INCONCLUSIVE");
        audit(session, session.cabal().subList(2, 5), "CONSISTENT");
        session.harness().runSeconds(1_000);
        for (int member : session.cabal()) {
            assertEquals("DIVIDED", session.member(member));
            assertEquals(1, session.harness().blocks(member, "CHECK_RECORD"));
        }
        assertEquals("UNDECIDED", session.triggerPeer());
        assertEquals("", session.subject());
        assertEquals(0, session.harness().blocks(session.trigger(), "CABAL_SILENCE"), "all were heard of");
        session.assertSound();
    }

    @Test
    void auditsThatTakeTooLongSayNothing() {
        HealthSession session = HealthSession.auditing(8);
        session.harness().runSeconds(700);
        session.assertDecided("PARTIAL");
    }

    @Test
    void withoutEnoughMembersNothingBegins() {
        HealthSession session = HealthSession.drawn(9, ESCROW, HEALTH);
        session.scan();
        List<Integer> silent = session.cabal().subList(0, 2);
        session.harness().network.lose(packet -> silent.contains(packet.from()));
        session.harness().runSeconds(70);
        assertEquals("UNANSWERED", session.triggerPeer());
    }

    @Test
    void membersWhoAcceptAndAreSilentAreOnTheTriggerPeersChain() {
        HealthSession session = HealthSession.auditing(10);
        List<Integer> silent = session.cabal().subList(0, 2);
        session.harness().network.lose(packet -> silent.contains(packet.from()));
        audit(session, session.cabal(), "CONSISTENT");
        session.harness().runSeconds(1_000);
        assertEquals("UNDECIDED", session.triggerPeer());
        ValueList named =
                (ValueList) Forge.field(session.harness().block(session.trigger(), "CABAL_SILENCE"), "silent");
        List<Integer> nodes = named.elements().stream()
                .map(accept -> session.harness().node(Forge.field(accept, "witness")))
                .sorted()
                .toList();
        assertEquals(silent, nodes);
        session.assertSound();
    }

    @Test
    void oneSilentMemberIsNotMissed() {
        HealthSession session = HealthSession.auditing(11);
        int silent = session.cabal().get(0);
        session.harness().network.lose(packet -> packet.from() == silent);
        audit(session, session.cabal().subList(1, 5), "CONSISTENT");
        assertEquals("DONE", session.triggerPeer());
        assertEquals("RECORDED", session.subject());
    }

    @Test
    void whoContradictsTheQuorumIsOnItsMembersChains() {
        HealthSession session = HealthSession.auditing(12);
        int dissenter = session.cabal().get(0);
        session.audited(dissenter, "INCONSISTENT");
        session.harness().runSeconds(5);
        audit(session, session.cabal().subList(1, 5), "CONSISTENT");
        session.assertDecided("PASS");
        for (int member : session.cabal()) {
            ValueList dissents = (ValueList) Forge.field(session.harness().block(member, "CHECK_RECORD"), "dissents");
            assertEquals(1, dissents.size());
            assertEquals(session.harness().peer(dissenter), Forge.field(dissents.get(0), "witness"));
        }
    }

    @Test
    void nobodyIsCheckedBeforeItsTime() {
        SessionHarness harness = HealthSession.harness(13, ESCROW, HEALTH);
        harness.runSeconds(2 * DAY_SECONDS);
        HealthSession session = HealthSession.drawn(harness);
        session.scan();
        assertEquals("NOT_TRIGGERED", session.triggerPeer());
    }

    @Test
    void whoWasCheckedShowsSo() {
        HealthSession session = HealthSession.auditing(14);
        audit(session, session.cabal(), "CONSISTENT");
        session.harness().runSeconds(2 * DAY_SECONDS);
        HealthSession next = HealthSession.drawn(session.harness());
        next.scan();
        assertEquals("NOT_TRIGGERED", next.triggerPeer());
    }

    @Test
    void aTriggerPeerThatHidesTheLastCheckIsRefusedByThoseWhoMadeIt() {
        HealthSession session = HealthSession.drawn(15, ESCROW, HEALTH);
        Struct before = session.evidence(SUBJECT);
        session.scan();
        session.harness().runSeconds(2);
        audit(session, session.cabal(), "CONSISTENT");
        session.harness().runSeconds(3_600);
        HealthSession next = HealthSession.drawn(session.harness());
        next.scan(before, next.evidence(ANCHOR));
        next.harness().runSeconds(2);
        List<Integer> both =
                next.cabal().stream().filter(session.cabal()::contains).toList();
        assertTrue(!both.isEmpty(), "two cabals of 5 among 14 have members in common");
        for (int member : both) {
            assertEquals("REFUSED", next.member(member));
            assertEquals(outcome("CHECKED_LATELY"), next.variable(member, "Cabal", "refusal"));
        }
    }

    @Test
    void duplicatedMessagesChangeNothing() {
        HealthSession session = HealthSession.drawn(16, ESCROW, HEALTH);
        session.harness().network.duplicateRate = 0.5;
        session.scan();
        session.harness().runSeconds(2);
        audit(session, session.cabal(), "CONSISTENT");
        session.assertDecided("PASS");
        assertEquals(1, session.harness().blocks(SUBJECT, "HEALTH_STATUS"));
    }

    @Test
    void whateverIsLostNobodyWaitsForEver() {
        for (int seed = 0; seed < 20; seed++) {
            HealthSession session = HealthSession.drawn(seed, ESCROW, HEALTH);
            session.harness().network.lossRate = 0.02 * seed;
            session.harness().network.reordering = true;
            session.scan();
            session.harness().runSeconds(10);
            for (int member : session.auditors()) {
                session.audited(member, "CONSISTENT");
            }
            session.harness().runSeconds(2_000);
            for (TestNode node : session.harness().nodes) {
                String state = session.member(node.index);
                assertTrue(List.of("", "DONE", "DIVIDED").contains(state), "seed " + seed + ": " + state);
            }
            assertTrue(
                    List.of("DONE", "UNANSWERED", "UNDECIDED").contains(session.triggerPeer()),
                    "seed " + seed + ": " + session.triggerPeer());
            session.assertSound();
        }
    }

    @Test
    void aMemberThatRestartsGoesOnWhereItWas() {
        HealthSession session = HealthSession.auditing(17);
        session.node(session.cabal().get(0)).restart();
        audit(session, session.cabal(), "CONSISTENT");
        session.assertDecided("PASS");
    }
}
