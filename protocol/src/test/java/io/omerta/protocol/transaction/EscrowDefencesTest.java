package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.EscrowForge.ACCEPT;
import static io.omerta.protocol.transaction.EscrowForge.REJECT;
import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.FUNDS;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a lock withstands although several lie together, and where its limits lie to the unit. The controls are the mutants
 * of the file: each guard that is asked for here is dropped in one of them.
 */
class EscrowDefencesTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();

    @Test
    void aConsumerBeginsNoSessionThatIsNotOfItsSalt() {
        SessionHarness harness = SessionHarness.of(1, ESCROW);
        Hash ofAnother = SessionId.of(harness.peer(PROVIDER), harness.salt(), harness.hasher);
        EscrowSession session = new EscrowSession(harness, ofAnother);
        session.trigger(
                CONSUMER,
                "Consumer",
                "initiate_lock",
                ByteString.of(new byte[] {1}),
                harness.peer(PROVIDER),
                new Value.Int(300),
                new Value.Int(1));
        assertEquals("FAILED", session.consumer());
    }

    @Test
    void aLockWithOneselfIsRefusedForThat() {
        SessionHarness harness = SessionHarness.of(2, ESCROW);
        EscrowSession session = new EscrowSession(harness, harness.lock(CONSUMER, CONSUMER, 300));
        assertEquals("a lock needs another peer, an amount and a session of one's own", session.rejectReason());
    }

    /** What becomes of a lock whose consumer is said to own so much. */
    private static String heardOf(long balance) {
        EscrowSession session = EscrowSession.begin(3, 300, ESCROW).untilDrawn();
        session.cabal().forEach(witness -> session.node(witness)
                .knowledge
                .learnBalance(session.harness().peer(CONSUMER), balance));
        session.harness().runSeconds(20);
        return session.consumer();
    }

    @Test
    void whatIsHeardOfAConsumersFundsMustCoverTheLockToTheUnit() {
        assertEquals("LOCKED", heardOf(300));
        assertEquals("FAILED", heardOf(299));
    }

    @Test
    void aCabalThatCannotHaveTheChainRejectsAndNothingFails() {
        EscrowSession session = EscrowSession.begin(4, 300, ESCROW).untilDrawn();
        session.lose("CONSUMER_CHAIN");
        session.order().forEach(witness -> session.node(witness).knowledge.forgetChains());
        session.harness().runSeconds(100);
        assertEquals("FAILED", session.consumer());
        session.assertSound();
    }

    /** A session whose witnesses have decided and are told nothing more. */
    private static EscrowSession awaitingFinal(long seed) {
        EscrowSession session = EscrowSession.begin(seed, 300, ESCROW).untilDrawn();
        session.lose("LOCK_FINAL");
        session.harness().runSeconds(10);
        return session;
    }

    /** The last witness, if all others and both parties have signed a decision. */
    private static String signedByAllOthers(EscrowSession session, Struct decision, Value verdict) {
        EscrowForge forge = new EscrowForge(session);
        List<Struct> votes = forge.cabal().subList(0, 4).stream()
                .map(voter -> forge.vote(voter, verdict, forge.hash(decision)))
                .toList();
        int honest = session.cabal().get(4);
        forge.send(
                forge.consumer(), honest, "Witness", forge.lockFinal(forge.consumer(), forge.result(decision, votes)));
        return session.witness(honest);
    }

    @Test
    void aWitnessHoldsWhatTheOthersHaveDecided() {
        EscrowSession session = awaitingFinal(5);
        EscrowForge forge = new EscrowForge(session);
        assertEquals("ESCROW_ACTIVE", signedByAllOthers(session, forge.decision("ACCEPTED", forge.cabal()), ACCEPT));
    }

    @Test
    void aWitnessHoldsNothingElseThanTheConsumerAskedForWhoeverSignsIt() {
        EscrowSession session = awaitingFinal(5);
        EscrowForge forge = new EscrowForge(session);
        Struct more = Forge.changed(forge.decision("ACCEPTED", forge.cabal()), "amount", new Value.Int(301));
        assertEquals("AWAITING_FINAL", signedByAllOthers(session, more, ACCEPT));
    }

    @Test
    void aWitnessHoldsNothingThatWasRejected() {
        EscrowSession session = awaitingFinal(5);
        EscrowForge forge = new EscrowForge(session);
        assertEquals("AWAITING_FINAL", signedByAllOthers(session, forge.decision("REJECTED", forge.cabal()), REJECT));
    }

    @Test
    void aRecruitHoldsNothingThatWasDecidedWithoutIt() {
        EscrowSession session = EscrowSession.begin(6, 300, ESCROW).untilDrawn();
        session.lose("LOCK_FINAL");
        session.cabal().subList(0, 2).forEach(witness -> session.node(witness)
                .knowledge
                .learnBalance(session.harness().peer(CONSUMER), 0));
        List<Integer> order = session.order();
        session.harness().runSeconds(10);
        EscrowForge forge = new EscrowForge(session);
        List<NodeIdentity> first =
                order.subList(0, 5).stream().map(forge::identity).toList();
        Struct decision = forge.decision("ACCEPTED", first);
        List<Struct> votes = first.stream()
                .map(voter -> forge.vote(voter, ACCEPT, forge.hash(decision)))
                .toList();
        int recruit = order.get(5);
        assertEquals("AWAITING_FINAL", session.witness(recruit));
        forge.send(
                forge.consumer(), recruit, "Witness", forge.lockFinal(forge.consumer(), forge.result(decision, votes)));
        assertEquals("AWAITING_FINAL", session.witness(recruit));
    }

    /** A running session of which so many witnesses have seen the settlement; the state of one that has not. */
    private static EscrowSession settledBy(int witnesses) {
        EscrowSession session = EscrowSession.begin(7, 300, ESCROW);
        session.harness().runSeconds(10);
        session.trigger(CONSUMER, "Consumer", "session_started");
        session.cabal().forEach(witness -> session.trigger(witness, "Witness", "session_started"));
        session.cabal()
                .subList(0, witnesses)
                .forEach(witness -> session.trigger(witness, "Witness", "session_settled"));
        session.harness().runSeconds(5);
        return session;
    }

    @Test
    void oneWitnessThatSaysThatASessionIsSettledIsNotBelievedButTwoAre() {
        EscrowSession one = settledBy(1);
        assertEquals("ESCROW_ACTIVE", one.witness(one.cabal().get(4)));
        EscrowSession two = settledBy(2);
        assertEquals("RELEASED", two.witness(two.cabal().get(4)));
    }

    @Test
    void aWitnessOfASettledSessionDoesNotVoteForItsRelease() {
        EscrowSession session = settledBy(5);
        List<Packet> votes = new ArrayList<>();
        session.harness().network.lose(packet -> packet.is("LOCK_RELEASE_VOTE") && votes.add(packet));
        int witness = session.cabal().get(0);
        Forge forge = forge(session);
        NodeIdentity consumer = session.node(CONSUMER).identity;
        forge.send(consumer, witness, "Witness", forge.make(consumer, "LOCK_RELEASED"));
        assertEquals("RELEASED", session.witness(witness));
        assertEquals(List.of(), votes);
    }

    private static Forge forge(EscrowSession session) {
        return new Forge(session.harness(), ESCROW, session.id());
    }

    private static EscrowSession withBadConsumer(Variant variant) {
        SessionHarness harness = SessionHarness.of(8, ESCROW);
        harness.give(harness.peer(PROVIDER), 10 * FUNDS);
        harness.nodes.get(CONSUMER).turnBad(variant.compile());
        harness.nodes.forEach(node -> node.knowledge.forgetChains());
        return new EscrowSession(harness, harness.lock(300));
    }

    /** A consumer that names the head of a richer peer, and shows that peer's chain. */
    private static Variant richer() {
        return Variant.of(ShippedTransactions.ESCROW_LOCK)
                .with(
                        "consumer_commitment HASH(session_id, consumer_nonce), consumer_chain_head CHAIN_HEAD(chain)",
                        "consumer_commitment HASH(session_id, consumer_nonce), consumer_chain_head provider_checkpoint")
                .with(
                        "chain_segment CHAIN_SEGMENT(chain, terms.intent.consumer_chain_head)",
                        "chain_segment terms.provider_chain_segment");
    }

    @Test
    void aConsumerCannotLockByTheChainOfARicherPeer() {
        EscrowSession session = withBadConsumer(richer());
        session.harness().runSeconds(100);
        assertEquals("FAILED", session.consumer());
    }

    @Test
    void aWitnessCannotHelpItWithThatChain() {
        EscrowSession session = withBadConsumer(richer()).untilDrawn();
        session.lose("CONSUMER_CHAIN");
        int witness = session.cabal().get(0);
        session.harness().runUntil(10, () -> session.witness(witness).equals("SYNCING_CHAIN"));
        Forge forge = forge(session);
        NodeIdentity helper = session.node(session.cabal().get(1)).identity;
        Value chain = Forge.field(session.ofConsumer("terms"), "provider_chain_segment");
        forge.send(
                helper, witness, "Witness", forge.make(helper, "WITNESS_CHAIN_SYNC_RESPONSE", "chain_segment", chain));
        assertEquals("SYNCING_CHAIN", session.witness(witness));
    }

    @Test
    void aConsumerCannotTopUpByTheChainOfARicherPeer() {
        Variant variant = Variant.of(ShippedTransactions.ESCROW_LOCK)
                .with(
                        "consumer_chain_head CHAIN_HEAD(chain), chain_segment CHAIN_SEGMENT(chain, CHAIN_HEAD(chain))",
                        "consumer_chain_head provider_checkpoint, chain_segment terms.provider_chain_segment");
        EscrowSession session = withBadConsumer(variant);
        session.harness().runSeconds(20);
        session.trigger(CONSUMER, "Consumer", "session_started");
        session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(FUNDS));
        session.harness().runSeconds(5);
        session.cabal().forEach(witness -> assertEquals("ESCROW_ACTIVE", session.witness(witness)));
        assertEquals(new Value.Int(300), session.ofConsumer("total_escrowed"));
    }

    /** A candidate that is told by a quorum that it takes the place of a member; its state. */
    private static String joined(EscrowSession session, Struct lockFinal, Struct request) {
        int friend = session.order().get(5);
        List<NodeIdentity> members = new EscrowForge(session).cabal();
        Forge forge = forge(session);
        PeerId old = members.get(4).peerId();
        PeerId next = session.harness().peer(friend);
        List<Struct> votes = members.subList(0, 4).stream()
                .map(voter -> forge.make(
                        voter,
                        "REPLACEMENT_VOTE",
                        "witness",
                        voter.peerId(),
                        "old_witness",
                        old,
                        "new_witness",
                        next,
                        "total_escrowed",
                        new Value.Int(300)))
                .toList();
        NodeIdentity member = members.get(0);
        Struct change = forge.make(
                member, "Replacement", "old_witness", old, "new_witness", next, "votes", ValueList.of(votes));
        forge.send(
                member,
                friend,
                "Witness",
                forge.make(
                        member,
                        "WITNESS_JOIN",
                        "final",
                        lockFinal,
                        "request",
                        request,
                        "replacements",
                        ValueList.of(change),
                        "in_session",
                        Value.Bool.FALSE));
        assertEquals(List.of(), session.node(friend).faults);
        return session.witness(friend);
    }

    private static EscrowSession locked(long seed) {
        EscrowSession session = EscrowSession.begin(seed, 300, ESCROW);
        session.harness().runSeconds(10);
        return session;
    }

    private static Struct ofMember(EscrowSession session, String variable) {
        return (Struct) session.variable(session.cabal().get(0), "Witness", variable);
    }

    /** The lock with other votes or another decision, signed anew by the consumer. */
    private static Struct signedAnew(EscrowSession session, Struct decision, List<Struct> votes) {
        EscrowForge forge = new EscrowForge(session);
        return forge.lockFinal(forge.consumer(), forge.result(decision, votes));
    }

    private static List<Struct> votes(EscrowSession session, Struct decision, int voters) {
        EscrowForge forge = new EscrowForge(session);
        return forge.cabal().subList(0, voters).stream()
                .map(voter -> forge.vote(voter, ACCEPT, forge.hash(decision)))
                .toList();
    }

    @Test
    void whoJoinsIsShownAQuorumOverWhatTheConsumerAskedFor() {
        EscrowSession session = locked(9);
        Struct decision = (Struct) Forge.field(ofMember(session, "final"), "result", "decision");
        Struct request = ofMember(session, "request");
        Struct threeVotes = signedAnew(session, decision, votes(session, decision, 3));
        assertEquals("IDLE", joined(session, threeVotes, request));
        Struct more = Forge.changed(decision, "amount", new Value.Int(301));
        assertEquals("IDLE", joined(session, signedAnew(session, more, votes(session, more, 4)), request));
        assertEquals("ESCROW_ACTIVE", joined(session, ofMember(session, "final"), request));
    }

    @Test
    void whoJoinsIsShownTheProvidersChainUpToTheHeadOfTheIntent() {
        EscrowSession session = locked(10);
        Struct request = ofMember(session, "request");
        Struct terms = (Struct) Forge.field(request, "terms");
        NodeIdentity provider = session.node(PROVIDER).identity;
        ChainSegment whole = ((Parsed.Read<ChainSegment>)
                        ChainSegment.CODEC.parse((ByteString) Forge.field(terms, "provider_chain_segment")))
                .record();
        ChainSegment shorter = new ChainSegment(whole.blocks().subList(0, 1));
        Struct forged = forge(session)
                .make(
                        provider,
                        "LOCK_TERMS",
                        "intent",
                        Forge.field(terms, "intent"),
                        "provider_nonce",
                        Forge.field(terms, "provider_nonce"),
                        "provider_chain_segment",
                        ByteString.of(ChainSegment.CODEC.encode(shorter)));
        assertEquals("IDLE", joined(session, ofMember(session, "final"), Forge.changed(request, "terms", forged)));
    }

    @Test
    void whoeverCollectsVotesForAReplacementAnswersItsCabalMeanwhileAndNobodyElse() {
        EscrowSession session = EscrowSession.begin(21, 300, ESCROW);
        session.harness().runSeconds(10);
        session.assertLocked();
        int asked = session.cabal().get(0);
        int member = session.cabal().get(2);
        int stranger = session.order().get(9);
        session.lose("REPLACEMENT_VOTE");
        session.silence(session.cabal().get(1));
        session.harness().runUntil(600, () -> session.witness(asked).equals("COLLECTING_REPLACEMENT_VOTES"));
        List<Integer> answered = new ArrayList<>();
        session.harness().network.lose(packet -> {
            if (packet.is("LIVENESS_PONG") && packet.from() == asked) {
                answered.add(packet.to());
            }
            return false;
        });
        EscrowForge forge = new EscrowForge(session);
        forge.send(forge.identity(stranger), asked, "Witness", forge.ping(forge.identity(stranger)));
        forge.send(forge.identity(member), asked, "Witness", forge.ping(forge.identity(member)));
        assertEquals(List.of(member), answered);
        assertEquals("COLLECTING_REPLACEMENT_VOTES", session.witness(asked));
    }
}
