package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.QuerySession.AUDIT;
import static io.omerta.protocol.transaction.QuerySession.ESCROW;
import static io.omerta.protocol.transaction.QuerySession.QUERY;
import static io.omerta.protocol.transaction.QuerySession.REQUESTER;
import static io.omerta.protocol.transaction.QuerySession.SUBJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lies told in state queries; each with the control that it succeeds without the defence. */
class StateQueryHolesTest {
    private static final List<Integer> CABAL = List.of(3, 4, 5, 6, 7);

    private static Variant variant() {
        return Variant.of(ShippedTransactions.STATE_QUERY);
    }

    /** A witness that says one more of everything. */
    private static final TransactionSpec LIAR = variant()
            .with("number state_number(query_type, segment)", "number state_number(query_type, segment) + 1")
            .compile();

    private static QuerySession amongLiars(long seed, List<Integer> liars) {
        QuerySession session = QuerySession.of(seed);
        liars.forEach(liar -> session.node(liar).turnBad(ESCROW, LIAR, AUDIT));
        return session;
    }

    @Test
    void oneLiarIsOutvoted() {
        QuerySession session =
                amongLiars(1, List.of(3)).ask("TRUST", "HIGH", CABAL).run(2);
        assertEquals("COMPLETE", session.state());
        assertEquals(2_000, session.number());
        assertTrue(session.statements().stream()
                .noneMatch(statement -> statement.witness().equals(session.peer(3))));
        session.assertSound();
    }

    @Test
    void asManyLiarsAsThereMayBeHonestWitnessesDecideNothing() {
        QuerySession session =
                amongLiars(2, List.of(3, 4)).ask("TRUST", "HIGH", CABAL).run(60);
        assertEquals("FAILED", session.state());
        assertEquals("no quorum of the witnesses says the same", session.reason());
    }

    @Test
    void aLieIsProvedByTheChainThatItIsAbout() {
        QuerySession query =
                amongLiars(3, CABAL).ask("CHAIN_LENGTH", "HIGH", CABAL).run(2);
        assertEquals("COMPLETE", query.state());
        SessionKey audit = new SessionKey("04", query.id(), "Auditor");
        query.harness()
                .trigger(
                        REQUESTER,
                        audit,
                        "audit",
                        query.peer(SUBJECT),
                        new Value.EnumMember("BALANCE"),
                        ValueList.of(),
                        ValueList.of(query.statements().stream()
                                .map(StateStatement.CODEC::toStruct)
                                .toList()));
        query.run(5);
        assertEquals("COMPLETE", query.node(REQUESTER).state(audit));
        assertEquals(3, query.node(REQUESTER).discrepancies.size());
        query.node(REQUESTER).discrepancies.forEach(found -> {
            assertEquals(DiscrepancyKind.ATTESTATION_FALSE, found.kind());
            assertTrue(CABAL.contains(query.harness().node(found.culprit())));
        });
    }

    private static Struct check(QuerySession session, NodeIdentity witness, Value number, Hash head, Value proof) {
        Forge forge = session.forge();
        Struct answer = forge.make(
                witness,
                "StateAnswer",
                "subject",
                session.peer(SUBJECT),
                "query_type",
                new Value.EnumMember("TRUST"),
                "evidence_hash",
                head,
                "evidence_height",
                new Value.Int(1_000),
                "number",
                number);
        Struct statement = forge.make(
                witness,
                "StateStatement",
                "answer",
                answer,
                "witness",
                witness.peerId(),
                "signature",
                forge.sign(witness, new Text("state"), answer));
        return forge.make(
                witness,
                "STATE_WITNESS_CHECK",
                "statement",
                statement,
                "confidence",
                new Value.EnumMember("HIGH"),
                "last_seen",
                new Value.Timestamp(session.harness().nowMillis()),
                "head_proof",
                proof);
    }

    /** Witnesses invent a head, so high that all others would have to look for it. */
    private static Value heightToLookFor(TransactionSpec query) {
        QuerySession session = QuerySession.of(4, query);
        session.harness().network.lose(packet -> packet.is("STATE_QUERY"));
        session.ask("TRUST", "HIGH", CABAL);
        NodeIdentity liar = session.identity(3);
        Struct lie = check(
                session, liar, new Value.Int(9), session.forge().hash(new Value.Int(1)), ByteString.of(new byte[] {1}));
        session.forge().send(liar, REQUESTER, "Requester", lie);
        return session.variable("min_height");
    }

    @Test
    void aHeadThatTheSubjectDidNotSignIsNone() {
        assertEquals(new Value.Int(0), heightToLookFor(QUERY));
    }

    @Test
    void withoutTheProofOfTheHeadItWouldBe() {
        TransactionSpec unguarded = variant()
                .without("and signed_head(subject, message.head_proof) != null")
                .without("and check.statement.answer.evidence_hash == head.hash")
                .without("and check.statement.answer.evidence_height == head.height")
                .compile();
        assertEquals(new Value.Int(1_000), heightToLookFor(unguarded));
    }

    /** Strangers give a quorum of unknowing answers. */
    private static String answersOfStrangers(TransactionSpec query) {
        QuerySession session = QuerySession.of(5, query);
        session.harness().network.lose(packet -> packet.is("STATE_QUERY"));
        session.ask("TRUST", "HIGH", CABAL);
        for (int stranger : List.of(8, 9, 10, 11)) {
            NodeIdentity author = session.identity(stranger);
            session.forge().send(author, REQUESTER, "Requester", session.forge().make(author, "STATE_UNKNOWN"));
        }
        return session.state();
    }

