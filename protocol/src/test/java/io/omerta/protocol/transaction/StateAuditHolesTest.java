package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.AuditSession.AUDIT;
import static io.omerta.protocol.transaction.AuditSession.AUDITOR;
import static io.omerta.protocol.transaction.AuditSession.ESCROW;
import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.Checkpoint;
import io.omerta.protocol.chain.FinalityCheckpoint;
import io.omerta.protocol.chain.FinalityStatement;
import io.omerta.protocol.chain.QuorumCertificate;
import io.omerta.protocol.chain.QuorumCertificate.Endorsement;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Lies told to auditors and by them, H22 and so on; each with the control that it succeeds without the defence. */
class StateAuditHolesTest {
    private static Variant variant() {
        return Variant.of(ShippedTransactions.STATE_AUDIT);
    }

    /** H22: an auditor says of an honest consumer what it cannot prove; what the counterparty passes on. */
    private static int slander(TransactionSpec audit, Discrepancy claimed) {
        AuditSession session = AuditSession.settled(1, audit);
        NodeIdentity slanderer = session.node(AUDITOR).identity;
        Forge forge = session.forge();
        forge.send(
                slanderer,
                PROVIDER,
                "Counterparty",
                forge.make(slanderer, "RECORD_REQUEST", "subject", session.peer(CONSUMER)));
        AuditForge.result(session, slanderer, PROVIDER, List.of(claimed));
        session.run(1);
        return session.node(PROVIDER).discrepancies.size()
                + session.node(PROVIDER).conflicts.size();
    }

    /** A genuine block of the consumer, said to be a false one. */
    private static Discrepancy groundless() {
        AuditSession session = AuditSession.settled(1);
        Block lock = session.chain(CONSUMER).head();
        return new Discrepancy(
                DiscrepancyKind.VALUE_MISMATCH,
                session.peer(CONSUMER),
                session.forge().hash(new Value.Int(1)),
                AuditForge.encoded(List.of(lock)));
    }

    @Test
    void h22AnAuditorCannotSlander() {
        assertEquals(0, slander(AUDIT, groundless()));
    }

    @Test
    void h22WithoutProofsItCould() {
        assertEquals(
                1,
                slander(
                        variant()
                                .without("and ALL(message.discrepancies, d => is_proof(d))")
                                .compile(),
                        groundless()));
    }

    @Test
    void aProofNamesItsCulpritItself() {
        AuditSession session = AuditSession.settled(2);
        Struct lock = session.harness().block(CONSUMER, "BALANCE_LOCK");
        session.rewrite(
                CONSUMER,
                session.with(CONSUMER, session.node(CONSUMER).chain, Forge.changed(lock, "amount", new Value.Int(1))));
        session.begin(CONSUMER, "BALANCE").run(5);
        session.assertFound(DiscrepancyKind.VALUE_MISMATCH, CONSUMER);
        Discrepancy genuine = session.discrepancies().get(0);
        DiscrepancyProofs third = new DiscrepancyProofs(
                ESCROW,
                SettlementSession.SETTLEMENT,
                new TestNode.TestTrust(),
                session.harness().hasher,
                session.harness().verifier);
        assertFalse(third.isProof(
                new Discrepancy(genuine.kind(), session.peer(PROVIDER), genuine.fact(), genuine.proof())));
        assertFalse(third.isProof(new Discrepancy(
                genuine.kind(), genuine.culprit(), session.forge().hash(new Value.Int(1)), genuine.proof())));
        for (DiscrepancyKind kind : DiscrepancyKind.values()) {
            assertEquals(
                    kind == genuine.kind(),
                    third.isProof(new Discrepancy(kind, genuine.culprit(), genuine.fact(), genuine.proof())));
        }
    }

    @Test
    void everyGenuineBlockOfASessionIsNoProofOfAnything() {
        AuditSession session = AuditSession.settled(3);
        DiscrepancyProofs third = new DiscrepancyProofs(
                ESCROW,
                SettlementSession.SETTLEMENT,
                new TestNode.TestTrust(),
                session.harness().hasher,
                session.harness().verifier);
        List<Block> all = new ArrayList<>();
        session.harness()
                .nodes
                .forEach(node -> all.addAll(
                        node.host.chain().page(0, node.host.chain().height()).blocks()));
        for (DiscrepancyKind kind : DiscrepancyKind.values()) {
            for (Block one : all) {
                assertEquals(Optional.empty(), third.find(kind, AuditForge.encoded(List.of(one))));
                for (Block other : all) {
                    assertEquals(Optional.empty(), third.find(kind, AuditForge.encoded(List.of(one, other))));
                }
            }
        }
    }

