package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.EscrowForge.ACCEPT;
import static io.omerta.protocol.transaction.EscrowForge.REJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The functions of the escrow lock, and of what it shares, at their limits. */
class EscrowRulesTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    private static final long EXPIRY_MILLIS = 900_000;
    private static final long SKEW_MILLIS = 60_000;
    private static final int CABAL = 5;

    private final SessionHarness harness = new SessionHarness(1, 0, List.of(ESCROW));
    private final Hash session = SessionId.of(harness.peer(0), harness.salt(), harness.hasher);
    private final Forge forge = new Forge(harness, ESCROW, session);
    private final NodeIdentity stranger = harness.stranger(99);
    private final List<NodeIdentity> order =
            IntStream.range(0, 12).mapToObj(harness::stranger).toList();

    private FunctionProbe probe(String parameters, String type, String expression) {
        return FunctionProbe.of(ShippedTransactions.ESCROW_LOCK, harness, parameters, type, expression);
    }

    private static ValueList peers(List<NodeIdentity> identities) {
        return ValueList.of(identities.stream().map(NodeIdentity::peerId).toList());
    }

    private List<NodeIdentity> cabal() {
        return order.subList(0, CABAL);
    }

    private Struct intent(
            NodeIdentity consumer, NodeIdentity provider, long amount, ByteString salt, ByteString nonce) {
        return forge.make(
                consumer,
                "LOCK_INTENT",
                "session_salt",
                salt,
                "consumer",
                consumer.peerId(),
                "provider",
                provider.peerId(),
                "amount",
                new Value.Int(amount),
                "hourly_rate",
                new Value.Int(1),
                "consumer_commitment",
                forge.hash(session, nonce),
                "provider_checkpoint",
                session,
                "consumer_chain_head",
                session);
    }

    @Test
    void anIntentIsTimelyFromAMinuteBeforeItsTimeUntilItExpires() {
        ByteString salt = ByteString.of(new byte[] {1});
        Struct intent = intent(harness.nodes.get(0).identity, harness.nodes.get(1).identity, 1, salt, salt);
        long made = harness.nowMillis();
        FunctionProbe timely = probe("intent LOCK_INTENT, now timestamp", "bool", "IS_TIMELY(intent, now)");
        assertFalse(timely.holds(intent, new Value.Timestamp(made - SKEW_MILLIS - 1)));
        assertTrue(timely.holds(intent, new Value.Timestamp(made - SKEW_MILLIS)));
        assertTrue(timely.holds(intent, new Value.Timestamp(made + EXPIRY_MILLIS - 1)));
        assertFalse(timely.holds(intent, new Value.Timestamp(made + EXPIRY_MILLIS)));
    }

    /** Whether the terms of an intent are genuine for a session. */
    private boolean isGenuine(Struct intent, NodeIdentity provider, Hash ofTerms, Hash asked) {
        ByteString nonce = ByteString.of(new byte[] {2});
        Struct terms = new Forge(harness, ESCROW, ofTerms)
                .make(
                        provider,
                        "LOCK_TERMS",
                        "intent",
                        intent,
                        "provider_nonce",
                        nonce,
                        "provider_chain_segment",
                        nonce);
        return probe("terms LOCK_TERMS, nonce bytes, session hash", "bool", "IS_GENUINE(terms, nonce, session)")
                .holds(terms, nonce, asked);
    }

    @Test
    void termsAreGenuineOnlyIfConsumerAndProviderMeanThisSession() {
        NodeIdentity consumer = harness.nodes.get(0).identity;
        NodeIdentity provider = harness.nodes.get(1).identity;
        ByteString salt = ByteString.of(new byte[] {1});
        ByteString nonce = ByteString.of(new byte[] {2});
        Hash other = forge.hash(new Value.Int(1));
        Struct intent = intent(consumer, provider, 1, salt, nonce);
        assertTrue(isGenuine(intent, provider, session, session));
        assertFalse(isGenuine(Forge.changed(intent, "session_id", other), provider, session, session));
        assertFalse(isGenuine(intent, provider, other, session));
        assertFalse(isGenuine(intent, provider, other, other), "not of this consumer and salt");
        assertFalse(isGenuine(intent, stranger, session, session), "not signed by the provider");
        assertFalse(isGenuine(intent(consumer, provider, 0, salt, nonce), provider, session, session), "no amount");
        assertFalse(isGenuine(intent(consumer, consumer, 1, salt, nonce), consumer, session, session), "oneself");
        assertFalse(isGenuine(intent(consumer, provider, 1, salt, salt), provider, session, session), "the nonce");
        Struct unsigned = Forge.changed(intent, "hourly_rate", new Value.Int(2));
        assertFalse(isGenuine(unsigned, provider, session, session), "not signed by the consumer");
    }

    @Test
    void anotherSessionsIntentIsNotGenuine() {
        NodeIdentity consumer = harness.nodes.get(0).identity;
        NodeIdentity provider = harness.nodes.get(1).identity;
        ByteString salt = ByteString.of(new byte[] {1});
        Hash other = SessionId.of(consumer.peerId(), ByteString.of(new byte[] {9}), harness.hasher);
        Forge elsewhere = new Forge(harness, ESCROW, other);
        Struct intent = intent(consumer, provider, 1, salt, ByteString.of(new byte[] {2}));
        Struct ofOther = elsewhere.make(
                consumer,
                "LOCK_INTENT",
                "session_salt",
                salt,
                "consumer",
                consumer.peerId(),
                "provider",
                provider.peerId(),
                "amount",
                new Value.Int(1),
                "hourly_rate",
                new Value.Int(1),
                "consumer_commitment",
                Forge.field(intent, "consumer_commitment"),
                "provider_checkpoint",
                session,
                "consumer_chain_head",
                session);
        assertFalse(isGenuine(ofOther, provider, session, session));
    }

    private Struct vote(NodeIdentity voter, Value verdict, Hash decision) {
        return forge.make(
                voter,
                "WITNESS_FINAL_VOTE",
                "witness",
                voter.peerId(),
                "vote",
                verdict,
                "decision_hash",
                decision,
                "observed_balance",
                new Value.Int(0));
    }

    private Struct decision(String status, List<NodeIdentity> witnesses) {
        return forge.make(
                stranger,
                "LockDecision",
                "status",
                new Value.EnumMember(status),
                "consumer",
                harness.peer(0),
                "provider",
                harness.peer(1),
                "amount",
                new Value.Int(1),
                "hourly_rate",
                new Value.Int(1),
                "witnesses",
                peers(witnesses),
                "provider_checkpoint",
                session,
                "provider_trust_milli",
                new Value.Int(7),
                "consumer_chain_head",
                session,
                "expires_at",
                new Value.Timestamp(harness.nowMillis() + EXPIRY_MILLIS));
    }

    private boolean isAgreed(String status, List<Struct> votes) {
        Struct result =
                forge.make(stranger, "LockResult", "decision", decision(status, cabal()), "votes", ValueList.of(votes));
        return probe("result LockResult", "bool", "IS_AGREED(result)").holds(result);
    }

    private List<Struct> votes(List<NodeIdentity> voters, Value verdict, Hash decision) {
        return new ArrayList<>(
                voters.stream().map(voter -> vote(voter, verdict, decision)).toList());
    }

    @Test
    void fourOfFiveMembersAgreeAndNobodyElseCounts() {
        Hash decision = forge.hash(decision("ACCEPTED", cabal()));
        List<Struct> three = votes(order.subList(0, 3), ACCEPT, decision);
        assertFalse(isAgreed("ACCEPTED", three));
        assertTrue(isAgreed("ACCEPTED", votes(order.subList(0, 4), ACCEPT, decision)));
        assertFalse(isAgreed("ACCEPTED", plus(three, vote(stranger, ACCEPT, decision))));
        assertFalse(isAgreed("ACCEPTED", plus(three, vote(order.get(3), REJECT, decision))));
        assertFalse(isAgreed("ACCEPTED", plus(three, vote(order.get(3), ACCEPT, session))));
        Struct borrowed = Forge.changed(
                vote(stranger, ACCEPT, decision), "witness", order.get(3).peerId());
        assertFalse(isAgreed("ACCEPTED", plus(three, borrowed)));
        assertFalse(isAgreed("ACCEPTED", plus(three, three.get(0))));
        List<Struct> five = votes(cabal(), ACCEPT, decision);
        assertTrue(isAgreed("ACCEPTED", five));
        assertFalse(isAgreed("ACCEPTED", plus(five, five.get(0))), "more votes than members");
        assertTrue(isAgreed("REJECTED", votes(cabal(), REJECT, forge.hash(decision("REJECTED", cabal())))));
    }

    private static List<Struct> plus(List<Struct> list, Struct more) {
        List<Struct> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    private Struct topUp() {
        return forge.make(
                stranger,
                "TopUpDecision",
                "lock_hash",
                session,
                "previous_total",
                new Value.Int(1),
                "additional_amount",
                new Value.Int(2),
                "new_total",
                new Value.Int(3));
    }

    private Struct topUpVote(NodeIdentity voter, Value verdict, Hash decision) {
        return forge.make(
                voter,
                "TOPUP_VOTE",
                "witness",
                voter.peerId(),
                "vote",
                verdict,
                "decision_hash",
                decision,
                "observed_balance",
                new Value.Int(0));
    }

    private boolean isTopUpAgreed(List<Struct> votes) {
        Struct result = forge.make(stranger, "TopUpResult", "decision", topUp(), "votes", ValueList.of(votes));
        return probe("result TopUpResult, members list<peer_id>", "bool", "IS_TOPUP_AGREED(result, members)")
                .holds(result, peers(cabal()));
    }

    @Test
    void aTopUpNeedsFourOfFiveMembersToo() {
        Hash decision = forge.hash(topUp());
        List<Struct> three = new ArrayList<>();
        order.subList(0, 3).forEach(voter -> three.add(topUpVote(voter, ACCEPT, decision)));
        List<Struct> four = plus(three, topUpVote(order.get(3), ACCEPT, decision));
        assertTrue(isTopUpAgreed(four));
        assertFalse(isTopUpAgreed(three));
        assertFalse(isTopUpAgreed(plus(three, topUpVote(stranger, ACCEPT, decision))));
        assertFalse(isTopUpAgreed(plus(three, topUpVote(order.get(3), REJECT, decision))));
        assertFalse(isTopUpAgreed(plus(three, topUpVote(order.get(3), ACCEPT, session))));
        assertFalse(isTopUpAgreed(plus(three, three.get(0))));
        assertTrue(isTopUpAgreed(plus(four, topUpVote(order.get(4), ACCEPT, decision))));
        assertFalse(isTopUpAgreed(plus(plus(four, four.get(0)), four.get(1))), "more votes than members");
    }

    private boolean follows(int witnesses) {
        NodeIdentity consumer = harness.nodes.get(0).identity;
        ByteString salt = ByteString.of(new byte[] {1});
        Struct intent = intent(consumer, harness.nodes.get(1).identity, 1, salt, salt);
        return probe(
                        "decision LockDecision, intent LOCK_INTENT, order list<peer_id>, trust uint",
                        "bool",
                        "FOLLOWS(decision, intent, order, trust)")
                .holds(decision("ACCEPTED", order.subList(0, witnesses)), intent, peers(order), new Value.Int(7));
    }

    @Test
    void aDecisionHasFiveToElevenWitnesses() {
        assertFalse(follows(4));
        assertTrue(follows(5));
        assertTrue(follows(11));
        assertFalse(follows(12));
    }

    @Test
    void aCandidateBelongsToTheRoundThatReachesItsPlace() {
        FunctionProbe round = probe("order list<peer_id>, p peer_id", "uint", "ROUND_OF(order, p)");
        List<Value> rounds = new ArrayList<>();
        order.forEach(peer -> rounds.add(round.ask(peers(order), peer.peerId())));
        assertEquals(
                "[0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4]",
                rounds.stream()
                        .map(value -> ((Value.Int) value).value())
                        .toList()
                        .toString());
    }

    private boolean isDivided(int accepting, int rejecting, int members, int candidates) {
        List<Struct> preliminaries = new ArrayList<>();
        for (int i = 0; i < accepting + rejecting; i++) {
            preliminaries.add(forge.make(
                    order.get(i),
                    "WITNESS_PRELIMINARY",
                    "witness",
                    order.get(i).peerId(),
                    "verdict",
                    i < accepting ? ACCEPT : REJECT,
                    "observed_balance",
                    new Value.Int(0),
                    "reserved_elsewhere",
                    new Value.Int(0)));
        }
        return probe(
                        "said list<WITNESS_PRELIMINARY>, members uint, order list<peer_id>",
                        "bool",
                        "IS_DIVIDED(said, members, order)")
                .holds(ValueList.of(preliminaries), new Value.Int(members), peers(order.subList(0, candidates)));
    }

    @Test
    void aCabalIsDividedIfNeitherSideHasAQuorumAndItCanGrow() {
        assertTrue(isDivided(3, 2, 5, 12));
        assertTrue(isDivided(2, 3, 5, 12));
        assertFalse(isDivided(4, 1, 5, 12));
        assertFalse(isDivided(1, 4, 5, 12));
        assertTrue(isDivided(3, 2, 5, 7), "two candidates are left");
        assertFalse(isDivided(3, 2, 5, 6), "one candidate is left");
        assertTrue(isDivided(5, 4, 9, 12), "the third round");
        assertFalse(isDivided(6, 5, 11, 12), "after the third round");
    }

    private Struct replacementVote(NodeIdentity voter, NodeIdentity old, NodeIdentity next, long total) {
        return forge.make(
                voter,
                "REPLACEMENT_VOTE",
                "witness",
                voter.peerId(),
                "old_witness",
                old.peerId(),
                "new_witness",
                next.peerId(),
                "total_escrowed",
                new Value.Int(total));
    }

    private boolean isReplaced(NodeIdentity old, NodeIdentity next, List<Struct> votes) {
        Struct change = forge.make(
                stranger,
                "Replacement",
                "old_witness",
                old.peerId(),
                "new_witness",
                next.peerId(),
                "votes",
                ValueList.of(votes));
        return probe(
                        "session hash, change Replacement, members list<peer_id>",
                        "bool",
                        "IS_REPLACED(session, change, members)")
                .holds(session, change, peers(cabal()));
    }

    private List<Struct> replacementVotes(int voters, NodeIdentity old, NodeIdentity next) {
        List<Struct> votes = new ArrayList<>();
        order.subList(0, voters).forEach(voter -> votes.add(replacementVote(voter, old, next, 300)));
        return votes;
    }

    @Test
    void aQuorumReplacesAMemberBySomebodyElse() {
        NodeIdentity old = order.get(4);
        NodeIdentity next = order.get(5);
        List<Struct> three = replacementVotes(3, old, next);
        assertTrue(isReplaced(old, next, replacementVotes(4, old, next)));
        assertFalse(isReplaced(old, next, three));
        assertFalse(isReplaced(old, next, plus(three, three.get(0))));
        assertFalse(isReplaced(old, next, plus(three, replacementVote(stranger, old, next, 300))));
        assertFalse(isReplaced(old, next, plus(three, replacementVote(order.get(3), order.get(2), next, 300))));
        assertFalse(isReplaced(old, next, plus(three, replacementVote(order.get(3), old, stranger, 300))));
        assertFalse(isReplaced(old, next, plus(three, replacementVote(order.get(3), old, next, 301))));
        Struct elsewhere = new Forge(harness, ESCROW, forge.hash(session))
                .make(
                        order.get(3),
                        "REPLACEMENT_VOTE",
                        "witness",
                        order.get(3).peerId(),
                        "old_witness",
                        old.peerId(),
                        "new_witness",
                        next.peerId(),
                        "total_escrowed",
                        new Value.Int(300));
        assertFalse(isReplaced(old, next, plus(three, elsewhere)), "another session's vote");
        Struct borrowed = Forge.changed(
                replacementVote(stranger, old, next, 300),
                "witness",
                order.get(3).peerId());
        assertFalse(isReplaced(old, next, plus(three, borrowed)));
        assertTrue(isReplaced(old, next, replacementVotes(5, old, next)));
        List<Struct> six = plus(replacementVotes(5, old, next), three.get(0));
        assertFalse(isReplaced(old, next, six), "more votes than members");
        assertFalse(isReplaced(stranger, next, replacementVotes(4, stranger, next)), "no member is replaced");
        assertFalse(isReplaced(old, order.get(0), replacementVotes(4, old, order.get(0))), "a member already");
    }

    @Test
    void aQuorumIsTwoThirdsOfACabalAndAtLeastThree() {
        FunctionProbe quorum = probe("members uint", "uint", "QUORUM(members)");
        List<Long> quorums = new ArrayList<>();
        for (int members = 3; members <= 11; members++) {
            quorums.add(((Value.Int) quorum.ask(new Value.Int(members))).value());
        }
        assertEquals(List.of(3L, 3L, 4L, 5L, 5L, 6L, 7L, 7L, 8L), quorums);
    }

    /** The draw from candidates who are known to the provider, by what its chain says of each. */
    private List<Value> drawn(int wellTrusted, long trustMilli, Map<NodeIdentity, Long> interactions) {
        Map<Value, Value> trust = new LinkedHashMap<>();
        order.subList(0, wellTrusted).forEach(peer -> trust.put(peer.peerId(), new Value.Int(trustMilli)));
        Map<Value, Value> met = new LinkedHashMap<>();
        interactions.forEach((peer, count) -> met.put(peer.peerId(), new Value.Int(count)));
        List<PeerId> known = new ArrayList<>();
        order.forEach(peer -> known.add(peer.peerId()));
        known.add(harness.peer(0));
        known.add(harness.peer(1));
        Struct state = forge.make(
                stranger,
                "ChainState",
                "owner",
                harness.peer(1),
                "height",
                new Value.Int(1),
                "head",
                session,
                "trust_milli",
                new Value.Int(1),
                "known_peers",
                ValueList.of(known),
                "peer_trust_milli",
                ValueMap.of(trust),
                "interactions",
                ValueMap.of(met));
        Value drawn = probe(
                        "known ChainState, consumer peer_id",
                        "list<peer_id>",
                        "WITNESS_ORDER(known.head, known, consumer)")
                .ask(state, harness.peer(0));
        return new ArrayList<>(((ValueList) drawn).elements());
    }

    @Test
    void neitherPartyIsDrawnNorWhoHasMetTheProviderTooOften() {
        List<Value> drawn = drawn(12, 1_000, Map.of(order.get(3), 5L, order.get(4), 6L));
        assertFalse(drawn.contains(harness.peer(0)));
        assertFalse(drawn.contains(harness.peer(1)));
        assertTrue(drawn.contains(order.get(3).peerId()));
        assertFalse(drawn.contains(order.get(4).peerId()));
        assertEquals(11, drawn.size());
    }

    @Test
    void theFirstTwoAreDrawnFromTheWellTrusted() {
        List<PeerId> trusted =
                order.subList(0, 2).stream().map(NodeIdentity::peerId).toList();
        assertTrue(drawn(2, 1_000, Map.of()).subList(0, 2).containsAll(trusted));
        assertFalse(drawn(2, 999, Map.of()).subList(0, 2).containsAll(trusted));
    }
}
