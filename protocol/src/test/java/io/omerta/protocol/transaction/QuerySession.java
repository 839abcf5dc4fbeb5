package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;

/** One query of transaction 03, about the consumer, by a candidate that knows nobody but the provider. */
record QuerySession(SessionHarness harness, Hash id, ByteString salt) {
    static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    static final TransactionSpec QUERY = ShippedTransactions.STATE_QUERY.compile();
    static final TransactionSpec AUDIT = ShippedTransactions.STATE_AUDIT.compile();

    static final int REQUESTER = 2;
    static final int SUBJECT = CONSUMER;

    static QuerySession of(long seed) {
        return of(seed, QUERY);
    }

    static QuerySession of(long seed, TransactionSpec query) {
        return of(SessionHarness.of(seed, ESCROW, query, AUDIT));
    }

    static QuerySession of(SessionHarness harness) {
        ByteString salt = harness.salt();
        return new QuerySession(harness, SessionId.of(harness.peer(REQUESTER), salt, harness.hasher), salt);
    }

    /** Another query of the same requester. */
    QuerySession another() {
        return of(harness);
    }

    QuerySession ask(String type, String confidence) {
        return askBy(REQUESTER, id, salt, type, confidence, List.of());
    }

    QuerySession ask(String type, String confidence, List<Integer> cabal) {
        return askBy(REQUESTER, id, salt, type, confidence, cabal);
    }

    QuerySession askBy(
            int requester, Hash session, ByteString salt, String type, String confidence, List<Integer> cabal) {
        harness.trigger(
                requester,
                new SessionKey("03", session, "Requester"),
                "query",
                salt,
                harness.peer(SUBJECT),
                new Value.EnumMember(type),
                new Value.EnumMember(confidence),
                ValueList.of(cabal.stream().map(harness::peer).toList()));
        return this;
    }

    QuerySession run(long seconds) {
        harness.runSeconds(seconds);
        return this;
    }

    TestNode node(int index) {
        return harness.nodes.get(index);
    }

    SessionKey key(String role) {
        return new SessionKey("03", id, role);
    }

    String state() {
        return state(REQUESTER, "Requester");
    }

    String state(int node, String role) {
        return node(node).state(key(role));
    }

    Value variable(String name) {
        Configuration configuration = node(REQUESTER).last.get(key("Requester"));
        for (int i = 0; i < configuration.actor().variables().size(); i++) {
            if (configuration.actor().variables().get(i).name().equals(name)) {
                return configuration.variable(i);
            }
        }
        throw new AssertionError("no variable " + name);
    }

    String reason() {
        return ((Text) variable("reason")).text();
    }

    List<Integer> witnesses() {
        List<Integer> nodes = new ArrayList<>();
        ((ValueList) variable("witnesses")).elements().forEach(peer -> nodes.add(harness.node(peer)));
        return nodes;
    }

    long number() {
        return ((Value.Int) Forge.field(variable("attestation"), "answer", "number")).value();
    }

    Hash evidence() {
        return (Hash) Forge.field(variable("attestation"), "answer", "evidence_hash");
    }

    List<StateStatement> statements() {
        List<StateStatement> statements = new ArrayList<>();
        ((ValueList) Forge.field(variable("attestation"), "statements"))
                .elements()
                .forEach(statement -> statements.add(StateStatement.CODEC.fromStruct(statement)));
        return statements;
    }

    Forge forge() {
        return new Forge(harness, QUERY, id);
    }

    NodeIdentity identity(int node) {
        return node(node).identity;
    }

    /** The subject's chain and some more blocks. */
    Chain longer(int blocks, int mark) {
        Chain chain = node(SUBJECT).host.chain();
        for (int i = 0; i < blocks; i++) {
            Struct note = Struct.of(StructShape.of("NOTE", "number"), new Value.Int(mark));
            chain = chain.append(note, harness.nowMillis(), identity(SUBJECT).signer(), harness.hasher);
        }
        return chain;
    }

    /** Gives the subject another chain. */
    void rewrite(Chain chain) {
        node(SUBJECT).chain = chain;
        node(SUBJECT).honest = false;
        node(SUBJECT).become(List.of(ESCROW, QUERY, AUDIT));
    }

    void knows(int node, Chain chain) {
        node(node).knowledge.meet(chain.head(), harness.nowMillis());
        node(node).knowledge.learnChain(chain);
    }

    void forgetChains() {
        harness.nodes.forEach(node -> node.knowledge.forgetChains());
    }

    void silence(int node) {
        harness.network.lose(packet -> packet.from() == node || packet.to() == node);
    }

    PeerId peer(int node) {
        return harness.peer(node);
    }

    void assertSound() {
        assertEquals(List.of(), harness.violations);
        harness.nodes.forEach(node -> assertEquals(List.of(), node.faults, "node " + node.index));
    }
}