    /**
     * An audit of a consumer that released its lock by the votes of three of the witnesses and of one that took the place of
     * the last one, as so many of the first five had agreed.
     */
    private static AuditSession releasedByAReplacement(int agreed) {
        AuditSession session = AuditSession.settled(20);
        EscrowSession escrow = session.escrow();
        Forge forge = new Forge(session.harness(), ESCROW, escrow.id());
        PeerId left = session.peer(escrow.cabal().get(4));
        PeerId joined = session.peer(escrow.order().get(5));
        List<Struct> agreement = escrow.cabal().subList(0, agreed).stream()
                .map(voter -> session.node(voter).identity)
                .map(voter -> forge.make(
                        voter,
                        "REPLACEMENT_VOTE",
                        "witness",
                        voter.peerId(),
                        "old_witness",
                        left,
                        "new_witness",
                        joined,
                        "total_escrowed",
                        new Value.Int(300)))
                .toList();
        Struct replacement = forge.make(
                session.node(CONSUMER).identity,
                "Replacement",
                "old_witness",
                left,
                "new_witness",
                joined,
                "votes",
                ValueList.of(agreement));
        List<Integer> voters = new ArrayList<>(escrow.cabal().subList(0, 3));
        voters.add(escrow.order().get(5));
        List<Struct> votes = voters.stream()
                .map(voter -> session.node(voter).identity)
                .map(voter -> forge.make(voter, "LOCK_RELEASE_VOTE", "witness", voter.peerId()))
                .toList();
        Struct release = forge.block(
                "BALANCE_RELEASE",
                "amount",
                new Value.Int(300),
                "replacements",
                ValueList.of(agreed == 0 ? List.of() : List.of(replacement)),
                "votes",
                ValueList.of(votes));
        session.rewrite(CONSUMER, session.with(CONSUMER, session.chain(CONSUMER), release));
        return session.begin(CONSUMER, "BALANCE").run(5);
    }

    @Test
    void aReleaseByAReplacedWitnessIsVerifiedByTheReplacementThatItShows() {
        AuditSession session = releasedByAReplacement(4);
        assertEquals(List.of(), session.discrepancies());
        assertEquals("COMPLETE", session.state());
        assertEquals("CONSISTENT", session.verdict());
    }

    @Test
    void aReleaseByAWitnessWhomNoQuorumHasChosenIsAMismatch() {
        releasedByAReplacement(3).assertFound(DiscrepancyKind.VALUE_MISMATCH, CONSUMER);
        releasedByAReplacement(0).assertFound(DiscrepancyKind.VALUE_MISMATCH, CONSUMER);
    }

    /** A stranger gives a page in the subject's place. */
    private static String pageOfAStranger(TransactionSpec audit) {
        AuditSession session = AuditSession.settled(4, audit);
        Chain cut = session.node(CONSUMER).chain;
        session.harness().network.lose(packet -> packet.is("CHAIN_REQUEST"));
        session.begin(CONSUMER, "BALANCE");
        NodeIdentity stranger = session.node(7).identity;
        Forge forge = session.forge();
        forge.send(
                stranger,
                AUDITOR,
                "Auditor",
                forge.make(
                        stranger,
                        "CHAIN_PAGE",
                        "page",
                        AuditForge.encoded(cut.page(0, cut.height()).blocks()),
                        "finality",
                        Value.Absent.INSTANCE,
                        "head_hash",
                        cut.checkpoint().hash()));
        session.run(1);
        return session.state();
    }

    @Test
    void onlyTheSubjectSaysWhereItsChainEnds() {
        assertEquals("COLLECTING_CHAIN", pageOfAStranger(AUDIT));
    }

    @Test
    void withoutTheCheckOfTheSenderAnybodyCould() {
        assertEquals(
                "COMPLETE",
                pageOfAStranger(variant()
                        .with(
                                "COLLECTING_CHAIN -> COLLECTING_CHAIN on CHAIN_PAGE when message.sender == subject and",
                                "COLLECTING_CHAIN -> COLLECTING_CHAIN on CHAIN_PAGE when")
                        .compile()));
    }

    private static AuditSession withPage(long seed, List<Block> blocks) {
        AuditSession session = AuditSession.settled(seed);
        session.harness().network.lose(packet -> packet.is("CHAIN_REQUEST"));
        session.begin(CONSUMER, "BALANCE");
        AuditForge.page(session, session.node(CONSUMER).identity, AuditForge.encoded(blocks));
        session.run(1);
        return session;
    }

    private static List<Block> blocks(AuditSession session, int node) {
        return session.chain(node).page(0, session.chain(node).height()).blocks();
    }

    @Test
    void aPageOfAnotherChainSaysNothing() {
        AuditSession model = AuditSession.settled(5);
        assertEquals("COLLECTING_CHAIN", withPage(5, blocks(model, PROVIDER)).state());
    }

