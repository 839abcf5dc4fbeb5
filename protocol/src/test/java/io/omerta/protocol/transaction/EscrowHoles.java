package io.omerta.protocol.transaction;

import java.util.List;

/** Holes of the published escrow lock. */
final class EscrowHoles {
    private static final String SHIPPED = "00_escrow_lock/transaction.omt";
    private static final String DEADLOCK = "no deadlock";
    private static final String FAULT = "no fault";

    private static final String OLD_HEAD =
            "invariant OldHead ( ALL(Consumer, c => c.state == Consumer.IDLE or c.state == Consumer.FAILED) )";
    private static final String ONE_RESULT = "invariant OneResult ( ALL(Witness, a => ALL(Witness, b =>"
            + " a.result == null or b.result == null or a.result.decision == b.result.decision)) )";
    private static final String NOT_OVER_RESERVED = "invariant NotOverReserved ( ALL(Witness, w =>"
            + " w.verdict == null or w.verdict == REJECT or w.observed_balance - w.reserved >= w.amount) )";
    private static final String TOP_UP_IS_SIGNED = "invariant TopUpIsSigned ( ALL(Consumer, c => c.topup_result == null"
            + " or VERIFY(c.peer_id, c.topup_signature, \"topup\", HASH(c.topup))) )";
    private static final String FRESH =
            "invariant Fresh ( ALL(Provider, p =>" + " p.intent == null or IS_TIMELY(p.intent, p.intent.timestamp)) )";

    private EscrowHoles() {}

    private static Variant variant() {
        return Variant.of(ShippedTransactions.ESCROW_LOCK);
    }

    /** The published lock among so many witnesses. */
    private static Exploration published(int witnesses) {
        return Exploration.of(PublishedTransactions.ESCROW_LOCK)
                .instances("Witness", witnesses)
                .call("Consumer.initiate_lock(Provider, 100)")
                .answer("READ.head_hash", "known")
                .answer("READ.balance", "100")
                .answer("VERIFY_CHAIN_SEGMENT", "true")
                .answer("CHAIN_CONTAINS_HASH", "true")
                .answer("CHAIN_CONTAINS", "true")
                .answer("CHAIN_STATE_AT", "{owner Provider, known_peers Witness}");
    }

    private static Exploration published(int witnesses, String property) {
        return published(witnesses).property(property);
    }

    /** The shipped lock, or a variant, with a cabal of so many, all of whom are drawn. */
    private static Exploration shipped(Variant variant, int cabal) {
        return Exploration.of(SHIPPED, variant)
                .instances("Witness", cabal)
                .call("Consumer.initiate_lock(known, Provider, 100, 1)")
                .set("WITNESS_COUNT", cabal)
                .set("WITNESS_THRESHOLD", Math.min(3, cabal))
                .set("CANDIDATE_FLOOR", cabal)
                .set("MIN_KNOWN_CANDIDATES", 1)
                .set("MAX_RECRUITMENT_ROUNDS", 0)
                .answer("recorded_checkpoint", "known")
                .answer("known_chain", "known")
                .answer("balance_at", "100")
                .answer("own_funds", "100")
                .answer("reserved_elsewhere", "0")
                .answer("READ.head_hash", "known")
                .answer("READ.balance", "100")
                .answer("VERIFY_CHAIN_SEGMENT", "true")
                .answer("CHAIN_CONTAINS_HASH", "true")
                .answer("CHAIN_CONTAINS", "true")
                .answer("CHAIN_STATE_AT", "{owner Provider, known_peers Witness}");
    }

    /** A cabal of one, beside a witness that was not drawn and lies. */
    private static Exploration withStranger(Variant variant, int lies) {
        return shipped(variant, 1)
                .instances("Witness", 2)
                .byzantine("Witness", 1, lies)
                .answer("CHAIN_STATE_AT", "{owner Provider, known_peers [Witness[1]]}");
    }

