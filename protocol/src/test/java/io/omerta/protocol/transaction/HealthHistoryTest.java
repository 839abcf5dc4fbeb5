package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.HealthSession.ANCHOR;
import static io.omerta.protocol.transaction.HealthSession.SUBJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.trust.Suspicion;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What blocks count for in the suspicion of a peer: what a quorum of known peers has signed, once, and nothing else. */
class HealthHistoryTest {
    private static final long DAY_MILLIS = 86_400_000;
    private static final int RECORDER = 2;
    private static final List<Integer> CABAL = List.of(3, 4, 5, 6, 7);

    private final SessionHarness harness = HealthSession.harness(1, HealthSession.ESCROW, HealthSession.HEALTH);
    private final HealthSession session = HealthSession.of(harness, 8);
    private final HealthForge forge = new HealthForge(session);
    private final CheckProofs proofs = new CheckProofs(HealthSession.HEALTH, harness.hasher, harness.verifier);
    private final long now = harness.nowMillis() + 30 * DAY_MILLIS;
    private Chain chain = harness.nodes.get(RECORDER).chain;
    private int checks;

    private List<PeerId> peers(List<Integer> nodes) {
        return nodes.stream().map(harness::peer).toList();
    }

    private List<NodeIdentity> identities(List<Integer> nodes) {
        return nodes.stream().map(forge::identity).toList();
    }

    /** A decision about the subject so many days ago, in a session of its own. */
    private Struct decision(String outcome, long daysAgo) {
        Struct decision = forge.decision(outcome, peers(CABAL), now - daysAgo * DAY_MILLIS);
        return Forge.changed(decision, "session_id", session.forge().hash(new Value.Int(checks++)));
    }

    private Struct record(Struct decision, List<NodeIdentity> signers, Struct... dissents) {
        return session.forge()
                .block(
                        "CHECK_RECORD",
                        "session_id",
                        Forge.field(decision, "session_id"),
                        "result",
                        forge.result(decision, signers),
                        "dissents",
                        ValueList.of(dissents));
    }

    private void append(Struct body) {
        chain = forge.with(chain, RECORDER, body);
    }

    private void check(String outcome, long daysAgo) {
        append(record(decision(outcome, daysAgo), identities(CABAL.subList(0, 4))));
    }

    private Suspicion suspicion(int subject, Chain... chains) {
        TreeSet<PeerId> candidates = new TreeSet<>(peers(List.of(2, 3, 4, 5, 6, 7, 8, 9)));
        HealthHistory history = new HealthHistory(proofs, candidates, harness.peer(subject), now);
        for (Chain each : chains) {
            history.read(blocks(each));
        }
        return history.suspicion();
    }

    private Suspicion suspicion() {
        return suspicion(SUBJECT, chain);
    }

    private static List<Block> blocks(Chain chain) {
        return chain.page(chain.firstHeight(), chain.height()).blocks();
    }

    private static Suspicion of(long days, long fails, long disagreements, long silences, long accusations, long age) {
        return new Suspicion(days, fails, disagreements, silences, accusations, age);
    }

