package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One session of transaction 01, begun by a lock of transaction 00, as tests speak of it. */
record CabalSession(EscrowSession escrow, List<Integer> cabal) {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    private static final TransactionSpec ATTESTATION = ShippedTransactions.CABAL_ATTESTATION.compile();

    /** A session that is locked, whose provider has no machine yet. */
    static CabalSession locked(long seed) {
        return locked(seed, ATTESTATION);
    }

    static CabalSession locked(long seed, TransactionSpec... following) {
        List<TransactionSpec> all = new ArrayList<>(List.of(ESCROW));
        all.addAll(List.of(following));
        return locked(EscrowSession.begin(seed, 300, all.toArray(TransactionSpec[]::new)));
    }

    static CabalSession locked(EscrowSession escrow) {
        escrow.harness().runSeconds(2);
        escrow.assertLocked();
        return new CabalSession(escrow, escrow.cabal());
    }

    /** A session whose machine the witnesses have seen. */
    static CabalSession running(long seed) {
        return running(seed, ATTESTATION);
    }

    static CabalSession running(long seed, TransactionSpec... following) {
        return running(locked(seed, following));
    }

    static CabalSession running(CabalSession session) {
        session.allocate();
        session.harness().runSeconds(2);
        assertEquals("VM_RUNNING", session.provider());
        return session;
    }

    SessionHarness harness() {
        return escrow.harness();
    }

    SessionKey key(String role) {
        return new SessionKey("01", escrow.id(), role);
    }

    String state(int node, String role) {
        return harness().nodes.get(node).state(key(role));
    }

    String consumer() {
        return state(CONSUMER, "Consumer");
    }

    String provider() {
        return state(PROVIDER, "Provider");
    }

    String witness(int node) {
        return state(node, "Witness");
    }

    TestNode node(int index) {
        return harness().nodes.get(index);
    }

    void trigger(int node, String role, String trigger, Value... arguments) {
        harness().trigger(node, key(role), trigger, arguments);
    }

    /** The provider's machine is up. */
    void allocate() {
        trigger(
                PROVIDER,
                "Provider",
                "allocate_vm",
                harness().stranger(SessionHarness.MACHINE).peerId(),
                ByteString.of(new byte[32]),
                new Text("198.51.100.1:51820"));
    }

    void cancelByConsumer(String reason) {
        trigger(CONSUMER, "Consumer", "request_cancel", new Value.EnumMember(reason));
    }

    void cancelByProvider(String reason) {
        trigger(PROVIDER, "Provider", "cancel_session", new Value.EnumMember(reason));
    }

    Value variable(int node, String role, String name) {
        Configuration configuration = Objects.requireNonNull(node(node).last.get(key(role)));
        for (int i = 0; i < configuration.actor().variables().size(); i++) {
            if (configuration.actor().variables().get(i).name().equals(name)) {
                return configuration.variable(i);
            }
        }
        throw new AssertionError("no variable " + name);
    }

    Value attested(String field) {
        return Forge.field(variable(PROVIDER, "Provider", "attestation"), field);
    }

    String reason() {
        return ((Value.EnumMember) attested("termination_reason")).name();
    }

    long seconds() {
        return ((Value.Int) attested("actual_duration_seconds")).value();
    }

    Forge forge() {
        return new Forge(harness(), ATTESTATION, escrow.id());
    }

    Hash id() {
        return escrow.id();
    }

    /** Provider and consumer have the same attestation, and all went by the rules. */
    void assertAttested(String reason) {
        assertEquals("SESSION_COMPLETE", provider());
        assertEquals("SESSION_ENDED", consumer());
        assertEquals(reason, reason());
        escrow.assertSound();
    }
}