    @Test
    void blocksThatTheSubjectDidNotSignSayNothing() {
        AuditSession model = AuditSession.settled(6);
        List<Block> forged = new ArrayList<>(blocks(model, CONSUMER));
        forged.set(1, AuditForge.unsigned(forged.get(1)));
        AuditSession session = withPage(6, forged);
        assertEquals("COLLECTING_CHAIN", session.state());
        assertEquals(List.of(), session.discrepancies());
    }

    @Test
    void aPageFromTheMiddleSaysNothing() {
        AuditSession model = AuditSession.settled(7);
        assertEquals(
                "COLLECTING_CHAIN",
                withPage(7, blocks(model, CONSUMER).subList(1, 2)).state());
    }

    @Test
    void bytesThatAreNoPageSayNothing() {
        AuditSession session = AuditSession.settled(8);
        session.harness().network.lose(packet -> packet.is("CHAIN_REQUEST"));
        session.begin(CONSUMER, "BALANCE");
        NodeIdentity consumer = session.node(CONSUMER).identity;
        AuditForge.page(session, consumer, ByteString.of(new byte[] {1, 2, 3}));
        AuditForge.page(session, consumer, ByteString.of(new byte[200_000]));
        session.run(1);
        assertEquals("COLLECTING_CHAIN", session.state());
        session.escrow().assertSound();
    }

    @Test
    void anEndlessTrickleOfPagesDoesNotHoldAnAudit() {
        AuditSession session = AuditSession.settled(9);
        session.harness().network.lose(packet -> packet.is("CHAIN_REQUEST"));
        session.begin(CONSUMER, "BALANCE");
        for (int second = 0; second < 250; second++) {
            AuditForge.page(session, session.node(CONSUMER).identity, ByteString.of(new byte[] {1}));
            session.run(1);
        }
        assertEquals("INCONCLUSIVE", session.state());
    }

    /** A counterparty's records, given by another. */
    private static String recordsOfAStranger(TransactionSpec audit) {
        AuditSession session = AuditSession.settled(10, audit);
        session.harness().network.lose(packet -> packet.is("RECORD_REQUEST"));
        session.begin(CONSUMER, "FULL").run(2);
        AuditForge.records(session, session.node(7).identity, ByteString.of(new byte[0]));
        session.run(1);
        return session.state();
    }

    @Test
    void onlyWhoWasAskedGivesRecords() {
        assertEquals("CONTACTING", recordsOfAStranger(AUDIT));
    }

    @Test
    void withoutTheListAnybodyWould() {
        assertNotEquals(
                "CONTACTING",
                recordsOfAStranger(variant()
                        .with(
                                "COUNTERPARTY_VERIFICATION when CONTAINS(asked, message.sender) and not",
                                "COUNTERPARTY_VERIFICATION when not")
                        .compile()));
    }

    @Test
    void anEmptyRecordConfirmsNothing() {
        AuditSession session = AuditSession.settled(11);
        session.harness().network.lose(packet -> packet.is("RECORD_REQUEST"));
        session.begin(CONSUMER, "FULL").run(2);
        AuditForge.records(session, session.node(PROVIDER).identity, ByteString.of(new byte[0]));
        session.run(1);
        assertEquals("INCONCLUSIVE", session.state());
        assertEquals(List.of(), session.discrepancies());
    }

    /** How many of two audits in one hour, by one auditor, a subject serves. */
    private static long served(TransactionSpec audit) {
        AuditSession first = AuditSession.settled(12, audit);
        first.begin(CONSUMER, "BALANCE").run(5);
        AuditSession second = new AuditSession(first.escrow(), first.forge().hash(new Value.Int(2)));
        second.begin(CONSUMER, "BALANCE").run(5);
        return List.of(first, second).stream()
                .filter(session -> session.state().equals("COMPLETE"))
                .count();
    }

    @Test
    void aSubjectServesAnAuditorOnceAnHour() {
        assertEquals(1, served(AUDIT));
    }

    @Test
    void withoutTheRateItWouldServeAnyNumber() {
        assertEquals(
                2,
                served(variant()
                        .without("and within_rate(message.sender, \"audit\", AUDITS_PER_PERIOD, AUDIT_PERIOD)")
                        .compile()));
    }

    @Test
    void theHourPasses() {
        AuditSession first = AuditSession.settled(13);
        first.begin(CONSUMER, "BALANCE").run(3_700);
        AuditSession second = new AuditSession(first.escrow(), first.forge().hash(new Value.Int(2)));
        second.begin(CONSUMER, "BALANCE").run(5);
        assertEquals("COMPLETE", second.state());
    }