    static List<Hole> all() {
        return List.of(
                new Hole(
                        "H1",
                        "a stranger's result with one junk signature locks the consumer",
                        "invariant LockedByWitnesses",
                        published(2, "LockedByWitnesses").byzantine("Witness", 1, 1),
                        withStranger(variant(), 1)),
                new Hole(
                        "H2",
                        "any balance update starts the service",
                        "invariant ServedUnderLock",
                        published(2, "ServedUnderLock").byzantine("Witness", 1, 1),
                        withStranger(variant(), 1)),
                new Hole(
                        "H4",
                        "one sender's duplicates fill a quorum",
                        "invariant CountedOnce",
                        published(2, "CountedOnce").duplicates(1),
                        shipped(
                                        variant()
                                                .plus(
                                                        "invariant CountedOnce ( ALL(Witness, w => w.preliminaries == null or"
                                                                + " ALL(w.witnesses, m => COUNT(w.preliminaries, p => SIGNED_BY(p, m)) <= 1)) )"),
                                        2)
                                .duplicates(1)),
                new Hole(
                        "H5",
                        "without votes the timeout makes an accepted result",
                        "invariant AcceptedByVotes",
                        published(2, "AcceptedByVotes").set("WITNESS_THRESHOLD", 2),
                        shipped(variant(), 2)),
                new Hole(
                        "H7",
                        "nobody signs the result",
                        "invariant ResultIsSigned",
                        published(2, "ResultIsSigned").set("WITNESS_THRESHOLD", 1),
                        shipped(variant(), 1)),
                new Hole(
                        "H8",
                        "the selection is verified against the provider's own list",
                        "invariant DrawnFromChain",
                        published(2, "DrawnFromChain")
                                .byzantine("Provider", 1, 1)
                                .answer("CHAIN_STATE_AT", "{owner Provider, known_peers [Witness[1]]}"),
                        shipped(variant(), 1)
                                .instances("Witness", 2)
                                .byzantine("Provider", 1, 1)
                                .answer("CHAIN_STATE_AT", "{owner Provider, known_peers [Witness[1]]}")),
                new Hole(
                        "H9",
                        "the provider chooses its nonce knowing the consumer's",
                        "invariant DrawnBlindly",
                        published(1, "DrawnBlindly"),
                        shipped(
                                variant()
                                        .plus(
                                                "invariant DrawnBlindly ( ALL(Consumer, c => c.terms != null or"
                                                        + " ALL(Witness, w => w.request == null or w.request.consumer_nonce != c.consumer_nonce)) )"),
                                1)),
                new Hole(
                        "H10",
                        "the head that decides the selection may be new",
                        "invariant OldHead",
                        shipped(
                                        variant()
                                                .with(
                                                        "recorded_checkpoint(provider, MIN_CHECKPOINT_AGE)",
                                                        "READ(provider, \"head_hash\")")
                                                .plus(OLD_HEAD),
                                        1)
                                .property("OldHead")
                                .answer("recorded_checkpoint", "null"),
                        shipped(variant().plus(OLD_HEAD), 1).answer("recorded_checkpoint", "null")),
                new Hole(
                        "H11",
                        "quorums of half the cabal decide two opposite ways",
                        "invariant OneResult",
                        shipped(variant().plus(ONE_RESULT), 2)
                                .property("OneResult")
                                .set("WITNESS_THRESHOLD", 1)
                                .set("CONSENSUS_THRESHOLD", "0.5")
                                .answer("balance_at", "100|0"),
                        shipped(variant().plus(ONE_RESULT), 2).answer("balance_at", "100|0")),
                new Hole(
                        "H12",
                        "a witness promises funds that it holds for another session",
                        "invariant NotOverReserved",
                        shipped(
                                        variant()
                                                .with(
                                                        "observed_balance - reserved >= amount",
                                                        "observed_balance >= amount")
                                                .plus(NOT_OVER_RESERVED),
                                        1)
                                .answer("reserved_elsewhere", "0|100"),
                        shipped(variant().plus(NOT_OVER_RESERVED), 1).answer("reserved_elsewhere", "0|100")),
                new Hole(
                        "H13",
                        "an intent that is played again begins the session again",
                        "invariant OneCommitment",
                        published(1, "OneCommitment").duplicates(1),
                        shipped(
                                        variant()
                                                .plus(
                                                        "invariant OneCommitment ( ALL(Consumer, c => c.terms == null or"
                                                                + " ALL(Provider, p => p.provider_nonce == null or p.provider_nonce == c.terms.provider_nonce)) )"),
                                        1)
                                .duplicates(1)),
                new Hole(
                        "H13",
                        "an old intent is as good as a new one",
                        "invariant Fresh",
                        shipped(
                                        variant()
                                                .without("and IS_TIMELY(message, NOW())")
                                                .plus(FRESH),
                                        1)
                                .property("Fresh")
                                .set("LOCK_EXPIRY", 0),
                        shipped(variant().plus(FRESH), 1).set("LOCK_EXPIRY", 0)),
                new Hole(
                        "H16",
                        "a lock of which nothing comes is never released",
                        DEADLOCK,
                        shipped(
                                variant()
                                        .without(
                                                "LOCKED -> RELEASING on timeout(LOCK_EXPIRY) (\n        reject_reason = \"no session began\"\n        release_attempts = 1\n        BROADCAST(witnesses, LOCK_RELEASED)\n        SEND(provider, LOCK_RELEASED)\n    )"),
                                1),
                        shipped(variant(), 1)),
                new Hole(
                        "H20",
                        "a signature that nobody verifies acknowledges a lock",
                        "invariant LockedByAll",
                        shipped(
                                        variant()
                                                .without(
                                                        "and VERIFY(provider, message.provider_signature, \"lock\", lock_hash)"),
                                        1)
                                .byzantine("Provider", 1, 1),
                        shipped(variant(), 1).byzantine("Provider", 1, 1)),
                new Hole(
                        "D3",
                        "who adds to a lock signs the lock once more",
                        "invariant TopUpIsSigned",
                        published(2, "TopUpIsSigned")
                                .set("WITNESS_THRESHOLD", 1)
                                .call("Consumer.initiate_topup(0)"),
                        shipped(variant().plus(TOP_UP_IS_SIGNED), 1)
                                .call("Consumer.session_started()")
                                .call("Consumer.initiate_topup(0)")),
                new Hole(
                        "D5",
                        "a consumer of whom nothing is known makes the witness fail",
                        FAULT,
                        published(1, "AmountsArePositive").answer("READ.balance", "null"),
                        shipped(variant(), 1).answer("READ.balance", "null|100")),
                new Hole(
                        "D5",
                        "a witness accepts a negative amount",
                        "invariant AmountsArePositive",
                        Exploration.of(PublishedTransactions.ESCROW_LOCK)
                                .property("AmountsArePositive")
                                .call("Consumer.initiate_lock(Provider, -5)")
                                .answer("READ.head_hash", "known")
                                .answer("READ.balance", "0")
                                .answer("VERIFY_CHAIN_SEGMENT", "true")
                                .answer("CHAIN_CONTAINS_HASH", "true")
                                .answer("CHAIN_CONTAINS", "true")
                                .answer("CHAIN_STATE_AT", "{owner Provider, known_peers Witness}"),
                        shipped(
                                variant()
                                        .plus(
                                                "invariant AmountsArePositive ( ALL(Witness, w => w.verdict == null or w.amount > 0) )"),
                                1)),
                new Hole(
                        "D6",
                        "a consumer waits for ever on a chain that does not verify",
                        DEADLOCK,
                        published(1, "AmountsArePositive").answer("VERIFY_CHAIN_SEGMENT", "false"),
                        shipped(variant(), 1).answer("VERIFY_CHAIN_SEGMENT", "false")),
                new Hole(
                        "D6",
                        "a consumer waits for ever on a selection that does not verify",
                        DEADLOCK,
                        published(2, "AmountsArePositive")
                                .byzantine("Provider", 1, 1)
                                .answer("CHAIN_STATE_AT", "{owner Provider, known_peers [Witness[1]]}"),
                        shipped(variant(), 1)
                                .instances("Witness", 2)
                                .byzantine("Provider", 1, 1)
                                .answer("CHAIN_STATE_AT", "{owner Provider, known_peers [Witness[1]]}")),
                new Hole(
                        "D7",
                        "three witnesses come to a result only by timeouts, with two signatures",
                        "invariant AcceptedByVotes",
                        published(3, "AcceptedByVotes").lateTimers(),
                        shipped(variant(), 3).lateTimers()),
                new Hole(
                        "D11",
                        "the check of existing locks checks nothing",
                        "invariant NotOverReserved",
                        shipped(
                                        variant()
                                                .with(
                                                        "observed_balance - reserved >= amount and (READ(consumer, \"balance\") == null or READ(consumer, \"balance\") >= amount)",
                                                        "amount > 0")
                                                .plus(NOT_OVER_RESERVED),
                                        1)
                                .answer("reserved_elsewhere", "0|100"),
                        shipped(variant().plus(NOT_OVER_RESERVED), 1).answer("reserved_elsewhere", "0|100")));
    }
}