    @Test
    void nothingIsKnownOfWhomNobodyRecorded() {
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion());
    }

    @Test
    void aPeerIsAsOldAsOthersHaveRecordedIt() {
        assertEquals(of(30, 0, 0, 0, 0, 30), suspicion(SUBJECT, harness.nodes.get(ANCHOR).chain));
    }

    @Test
    void aPeersOwnWordDoesNotMakeItOlder() {
        Chain own = harness.nodes.get(SUBJECT).chain;
        Chain boasting = forge.with(own, SUBJECT, SessionHarness.head(own, 0).toBody());
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion(SUBJECT, boasting));
    }

    @Test
    void passesAndFailuresCount() {
        check("FAIL", 20);
        check("PASS", 15);
        check("FAIL", 10);
        check("FAIL", 3);
        assertEquals(of(3, 3, 0, 0, 2, 0), suspicion());
    }

    @Test
    void accusationsAreOpenUntilACheckPasses() {
        check("FAIL", 20);
        check("FAIL", 15);
        check("PASS", 10);
        assertEquals(of(10, 2, 0, 0, 0, 0), suspicion());
    }

    @Test
    void onlyTheLastEightChecksAreRemembered() {
        check("FAIL", 20);
        for (int i = 0; i < 8; i++) {
            check("PASS", 10 - i);
        }
        assertEquals(of(3, 0, 0, 0, 0, 0), suspicion());
    }

    @Test
    void aPartialCheckIsASilenceAndNoCheck() {
        check("PASS", 9);
        check("PARTIAL", 2);
        assertEquals(of(9, 0, 0, 1, 0, 0), suspicion());
    }

    @Test
    void aCheckCountsOnceWhoeverRecordsIt() {
        Struct decision = decision("FAIL", 4);
        append(record(decision, identities(CABAL)));
        append(record(decision, identities(CABAL.subList(1, 5))));
        assertEquals(of(4, 1, 0, 0, 1, 0), suspicion(SUBJECT, chain, chain));
    }

    @Test
    void ofTwoResultsOfOneCheckTheWorseOneCounts() {
        Struct passed = decision("PASS", 4);
        Struct failed = Forge.changed(passed, "outcome", new Value.EnumMember("FAIL"));
        append(record(failed, identities(CABAL)));
        append(record(passed, identities(CABAL)));
        assertEquals(of(4, 1, 0, 0, 1, 0), suspicion());
    }

    @Test
    void theSubjectsOwnRecordCountsLikeAnothers() {
        Struct decision = decision("PASS", 4);
        Struct status = session.forge().block("HEALTH_STATUS", "result", forge.result(decision, identities(CABAL)));
        assertEquals(
                of(4, 0, 0, 0, 0, 0),
                suspicion(SUBJECT, forge.with(harness.nodes.get(SUBJECT).chain, SUBJECT, status)));
    }

    @Test
    void fewerThanAQuorumSayNothing() {
        append(record(decision("FAIL", 4), identities(CABAL.subList(0, 3))));
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion());
    }

    @Test
    void oneSignerIsNoQuorumHoweverOftenItSigns() {
        append(record(decision("FAIL", 4), identities(List.of(3, 3, 3, 3))));
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion());
    }

    @Test
    void aSignatureOverAnotherDecisionSaysNothing() {
        Struct passed = decision("PASS", 4);
        Struct result = forge.result(passed, identities(CABAL));
        Struct forged =
                Forge.changed(result, "decision", Forge.changed(passed, "outcome", new Value.EnumMember("FAIL")));
        append(session.forge().block("CHECK_RECORD", "result", forged, "dissents", ValueList.of()));
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion());
    }

    @Test
    void peersOfNobodysAcquaintanceVouchForNobody() {
        List<NodeIdentity> friends = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            friends.add(harness.stranger(i));
        }
        List<PeerId> names = friends.stream().map(NodeIdentity::peerId).toList();
        append(record(forge.decision("PASS", names, now - DAY_MILLIS), friends));
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion());
    }

    @Test
    void aSmallerCabalThanThoseThatAreDrawnSaysNothing() {
        Struct decision = forge.decision("PASS", peers(CABAL.subList(0, 4)), now - DAY_MILLIS);
        append(record(decision, identities(CABAL.subList(0, 4))));
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion());
    }

    @Test
    void nobodyVouchesForItself() {
        Struct decision = forge.decision("PASS", peers(CABAL), now - DAY_MILLIS);
        append(record(Forge.changed(decision, "subject", harness.peer(3)), identities(CABAL)));
        assertEquals(0, suspicion(3, chain).daysSinceCheck());
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion(3, chain));
    }

    @Test
    void whatLiesInTheFutureDoesNotCount() {
        check("FAIL", -1);
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion());
    }

    @Test
    void whoContradictsAQuorumDisagrees() {
        Struct decision = decision("PASS", 4);
        Struct dissent = share(7, "FAIL", decision);
        append(record(decision, identities(CABAL.subList(0, 4)), dissent));
        assertEquals(of(0, 0, 1, 0, 0, 0), suspicion(7, chain));
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion(3, chain));
    }

    /** A share in the session of a decision, for the opposite one. */
    private Struct share(int member, String outcome, Struct decision) {
        return forge.share(
                forge.identity(member), outcome, Forge.changed(decision, "outcome", new Value.EnumMember(outcome)));
    }

    @Test
    void whoAbstainsContradictsNobody() {
        Struct decision = decision("PASS", 4);
        append(record(decision, identities(CABAL.subList(0, 4)), share(7, "PARTIAL", decision)));
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion(7, chain));
    }

    @Test
    void nobodyDisagreesInAnothersName() {
        Struct decision = decision("PASS", 4);
        Struct dissent = Forge.changed(share(6, "FAIL", decision), "witness", harness.peer(7));
        append(record(decision, identities(CABAL.subList(0, 4)), dissent));
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion(7, chain));
    }

    private Struct silence(int member, Struct decision) {
        Hash of = (Hash) Forge.field(decision, "session_id");
        Struct accept = new Forge(harness, HealthSession.HEALTH, of)
                .make(forge.identity(member), "TRIGGER_ACCEPT", "witness", harness.peer(member));
        return session.forge()
                .block(
                        "CABAL_SILENCE",
                        "session_id",
                        of,
                        "subject",
                        harness.peer(SUBJECT),
                        "silent",
                        ValueList.of(accept));
    }

    @Test
    void whoAcceptsACheckAndIsSilentIsRemembered() {
        append(silence(7, decision("PASS", 4)));
        assertEquals(of(0, 0, 0, 1, 0, 0), suspicion(7, chain));
    }

    @Test
    void aSignatureOfItsOwnRefutesASilence() {
        Struct decision = decision("PASS", 4);
        append(silence(7, decision));
        append(record(decision, identities(CABAL)));
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion(7, chain));
    }

    @Test
    void nobodyIsSilentWhoDidNotAccept() {
        Struct silence = silence(6, decision("PASS", 4));
        Struct accept = (Struct) ((ValueList) Forge.field(silence, "silent")).get(0);
        append(Forge.changed(silence, "silent", ValueList.of(Forge.changed(accept, "witness", harness.peer(7)))));
        assertEquals(of(0, 0, 0, 0, 0, 0), suspicion(7, chain));
    }
}