    /** A pruned chain that begins with a block which these have signed as final. */
    private static AuditSession pruned(
            long seed, TransactionSpec audit, Function<AuditSession, List<NodeIdentity>> signers, int signing) {
        AuditSession session = AuditSession.settled(seed, audit);
        List<NodeIdentity> cabal = signers.apply(session);
        session.run(181 * 86_400);
        Chain chain = session.chain(CONSUMER);
        Block last = chain.head();
        FinalityStatement statement = new FinalityStatement(
                new Checkpoint(last.owner(), last.height(), chain.checkpoint().hash()),
                last.timeMillis(),
                session.harness().nowMillis(),
                chain.checkpoint().hash(),
                Cabal.of(cabal.stream().map(NodeIdentity::peerId).toList()));
        List<Endorsement> endorsements = cabal.subList(0, signing).stream()
                .map(witness -> new Endorsement(
                        witness.peerId(), witness.signer().sign(statement.hash(session.harness().hasher))))
                .toList();
        session.node(CONSUMER).finality =
                Optional.of(new FinalityCheckpoint(statement, QuorumCertificate.of(endorsements)));
        session.node(CONSUMER).chain = chain.pruned(statement);
        session.node(CONSUMER).honest = false;
        session.node(CONSUMER).become(List.of(ESCROW, audit));
        session.begin(CONSUMER, "FULL").run(5);
        return session;
    }

    private static List<NodeIdentity> candidates(AuditSession session) {
        return session.harness().nodes.subList(3, 8).stream()
                .map(node -> node.identity)
                .toList();
    }

    @Test
    void aChainMayBeginWithItsFinalBlock() {
        AuditSession session = pruned(14, AUDIT, StateAuditHolesTest::candidates, 4);
        assertEquals("COMPLETE", session.state());
        assertEquals("CONSISTENT", session.verdict());
    }

    @Test
    void aFinalBlockThatNoQuorumSignedIsNoBeginning() {
        assertEquals(
                "COLLECTING_CHAIN",
                pruned(15, AUDIT, StateAuditHolesTest::candidates, 3).state());
    }

    private static List<NodeIdentity> strangers(AuditSession session) {
        return List.of(1, 2, 3, 4, 5).stream()
                .map(number -> session.harness().stranger(number))
                .toList();
    }

    @Test
    void aFinalBlockThatOnlyTheSubjectsOwnIdentitiesSignedIsNoBeginning() {
        assertEquals(
                "COLLECTING_CHAIN",
                pruned(16, AUDIT, StateAuditHolesTest::strangers, 5).state());
    }

    @Test
    void withoutTheAcquaintanceItWouldBe() {
        TransactionSpec unguarded = variant()
                .with("and ALL(finality_signers(subject, message.finality), w => READ(w, \"head_hash\") != null)", "")
                .compile();
        assertEquals(
                "COMPLETE",
                pruned(16, unguarded, StateAuditHolesTest::strangers, 5).state());
    }

    @Test
    void aStatementThatAChainRefutesConvictsItsWitness() {
        AuditSession session = AuditSession.settled(17);
        session.begin(CONSUMER, "BALANCE", statement(session, 7, "CHAIN_LENGTH", 99))
                .run(5);
        assertEquals("CONSISTENT", session.verdict());
        session.assertFound(DiscrepancyKind.ATTESTATION_FALSE, 7);
    }

    @Test
    void aTrueStatementConvictsNobody() {
        AuditSession session = AuditSession.settled(18);
        long length = session.chain(CONSUMER).height() + 1;
        session.begin(CONSUMER, "BALANCE", statement(session, 7, "CHAIN_LENGTH", length))
                .run(5);
        assertEquals("CONSISTENT", session.verdict());
        assertEquals(List.of(), session.discrepancies());
    }

    @Test
    void aStatementThatTheWitnessDidNotSignConvictsNobody() {
        AuditSession session = AuditSession.settled(19);
        StateStatement genuine = statement(session, 7, "TRUST", 1);
        StateStatement another = new StateStatement(
                genuine.subject(),
                genuine.question(),
                genuine.evidence(),
                genuine.evidenceHeight(),
                2,
                genuine.witness(),
                genuine.signature());
        session.begin(CONSUMER, "BALANCE", another).run(5);
        assertEquals(List.of(), session.discrepancies());
    }

    private static StateStatement statement(AuditSession session, int witness, String question, long number) {
        NodeIdentity identity = session.node(witness).identity;
        Checkpoint head = session.chain(CONSUMER).checkpoint();
        PeerId subject = session.peer(CONSUMER);
        StateStatement unsigned = new StateStatement(
                subject,
                StateStatement.Question.valueOf(question),
                head.hash(),
                head.height(),
                number,
                identity.peerId(),
                Signature.of(new byte[Signature.BYTES]));
        return new StateStatement(
                subject,
                unsigned.question(),
                head.hash(),
                head.height(),
                number,
                identity.peerId(),
                identity.signer().sign(unsigned.hash(session.harness().hasher)));
    }
}
