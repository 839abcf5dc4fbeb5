package io.omerta.protocol.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;

/** One session of transaction 00 as tests speak of it. */
record EscrowSession(SessionHarness harness, Hash id) {
    static SessionKey key(Hash session, String role) {
        return new SessionKey("00", session, role);
    }

    String consumer() {
        return state(SessionHarness.CONSUMER, "Consumer");
    }

    String provider() {
        return state(SessionHarness.PROVIDER, "Provider");
    }

    String witness(int node) {
        return state(node, "Witness");
    }

    String state(int node, String role) {
        return harness.nodes.get(node).state(key(id, role));
    }

    Value variable(int node, String role, String name) {
        Configuration configuration = harness.nodes.get(node).last.get(key(id, role));
        for (int i = 0; i < configuration.actor().variables().size(); i++) {
            if (configuration.actor().variables().get(i).name().equals(name)) {
                return configuration.variable(i);
            }
        }
        throw new AssertionError("no variable " + name);
    }

    Value ofConsumer(String name) {
        return variable(SessionHarness.CONSUMER, "Consumer", name);
    }

    /** The nodes of the cabal as the consumer sees it, in their order. */
    List<Integer> cabal() {
        return nodes(ofConsumer("witnesses"));
    }

    /** All candidates in the order in which they serve. */
    List<Integer> order() {
        return nodes(ofConsumer("order"));
    }

    private List<Integer> nodes(Value peers) {
        List<Integer> nodes = new ArrayList<>();
        ((ValueList) peers).elements().forEach(peer -> nodes.add(harness.node(peer)));
        return nodes;
    }

    /** Runs until the cabal is known and about to be asked. */
    EscrowSession untilDrawn() {
        harness.runUntil(10, () -> consumer().equals("AWAITING_RESULT"));
        return this;
    }

    void trigger(int node, String role, String trigger, Value... arguments) {
        harness.trigger(node, key(id, role), trigger, arguments);
    }

    String rejectReason() {
        return ((Text) ofConsumer("reject_reason")).text();
    }

    TestNode node(int index) {
        return harness.nodes.get(index);
    }

    /** Cuts off a node from now on, both ways. */
    void silence(int node) {
        harness.network.lose(packet -> packet.from() == node || packet.to() == node);
    }

    /** Loses the messages of a name from now on. */
    void lose(String message) {
        harness.network.lose(packet -> packet.is(message));
    }

    void assertLocked() {
        assertEquals("LOCKED", consumer());
        assertEquals("SERVICE_PHASE", provider());
        for (int witness : cabal()) {
            assertEquals("ESCROW_ACTIVE", witness(witness), "witness " + witness);
        }
        assertSound();
    }

    /** No invariant was violated and no step of any machine undone. */
    void assertSound() {
        assertEquals(List.of(), harness.violations);
        harness.nodes.forEach(node -> assertEquals(List.of(), node.faults, "node " + node.index));
    }

    /** A consumer that does not look at its own funds, so that it is up to others to refuse it. */
    static Variant reckless() {
        return Variant.of(ShippedTransactions.ESCROW_LOCK).with("free_funds < amount", "amount == 0");
    }

    static EscrowSession begin(long seed, long amount, TransactionSpec... transactions) {
        SessionHarness harness = SessionHarness.of(seed, transactions);
        return new EscrowSession(harness, harness.lock(amount));
    }
}