    @Test
    void onlyWhoWasAskedAnswers() {
        assertEquals("COLLECTING", answersOfStrangers(QUERY));
    }

    @Test
    void withoutTheListStrangersWould() {
        assertEquals(
                "UNKNOWN",
                answersOfStrangers(variant()
                        .with(
                                "STATE_UNKNOWN when CONTAINS(witnesses, message.sender) and message",
                                "STATE_UNKNOWN when message")
                        .compile()));
    }

    /** One witness answers four times. */
    private static String repeatedAnswers(TransactionSpec query) {
        QuerySession session = QuerySession.of(6, query);
        session.harness().network.lose(packet -> packet.is("STATE_QUERY"));
        session.ask("TRUST", "HIGH", CABAL);
        NodeIdentity author = session.identity(3);
        Forge forge = session.forge();
        for (int i = 0; i < 4; i++) {
            forge.send(author, REQUESTER, "Requester", forge.make(author, "STATE_UNKNOWN"));
        }
        return session.state();
    }

    @Test
    void aWitnessCountsOnce() {
        assertEquals("COLLECTING", repeatedAnswers(QUERY));
    }

    @Test
    void withoutDistinctionItWouldCountAsOften() {
        assertEquals(
                "UNKNOWN",
                repeatedAnswers(variant()
                        .without("and not CONTAINS(unknown, message.sender)")
                        .compile()));
    }

    /** A witness says that an honest subject has forked. */
    private static String inventedFork(TransactionSpec query) {
        QuerySession session = QuerySession.of(7, query);
        session.harness().network.lose(packet -> packet.is("STATE_QUERY"));
        session.ask("TRUST", "HIGH", CABAL);
        NodeIdentity liar = session.identity(3);
        Discrepancy claimed = new Discrepancy(
                DiscrepancyKind.CHAIN_FORK,
                session.peer(SUBJECT),
                session.forge().hash(new Value.Int(1)),
                ByteString.of(new byte[] {1}));
        session.forge()
                .send(
                        liar,
                        REQUESTER,
                        "Requester",
                        session.forge().make(liar, "STATE_FORK_PROOF", "fork", claimed.toStruct()));
        return session.state();
    }

    @Test
    void aForkTakesAProof() {
        assertEquals("COLLECTING", inventedFork(QUERY));
    }

    @Test
    void withoutOneAWordWouldDo() {
        assertEquals(
                "FORKED",
                inventedFork(variant().without("and is_proof(message.fork)").compile()));
    }

    /** H13: somebody who learns the id of a query asks in it first, so that the witness is engaged. */
    private static String witnessOfAStolenSession(TransactionSpec query) {
        QuerySession session = QuerySession.of(8, query);
        NodeIdentity thief = session.identity(9);
        Struct stolen = session.forge()
                .make(
                        thief,
                        "STATE_QUERY",
                        "session_salt",
                        session.salt(),
                        "subject",
                        session.peer(SUBJECT),
                        "query_type",
                        new Value.EnumMember("TRUST"),
                        "min_height",
                        new Value.Int(0),
                        "round",
                        new Value.Int(1));
        session.forge().send(thief, 3, "Witness", stolen);
        return session.state(3, "Witness");
    }

    @Test
    void h13ASessionIsItsRequesters() {
        assertEquals("IDLE", witnessOfAStolenSession(QUERY));
    }

    @Test
    void h13WithoutTheBindingAnybodyCouldTakeIt() {
        TransactionSpec unbound = variant()
                .with("SESSION() == HASH(message.sender, message.session_salt) and", "")
                .compile();
        assertNotEquals("IDLE", witnessOfAStolenSession(unbound));
    }

    /** One more query, before any of the rate has come back. */
    private static QuerySession atOnce(QuerySession session) {
        QuerySession next = session.another().ask("TRUST", "HIGH", CABAL);
        next.harness().runNanos(200_000_000);
        return next;
    }

    private static long answered(TransactionSpec query, int queries) {
        QuerySession session = QuerySession.of(9, query);
        long complete = 0;
        for (int i = 0; i < queries; i++) {
            QuerySession next = atOnce(session);
            complete += next.state().equals("COMPLETE") ? 1 : 0;
        }
        return complete;
    }

    @Test
    void aRequesterHasTenQueriesAMinute() {
        assertEquals(10, answered(QUERY, 12));
    }

    @Test
    void withoutTheRateItWouldHaveAnyNumber() {
        assertEquals(
                12,
                answered(
                        variant()
                                .with("and within_rate(message.sender, \"query\", QUERIES_PER_PERIOD, RATE_PERIOD)", "")
                                .compile(),
                        12));
    }

    @Test
    void whoIsRefusedAsksOthers() {
        QuerySession session = QuerySession.of(10);
        for (int i = 0; i < 10; i++) {
            atOnce(session);
        }
        QuerySession last = session.another().ask("TRUST", "HIGH");
        List<Integer> busy = last.witnesses().stream().filter(CABAL::contains).toList();
        last.run(40);
        assertEquals("COMPLETE", last.state());
        assertTrue(busy.size() > 1, "no busy witness was drawn");
        assertTrue(last.witnesses().stream().noneMatch(busy::contains));
    }

    @Test
    void theRateComesBack() {
        QuerySession session = QuerySession.of(11);
        for (int i = 0; i < 10; i++) {
            atOnce(session);
        }
        session.run(60);
        assertEquals(
                "COMPLETE", session.another().ask("TRUST", "HIGH", CABAL).run(1).state());
    }
}
