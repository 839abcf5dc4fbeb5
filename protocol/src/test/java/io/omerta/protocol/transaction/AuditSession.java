package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One audit, after a consumer and a provider have had a session of transaction 00, as tests speak of it. */
record AuditSession(EscrowSession escrow, Hash id) {
    static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    static final TransactionSpec AUDIT = ShippedTransactions.STATE_AUDIT.compile();

    /** A candidate that asks, and two that may have copies. */
    static final int AUDITOR = 2;

    static final int KEEPER = 3;
    static final int OTHER_KEEPER = 4;

    /** A lock whose session has begun, so that both parties have records of it; nothing is audited yet. */
    static AuditSession settled(long seed) {
        return settled(seed, AUDIT);
    }

    static AuditSession settled(long seed, TransactionSpec audit) {
        EscrowSession escrow = EscrowSession.begin(seed, 300, ESCROW, audit);
        escrow.harness().runSeconds(2);
        escrow.assertLocked();
        escrow.trigger(PROVIDER, "Provider", "session_started");
        escrow.trigger(SessionHarness.CONSUMER, "Consumer", "session_started");
        return new AuditSession(escrow, new Forge(escrow.harness(), audit, escrow.id()).hash(new Text("audit")));
    }

    SessionHarness harness() {
        return escrow.harness();
    }

    TestNode node(int index) {
        return harness().nodes.get(index);
    }

    PeerId peer(int index) {
        return harness().peer(index);
    }

    SessionKey key(String role) {
        return new SessionKey("04", id, role);
    }

    Forge forge() {
        return new Forge(harness(), AUDIT, id);
    }

    /** Begins the audit of a node. */
    AuditSession begin(int subject, String scope, StateStatement... disputed) {
        return beginBy(AUDITOR, subject, scope, disputed);
    }

    AuditSession beginBy(int auditor, int subject, String scope, StateStatement... disputed) {
        harness()
                .trigger(
                        auditor,
                        key("Auditor"),
                        "audit",
                        peer(subject),
                        new Value.EnumMember(scope),
                        ValueList.of(peer(KEEPER), peer(OTHER_KEEPER)),
                        ValueList.of(Arrays.stream(disputed)
                                .map(StateStatement.CODEC::toStruct)
                                .toList()));
        return this;
    }

    AuditSession run(long seconds) {
        harness().runSeconds(seconds);
        return this;
    }

    String state(int node, String role) {
        return node(node).state(key(role));
    }

    String state() {
        return state(AUDITOR, "Auditor");
    }

    Value variable(String name) {
        return variable(AUDITOR, name);
    }

    Value variable(int auditor, String name) {
        Configuration configuration = node(auditor).last.get(key("Auditor"));
        for (int i = 0; i < configuration.actor().variables().size(); i++) {
            if (configuration.actor().variables().get(i).name().equals(name)) {
                return configuration.variable(i);
            }
        }
        throw new AssertionError("no variable " + name);
    }

    String verdict() {
        return ((Value.EnumMember) variable("verdict")).name();
    }

    List<Discrepancy> discrepancies() {
        List<Discrepancy> found = new ArrayList<>();
        ((ValueList) variable("discrepancies")).elements().forEach(struct -> found.add(Discrepancy.of(struct)));
        return found;
    }

    /** Whoever has no part in the audit comes to the same from the proofs alone. */
    void assertProved() {
        DiscrepancyProofs third =
                new DiscrepancyProofs(ESCROW, new TestNode.TestTrust(), harness().hasher, harness().verifier);
        assertTrue(!discrepancies().isEmpty(), "nothing was found");
        discrepancies().forEach(discrepancy -> assertTrue(third.isProof(discrepancy), discrepancy.toString()));
    }

    /** The audit found one thing, by which the subject is found out. */
    void assertFound(DiscrepancyKind kind, int culprit) {
        assertProved();
        assertEquals(
                List.of(kind), discrepancies().stream().map(Discrepancy::kind).toList());
        assertEquals(peer(culprit), discrepancies().get(0).culprit());
        harness().nodes.forEach(node -> assertEquals(List.of(), node.faults, "node " + node.index));
    }

    /** Gives a node another chain, as if it had never written the one it has. */
    void rewrite(int node, Chain chain) {
        node(node).chain = chain;
        node(node).honest = false;
        node(node).become(List.of(ESCROW, AUDIT));
    }

    /** A node's chain and one more block. */
    Chain with(int node, Chain chain, Struct body) {
        NodeIdentity identity = node(node).identity;
        return chain.append(body, harness().nowMillis(), identity.signer(), identity.hasher());
    }

    Chain chain(int node) {
        return node(node).host.chain();
    }
}
