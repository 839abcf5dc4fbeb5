package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.HealthSession.ANCHOR;
import static io.omerta.protocol.transaction.HealthSession.ESCROW;
import static io.omerta.protocol.transaction.HealthSession.HEALTH;
import static io.omerta.protocol.transaction.HealthSession.SUBJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.host.Input;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lies of trigger peers, members and subjects; each with the control that it succeeds without the guard. */
class HealthHolesTest {
    private static final long DAY_SECONDS = 86_400;

    private static final String TRIGGERS_TURN =
            "and IS_WINNER(SESSION(), peer_id, CHAIN_STATE_AT(anchor_segment, beacon.anchor_head).known_peers)";
    private static final String MEMBERS_LOTTERY =
            "and IS_WINNER(SESSION(), trigger_peer, CHAIN_STATE_AT(anchor_segment, beacon.anchor_head).known_peers)";
    private static final String MEMBERS_DRAW =
            "DRAWN(beacon, CHAIN_STATE_AT(anchor_segment, beacon.anchor_head), subject, trigger_peer)";
    private static final String TRIGGERS_DRAW =
            "DRAWN(beacon, CHAIN_STATE_AT(anchor_segment, beacon.anchor_head), subject, peer_id)";
    private static final String SUBJECTS_DRAW =
            "and result.decision.witnesses == DRAWN(beacon, CHAIN_STATE_AT(anchor_segment, beacon.anchor_head), peer_id, result.decision.trigger_peer)";

    private static Variant variant() {
        return Variant.of(ShippedTransactions.HEALTH_CHECK);
    }

    /** A session in which the trigger peer runs another program than everybody else. */
    private static HealthSession triggeredBy(long seed, long days, Variant bad, TransactionSpec others) {
        SessionHarness harness = HealthSession.harness(seed, ESCROW, others);
        harness.runSeconds(days * DAY_SECONDS);
        HealthSession session = HealthSession.drawn(harness);
        session.node(session.trigger()).turnBad(ESCROW, bad.compile());
        session.scan();
        harness.runSeconds(2);
        return session;
    }

    /** A peer whose turn it is not begins a check; the nodes that audit. */
    private static List<Integer> outOfTurn(TransactionSpec transaction) {
        SessionHarness harness = HealthSession.harness(1, ESCROW, transaction);
        harness.runSeconds(8 * DAY_SECONDS);
        int loser = IntStream.range(ANCHOR + 1, harness.nodes.size())
                .filter(node -> !HealthSession.isWinner(harness, HealthSession.beacon(harness), node))
                .findFirst()
                .orElseThrow();
        HealthSession session = HealthSession.of(harness, loser);
        session.node(loser).turnBad(ESCROW, variant().without(TRIGGERS_TURN).compile());
        session.scan();
        harness.runSeconds(2);
        return session.auditors();
    }

    @Test
    void whoseTurnItIsNotIsIgnored() {
        assertEquals(List.of(), outOfTurn(HEALTH));
    }

    @Test
    void withoutTheLotteryAnybodyCouldBeginChecks() {
        assertEquals(5, outOfTurn(variant().without(MEMBERS_LOTTERY).compile()).size());
    }

    /** H22: the trigger peer names the cabal; the nodes that audit. */
    private static List<Integer> chosenCabal(TransactionSpec transaction) {
        HealthSession session = triggeredBy(2, 8, variant().with(TRIGGERS_DRAW, "TAKE(candidates, 5)"), transaction);
        assertEquals(5, session.cabal().size());
        return session.auditors().equals(session.cabal()) ? session.auditors() : List.of();
    }

    @Test
    void h22TheTriggerPeerCannotChooseTheCabal() {
        assertEquals(List.of(), chosenCabal(HEALTH));
    }

    @Test
    void h22IfMembersTookItsWordItCould() {
        Variant unguarded = variant()
                .without("and CONTAINS(" + MEMBERS_DRAW + ", peer_id)")
                .with("witnesses = " + MEMBERS_DRAW, "witnesses = check.witnesses");
        assertEquals(5, chosenCabal(unguarded.compile()).size());
    }

    /** H22: friends of the subject, none of whom was drawn, say that it passed; the subject's state. */
    private static String vouchedByFriends(TransactionSpec transaction) {
        HealthSession session = HealthSession.drawn(3, ESCROW, transaction);
        HealthForge forge = new HealthForge(session);
        List<NodeIdentity> friends =
                IntStream.range(0, 5).mapToObj(session.harness()::stranger).toList();
        Struct decision = forge.decision(
                "PASS", friends.stream().map(NodeIdentity::peerId).toList());
        NodeIdentity sender = friends.get(0);
        session.forge()
                .send(
                        sender,
                        SUBJECT,
                        "Subject",
                        forge.message(sender, "CHECK_NOTICE", forge.result(decision, friends)));
        return session.subject();
    }

