package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.FUNDS;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;

/** What liars say about one session of transaction 00. */
final class EscrowForge {
    static final Value ACCEPT = new Value.EnumMember("ACCEPT");
    static final Value REJECT = new Value.EnumMember("REJECT");
    static final Text LOCK = new Text("lock");

    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    private static final long LOCK_EXPIRY_MILLIS = 900_000;

    private final EscrowSession session;
    private final Forge forge;

    EscrowForge(EscrowSession session) {
        this.session = session;
        this.forge = new Forge(session.harness(), ESCROW, session.id());
    }

    NodeIdentity consumer() {
        return session.node(CONSUMER).identity;
    }

    NodeIdentity identity(int node) {
        return session.node(node).identity;
    }

    List<NodeIdentity> cabal() {
        return session.cabal().stream().map(this::identity).toList();
    }

    /** What these witnesses would decide about the session's intent. */
    Struct decision(String status, List<NodeIdentity> witnesses) {
        Value intent = Forge.field(session.ofConsumer("terms"), "intent");
        Value.Timestamp timestamp = (Value.Timestamp) Forge.field(intent, "timestamp");
        List<PeerId> peers = witnesses.stream().map(NodeIdentity::peerId).toList();
        return forge.make(
                consumer(),
                "LockDecision",
                "status",
                new Value.EnumMember(status),
                "consumer",
                Forge.field(intent, "consumer"),
                "provider",
                Forge.field(intent, "provider"),
                "amount",
                Forge.field(intent, "amount"),
                "hourly_rate",
                Forge.field(intent, "hourly_rate"),
                "witnesses",
                ValueList.of(peers),
                "provider_checkpoint",
                Forge.field(intent, "provider_checkpoint"),
                "provider_trust_milli",
                Forge.field(session.variable(PROVIDER, "Provider", "chain_state"), "trust_milli"),
                "consumer_chain_head",
                Forge.field(intent, "consumer_chain_head"),
                "expires_at",
                new Value.Timestamp(timestamp.millis() + LOCK_EXPIRY_MILLIS));
    }

    Hash hash(Value value) {
        return forge.hash(value);
    }

    Struct vote(NodeIdentity voter, Value verdict, Hash decision) {
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
                new Value.Int(FUNDS));
    }

    Struct preliminary(NodeIdentity witness, Value verdict) {
        return forge.make(
                witness,
                "WITNESS_PRELIMINARY",
                "witness",
                witness.peerId(),
                "verdict",
                verdict,
                "observed_balance",
                new Value.Int(FUNDS),
                "reserved_elsewhere",
                new Value.Int(0));
    }

    Struct result(Struct decision, List<Struct> votes) {
        return forge.make(consumer(), "LockResult", "decision", decision, "votes", ValueList.of(votes));
    }

    void send(NodeIdentity author, int to, String role, Struct body) {
        forge.send(author, to, role, body);
    }

    void sendResult(NodeIdentity author, Struct result) {
        send(author, CONSUMER, "Consumer", forge.make(author, "LOCK_RESULT_FOR_SIGNATURE", "result", result));
    }

    /** The consumer asks the provider for its signature under a result. */
    void askForAcknowledgement(Struct decision, List<Struct> votes) {
        send(
                consumer(),
                PROVIDER,
                "Provider",
                forge.make(
                        consumer(),
                        "LOCK_FOR_ACKNOWLEDGEMENT",
                        "result",
                        result(decision, votes),
                        "consumer_nonce",
                        session.ofConsumer("consumer_nonce"),
                        "consumer_signature",
                        forge.sign(consumer(), LOCK, hash(decision))));
    }

    /** A final lock that consumer and provider have signed between themselves. */
    Struct lockFinal(NodeIdentity author, Struct result) {
        Hash decision = hash(Forge.field(result, "decision"));
        return forge.make(
                author,
                "LOCK_FINAL",
                "result",
                result,
                "consumer_signature",
                forge.sign(consumer(), LOCK, decision),
                "provider_signature",
                forge.sign(identity(PROVIDER), LOCK, decision));
    }

    /** The consumer asks a node to witness. */
    void request(NodeIdentity consumer, int witness, Value terms, Value nonce) {
        send(
                consumer,
                witness,
                "Witness",
                forge.make(consumer, "WITNESS_REQUEST", "terms", terms, "consumer_nonce", nonce));
    }

    /** A peer passes on to another what the consumer has asked for. */
    void recruit(NodeIdentity author, int witness, Value terms, Value nonce) {
        Struct request = forge.make(consumer(), "WITNESS_REQUEST", "terms", terms, "consumer_nonce", nonce);
        send(author, witness, "Witness", forge.make(author, "WITNESS_RECRUIT_REQUEST", "request", request));
    }

    Struct ping(NodeIdentity witness) {
        return forge.make(witness, "LIVENESS_PING", "round", new Value.Int(1));
    }

    /** Tells a peer that it takes the place of another, by the author's vote alone. */
    Struct join(NodeIdentity author, Value lockFinal, Value request, NodeIdentity old, NodeIdentity replacement) {
        Struct vote = forge.make(
                author,
                "REPLACEMENT_VOTE",
                "witness",
                author.peerId(),
                "old_witness",
                old.peerId(),
                "new_witness",
                replacement.peerId(),
                "total_escrowed",
                new Value.Int(1));
        Struct change = forge.make(
                author,
                "Replacement",
                "old_witness",
                old.peerId(),
                "new_witness",
                replacement.peerId(),
                "votes",
                ValueList.of(vote));
        return forge.make(
                author,
                "WITNESS_JOIN",
                "final",
                lockFinal,
                "request",
                request,
                "replacements",
                ValueList.of(change),
                "in_session",
                Value.Bool.FALSE);
    }
}
