package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.EscrowForge.ACCEPT;
import static io.omerta.protocol.transaction.EscrowForge.REJECT;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Results that nobody decided: attacks that succeed against published versions of the escrow lock, H1 and so on. Each is
 * tried against the transaction as it is, where it must fail, and against the same without the guard that stops it, where
 * it must succeed: a test that would also pass without the guard shows nothing.
 */
class EscrowResultHolesTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();

    private static Variant variant() {
        return Variant.of(ShippedTransactions.ESCROW_LOCK);
    }

    private static EscrowSession begin(TransactionSpec transaction) {
        return EscrowSession.begin(1, 300, transaction).untilDrawn();
    }

    /** H1: whoever sends a result with a junk signature binds the consumer. */
    private static String resultWithJunk(EscrowSession session) {
        EscrowForge forge = new EscrowForge(session);
        Struct decision = forge.decision("ACCEPTED", forge.cabal());
        Struct junk = Forge.changed(
                forge.vote(forge.cabal().get(0), ACCEPT, forge.hash(decision)),
                "signature",
                Signature.of(new byte[Signature.BYTES]));
        forge.sendResult(session.harness().stranger(0), forge.result(decision, List.of(junk)));
        return session.consumer();
    }

    @Test
    void h1AStrangersResultBindsNobody() {
        assertEquals("AWAITING_RESULT", resultWithJunk(begin(ESCROW)));
    }

    @Test
    void h1WithoutTheGuardsItWould() {
        Variant unguarded = variant()
                .with(
                        "AWAITING_ACKNOWLEDGEMENT on LOCK_RESULT_FOR_SIGNATURE when CONTAINS(order, message.sender)\n    and ",
                        "AWAITING_ACKNOWLEDGEMENT on LOCK_RESULT_FOR_SIGNATURE when ")
                .with(
                        "    and IS_AGREED(message.result) (\n    result = message.result\n    witnesses",
                        """
                     (
                        result = message.result
                        witnesses""");
        assertEquals("AWAITING_ACKNOWLEDGEMENT", resultWithJunk(begin(unguarded.compile())));
    }

    /** H2: any announcement of a lock starts the service. */
    private static String lockWithoutVotes(EscrowSession session) {
        EscrowForge forge = new EscrowForge(session);
        forge.askForAcknowledgement(forge.decision("ACCEPTED", forge.cabal()), List.of());
        return session.provider();
    }

    @Test
    void h2AProviderAcknowledgesNoLockThatNobodyDecided() {
        assertEquals("AWAITING_RESULT", lockWithoutVotes(begin(ESCROW)));
    }

    @Test
    void h2WithoutTheQuorumItWould() {
        Variant unguarded = variant()
                .with(
                        "    and IS_AGREED(message.result)\n    and intent.consumer_commitment",
                        "    and intent.consumer_commitment");
        assertEquals("AWAITING_FINAL", lockWithoutVotes(begin(unguarded.compile())));
    }

    private static String finalByAWitness(EscrowSession session) {
        session.lose("LOCK_FINAL");
        session.harness().runUntil(10, () -> session.consumer().equals("LOCKED"));
        EscrowForge forge = new EscrowForge(session);
        NodeIdentity witness = forge.cabal().get(0);
        forge.send(witness, PROVIDER, "Provider", forge.lockFinal(witness, (Struct) session.ofConsumer("result")));
        return session.provider();
    }

    @Test
    void h2OnlyTheConsumerStartsTheService() {
        assertEquals("AWAITING_FINAL", finalByAWitness(begin(ESCROW)));
    }

    @Test
    void h2WithoutTheCheckOfTheSenderAnybodyWould() {
        Variant unguarded = variant()
                .with("on LOCK_FINAL when message.sender == consumer\n    and HASH(", "on LOCK_FINAL when HASH(");
        assertEquals("SERVICE_PHASE", finalByAWitness(begin(unguarded.compile())));
    }

    /** H4: one sender's duplicates fill a quorum. */
    private static String fourVotesOfOne(EscrowSession session) {
        EscrowForge forge = new EscrowForge(session);
        NodeIdentity witness = forge.cabal().get(0);
        Struct decision = forge.decision("ACCEPTED", forge.cabal());
        Struct vote = forge.vote(witness, ACCEPT, forge.hash(decision));
        forge.sendResult(witness, forge.result(decision, List.of(vote, vote, vote, vote)));
        return session.consumer();
    }

    @Test
    void h4OneWitnessIsNoQuorum() {
        assertEquals("AWAITING_RESULT", fourVotesOfOne(begin(ESCROW)));
    }

    @Test
    void h4WithoutDistinctionItWouldBe() {
        Variant unguarded = variant()
                .with(
                        "RETURN LENGTH(DISTINCT(MAP(genuine, v => v.witness)))\n",
                        "RETURN LENGTH(MAP(genuine, v => v.witness))\n");
        assertEquals("AWAITING_ACKNOWLEDGEMENT", fourVotesOfOne(begin(unguarded.compile())));
    }

    /** H4: the values of votes are not looked at. */
    private static String votesAgainst(EscrowSession session) {
        EscrowForge forge = new EscrowForge(session);
        Struct decision = forge.decision("ACCEPTED", forge.cabal());
        List<Struct> votes = forge.cabal().stream()
                .map(witness -> forge.vote(witness, REJECT, forge.hash(decision)))
                .toList();
        forge.sendResult(forge.cabal().get(0), forge.result(decision, votes));
        return session.consumer();
    }

    @Test
    void h4VotesAgainstALockDoNotMakeIt() {
        assertEquals("AWAITING_RESULT", votesAgainst(begin(ESCROW)));
    }

    @Test
    void h4IfTheyWereOnlyCountedTheyWould() {
        Variant unguarded =
                variant().with("v.vote == verdict and v.decision_hash", "verdict != null and v.decision_hash");
        assertEquals("AWAITING_ACKNOWLEDGEMENT", votesAgainst(begin(unguarded.compile())));
    }

    /** H5: a lock that consumer and provider have made up is one. */
    private static String finalWithoutVotes(EscrowSession session) {
        session.lose("LOCK_RESULT_FOR_SIGNATURE");
        int witness = session.cabal().get(0);
        session.harness().runUntil(10, () -> session.witness(witness).equals("AWAITING_FINAL"));
        EscrowForge forge = new EscrowForge(session);
        Struct result = forge.result(forge.decision("ACCEPTED", forge.cabal()), List.of());
        forge.send(forge.consumer(), witness, "Witness", forge.lockFinal(forge.consumer(), result));
        return session.witness(witness);
    }

    @Test
    void h5AWitnessTakesNoLockWithoutVotes() {
        assertEquals("AWAITING_FINAL", finalWithoutVotes(begin(ESCROW)));
    }

    @Test
    void h5WithoutAQuorumItWould() {
        Variant unguarded = variant()
                .with(
                        "peer_id)\n    and IS_AGREED(message.result)\n    and VERIFY(consumer",
                        "peer_id)\n    and VERIFY(consumer");
        assertEquals("ESCROW_ACTIVE", finalWithoutVotes(begin(unguarded.compile())));
    }

    /** H7: signatures are over something else than the decision, such as another session's. */
    private static String votesForAnotherDecision(EscrowSession session) {
        EscrowForge forge = new EscrowForge(session);
        Struct decision = forge.decision("ACCEPTED", forge.cabal());
        Hash other = forge.hash(Forge.changed(decision, "amount", new Value.Int(1)));
        List<Struct> votes = forge.cabal().stream()
                .map(witness -> forge.vote(witness, ACCEPT, other))
                .toList();
        forge.sendResult(forge.cabal().get(0), forge.result(decision, votes));
        return session.consumer();
    }

    @Test
    void h7VotesForSomethingElseDoNotCount() {
        assertEquals("AWAITING_RESULT", votesForAnotherDecision(begin(ESCROW)));
    }

    @Test
    void h7WithoutTheHashTheyWould() {
        Variant unguarded = variant()
                .with("verdict and v.decision_hash == decision_hash and", "verdict and decision_hash != null and");
        assertEquals("AWAITING_ACKNOWLEDGEMENT", votesForAnotherDecision(begin(unguarded.compile())));
    }

    /**
     * H11: one liar of five helps to sign two opposite results. Two witnesses accept and two reject; the fifth tells each
     * pair what it wants to hear. How many of the two results come about.
     */
    private static int resultsWithALiar(Variant variant) {
        EscrowSession session = begin(
                variant.parameter("MAX_RECRUITMENT_ROUNDS", new Value.Int(0)).compile());
        List<Integer> cabal = session.cabal();
        EscrowForge forge = new EscrowForge(session);
        NodeIdentity liar = forge.cabal().get(4);
        session.silence(cabal.get(4));
        for (int i = 2; i < 4; i++) {
            session.node(cabal.get(i)).knowledge.learnBalance(forge.consumer().peerId(), 0);
        }
        session.harness().runUntil(10, () -> cabal.subList(0, 4).stream()
                .allMatch(witness -> session.witness(witness).equals("COLLECTING_PRELIMINARIES")));
        for (int i = 0; i < 4; i++) {
            forge.send(liar, cabal.get(i), "Witness", forge.preliminary(liar, i < 2 ? ACCEPT : REJECT));
        }
        for (int i = 0; i < 4; i++) {
            Struct decision = forge.decision(i < 2 ? "ACCEPTED" : "REJECTED", forge.cabal());
            Struct vote = forge.vote(liar, i < 2 ? ACCEPT : REJECT, forge.hash(decision));
            forge.send(liar, cabal.get(i), "Witness", vote);
        }
        session.harness().runSeconds(5);
        return (int) cabal.subList(0, 4).stream()
                .map(witness -> session.variable(witness, "Witness", "result"))
                .filter(Struct.class::isInstance)
                .map(result -> Forge.field(result, "decision", "status"))
                .distinct()
                .count();
    }

    @Test
    void h11OneLiarOfFiveCannotHelpToSignTwoResults() {
        assertEquals(1, resultsWithALiar(variant()));
    }

    @Test
    void h11WithAQuorumOfThreeItCould() {
        assertEquals(2, resultsWithALiar(variant().parameter("CONSENSUS_THRESHOLD", new Value.Fixed(500_000))));
    }
}