    @Test
    void h22OnlyThoseWhoWereDrawnCanVouch() {
        assertEquals("IGNORED", vouchedByFriends(HEALTH));
    }

    @Test
    void h22WithoutTheDrawAnyFivePeersCould() {
        assertEquals(
                "RECORDED", vouchedByFriends(variant().without(SUBJECTS_DRAW).compile()));
    }

    /** H22: a whole cabal says that the subject failed, and shows no proof; what the subject and the trigger peer think. */
    private static List<String> failedWithoutProof(TransactionSpec transaction) {
        HealthSession session = HealthSession.auditing(4, ESCROW, transaction);
        session.cabal().forEach(member -> session.audited(member, "INCONSISTENT"));
        session.harness().runSeconds(1_000);
        return List.of(session.subject(), session.triggerPeer());
    }

    @Test
    void h22WithoutAProofNobodyFails() {
        assertEquals(List.of("IDLE", "UNDECIDED"), failedWithoutProof(HEALTH));
    }

    @Test
    void h22WithoutThatRuleACabalCouldSlander() {
        Variant unguarded = variant()
                .without(
                        "and (message.result.decision.outcome != FAIL or ANY(message.discrepancies, d => d.culprit == subject and is_proof(d)))")
                .without(
                        "and (message.result.decision.outcome != FAIL or ANY(message.discrepancies, d => d.culprit == peer_id and is_proof(d)))");
        assertEquals(List.of("RECORDED", "DONE"), failedWithoutProof(unguarded.compile()));
    }

    /** One member signs the result as often as it takes; the trigger peer's state. */
    private static String decidedByOne(TransactionSpec transaction) {
        HealthSession session = HealthSession.auditing(5, ESCROW, transaction);
        HealthForge forge = new HealthForge(session);
        NodeIdentity liar = forge.identity(session.cabal().get(0));
        Struct result = forge.result(forge.decided("PASS"), Collections.nCopies(4, liar));
        session.forge().send(liar, session.trigger(), "TriggerPeer", forge.message(liar, "CHECK_RESULT", result));
        return session.triggerPeer();
    }

    @Test
    void oneMemberDecidesNothing() {
        assertEquals("WATCHING", decidedByOne(HEALTH));
    }

    @Test
    void withoutDistinctionItWould() {
        Variant unguarded = variant().with("LENGTH(DISTINCT(MAP(genuine, s => s.witness)))", "LENGTH(genuine)");
        assertEquals("DONE", decidedByOne(unguarded.compile()));
    }

    /** One member signs in the name of the others; the trigger peer's state. */
    private static String forgedSignatures(TransactionSpec transaction) {
        HealthSession session = HealthSession.auditing(6, ESCROW, transaction);
        HealthForge forge = new HealthForge(session);
        NodeIdentity liar = forge.identity(session.cabal().get(0));
        Struct decision = forge.decided("PASS");
        List<Value> shares = new ArrayList<>();
        for (int member : session.cabal()) {
            shares.add(Forge.changed(
                    forge.share(liar, "PASS", decision),
                    "witness",
                    session.harness().peer(member)));
        }
        Struct result = Forge.changed(forge.result(decision, List.of(liar)), "shares", ValueList.of(shares));
        session.forge().send(liar, session.trigger(), "TriggerPeer", forge.message(liar, "CHECK_RESULT", result));
        return session.triggerPeer();
    }

    @Test
    void nobodySignsForOthers() {
        assertEquals("WATCHING", forgedSignatures(HEALTH));
    }

    @Test
    void withoutTheCheckOfSignaturesOneWould() {
        Variant unguarded = variant().without("and SIGNED_BY(s, s.witness)");
        assertEquals("DONE", forgedSignatures(unguarded.compile()));
    }

    /** The trigger peer makes the subject look worse than it is; the state of those who were drawn. */
    private static List<String> wrongInputs(TransactionSpec transaction) {
        HealthSession session =
                triggeredBy(7, 8, variant().with("suspicion health.suspicion,", "suspicion 999,"), transaction);
        return session.cabal().stream().map(session::member).distinct().toList();
    }

    @Test
    void inputsThatDoNotFollowFromTheEvidenceAreRefused() {
        assertEquals(List.of("REFUSED"), wrongInputs(HEALTH));
    }

    @Test
    void withoutRecomputingTheyWouldBeBelieved() {
        Variant unguarded = variant().with("IF check != expected", "IF check == null");
        assertEquals(List.of("AUDITING"), wrongInputs(unguarded.compile()));
    }

    /** The trigger peer begins a check two days after the subject was first seen. */
    private static List<String> tooEarly(TransactionSpec transaction) {
        HealthSession session = triggeredBy(8, 2, variant().without("and health.due_at <= NOW()"), transaction);
        return session.cabal().stream().map(session::member).distinct().toList();
    }

    @Test
    void whatIsNotDueIsRefused() {
        assertEquals(List.of("REFUSED"), tooEarly(HEALTH));
    }

    @Test
    void withoutThatASubjectCouldBeCheckedAllTheTime() {
        Variant unguarded = variant().with("IF check.timestamp < due_at", "IF check == null");
        assertEquals(List.of("AUDITING"), tooEarly(unguarded.compile()));
    }

    /** A member that was cut off gets its trigger an hour later; its state. */
    private static String oldTrigger(TransactionSpec transaction, long seconds) {
        HealthSession session = HealthSession.drawn(9, ESCROW, transaction);
        List<Packet> held = new ArrayList<>();
        session.harness().network.lose(packet -> packet.is("CHECK_TRIGGER") && held.add(packet));
        session.scan();
        session.harness().runSeconds(seconds);
        Packet packet = held.get(0);
        session.node(packet.to()).take(new Input.MessageReceived(packet.from(), packet.payload()));
        return session.member(packet.to());
    }

    @Test
    void aTriggerThatWasOnlyDelayedIsTaken() {
        assertEquals("AUDITING", oldTrigger(HEALTH, 200));
    }

    @Test
    void anOldTriggerIsWorthNothing() {
        assertEquals("IDLE", oldTrigger(HEALTH, 3_000));
    }

    @Test
    void withoutItsTimeItCouldBePlayedAgain() {
        Variant unguarded = variant().without("and IS_TIMELY(message.check, NOW())");
        assertEquals("AUDITING", oldTrigger(unguarded.compile(), 3_000));
    }

    /** Whether the trigger peer or the subject is ever drawn, in the sessions of many epochs. */
    private static boolean drawsTheParties(TransactionSpec transaction) {
        SessionHarness harness = HealthSession.harness(10, ESCROW, transaction);
        harness.runSeconds(8 * DAY_SECONDS);
        boolean drawn = false;
        for (int epoch = 0; epoch < 20; epoch++) {
            HealthSession session = HealthSession.drawn(harness);
            session.scan();
            List<Integer> cabal = session.cabal();
            assertEquals(5, cabal.size());
            drawn |= cabal.contains(session.trigger()) || cabal.contains(SUBJECT);
            harness.runSeconds(3_600);
        }
        return drawn;
    }

    @Test
    void neitherTheSubjectNorTheTriggerPeerIsDrawn() {
        assertFalse(drawsTheParties(HEALTH));
    }

    @Test
    void withoutTheExclusionTheyWouldBe() {
        assertTrue(drawsTheParties(
                variant().with("FILTER(order, p => p != trigger_peer)", "order").compile()));
    }

    @Test
    void spamLeavesNothingBehind() {
        HealthSession session = HealthSession.drawn(11, ESCROW, HEALTH);
        NodeIdentity stranger = session.harness().stranger(0);
        session.harness().network.lose(packet -> packet.is("CHECK_TRIGGER"));
        session.scan();
        Value check = session.variable(session.trigger(), "TriggerPeer", "check");
        int victim = session.cabal().get(0);
        List<Packet> answers = new ArrayList<>();
        session.harness().network.lose(packet -> packet.from() == victim && answers.add(packet));
        for (int i = 0; i < 200; i++) {
            Beacon beacon = HealthSession.beacon(session.harness());
            PeerId subject = session.harness().stranger(i + 1).peerId();
            var ticket = beacon.ticket(stranger.peerId(), subject, session.harness().hasher);
            Forge forge = new Forge(session.harness(), HEALTH, ticket);
            Struct claimed = Forge.changed((Struct) check, "session_id", ticket);
            claimed = Forge.changed(claimed, "trigger_peer", stranger.peerId());
            claimed = Forge.changed(claimed, "subject", subject);
            forge.send(
                    stranger,
                    victim,
                    "Cabal",
                    forge.make(
                            stranger,
                            "CHECK_TRIGGER",
                            "check",
                            claimed,
                            "evidence",
                            ValueList.of(Forge.changed(session.evidence(ANCHOR), "owner", subject))));
            assertNull(session.node(victim).host.configuration(new SessionKey("05", ticket, "Cabal")));
        }
        session.harness().runSeconds(10);
        assertEquals(List.of(), answers);
    }

    @Test
    void aStrangersSharesDoNotCount() {
        HealthSession session = HealthSession.auditing(12);
        HealthForge forge = new HealthForge(session);
        session.cabal().subList(0, 3).forEach(member -> session.audited(member, "CONSISTENT"));
        session.harness().runSeconds(5);
        int member = session.cabal().get(0);
        Struct decision = (Struct) session.variable(member, "Cabal", "decision");
        for (int i = 0; i < 5; i++) {
            NodeIdentity stranger = session.harness().stranger(i);
            session.forge().send(stranger, member, "Cabal", forge.share(stranger, "PASS", decision));
        }
        assertEquals("COLLECTING_SHARES", session.member(member));
    }
}
