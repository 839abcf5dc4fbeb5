package io.omerta.protocol.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.crypto.SeededSampling;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * One session of transaction 05 as tests speak of it. The subject is node 0; the anchor is node 1, which has recorded
 * everybody's head. A check of the subject has been due for some days when a session begins, and the trigger peer has won
 * the lottery of the epoch.
 */
record HealthSession(SessionHarness harness, int trigger, Hash id) {
    static final int SUBJECT = SessionHarness.CONSUMER;
    static final int ANCHOR = SessionHarness.PROVIDER;

    static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    static final TransactionSpec HEALTH = ShippedTransactions.HEALTH_CHECK.compile();

    private static final long EPOCH_MILLIS = 3_600_000;
    private static final long DAY_SECONDS = 86_400;
    private static final int WINNERS = 3;

    /** A session in which nothing has happened yet. */
    static HealthSession drawn(long seed, TransactionSpec... transactions) {
        SessionHarness harness = harness(seed, transactions);
        harness.runSeconds(8 * DAY_SECONDS);
        return drawn(harness);
    }

    /** A network whose nodes follow one beacon, each epoch another. */
    static SessionHarness harness(long seed, TransactionSpec... transactions) {
        SessionHarness harness = SessionHarness.of(seed, transactions);
        for (TestNode node : harness.nodes) {
            node.beacons.rule(epoch -> beacon(harness, epoch), harness.nodes.get(ANCHOR).chain);
        }
        return harness;
    }

    static Beacon beacon(SessionHarness harness, long epoch) {
        Chain anchor = harness.nodes.get(ANCHOR).chain;
        Hash value =
                new Forge(harness, HEALTH, anchor.checkpoint().hash()).hash(new Text("beacon"), new Value.Int(epoch));
        return new Beacon(
                epoch, value, harness.peer(ANCHOR), anchor.checkpoint().hash());
    }

    static Beacon beacon(SessionHarness harness) {
        return beacon(harness, harness.nowMillis() / EPOCH_MILLIS);
    }

    /** The session of the first peer whose turn it is, in the first epoch from now on in which there is one. */
    static HealthSession drawn(SessionHarness harness) {
        while (true) {
            Beacon beacon = beacon(harness);
            for (int node = 0; node < harness.nodes.size(); node++) {
                if (node != SUBJECT && isWinner(harness, beacon, node)) {
                    Hash ticket = beacon.ticket(harness.peer(node), harness.peer(SUBJECT), harness.hasher);
                    return new HealthSession(harness, node, ticket);
                }
            }
            harness.runSeconds(EPOCH_MILLIS / 1_000);
        }
    }

    /** The session that a peer would begin now, whether it is its turn or not. */
    static HealthSession of(SessionHarness harness, int trigger) {
        Hash ticket = beacon(harness).ticket(harness.peer(trigger), harness.peer(SUBJECT), harness.hasher);
        return new HealthSession(harness, trigger, ticket);
    }

    /** Drawn apart from the transaction, by the words of its comment. */
    static boolean isWinner(SessionHarness harness, Beacon beacon, int node) {
        TreeSet<PeerId> candidates = new TreeSet<>();
        for (int other = 0; other < harness.nodes.size(); other++) {
            if (other != ANCHOR) {
                candidates.add(harness.peer(other));
            }
        }
        Hash ticket = beacon.ticket(harness.peer(node), harness.peer(SUBJECT), harness.hasher);
        return candidates.contains(harness.peer(node))
                && new SeededSampling(ticket).nextBelow(candidates.size()) < WINNERS;
    }

    /** A session whose cabal audits. */
    static HealthSession auditing(long seed) {
        return auditing(seed, ESCROW, HEALTH);
    }

    static HealthSession auditing(long seed, TransactionSpec... transactions) {
        HealthSession session = drawn(seed, transactions);
        session.scan();
        session.harness.runSeconds(2);
        assertEquals("WATCHING", session.triggerPeer());
        return session;
    }

    /** Lets the trigger peer look at the subject. */
    void scan() {
        scan(evidence(SUBJECT), evidence(ANCHOR));
    }

    void scan(Struct... evidence) {
        harness.trigger(trigger, key("TriggerPeer"), "scan", harness.peer(SUBJECT), ValueList.of(evidence));
    }

    /** A node's chain as it is now. */
    Struct evidence(int node) {
        Chain chain = node(node).host.chain();
        return Struct.of(
                StructShape.of("Evidence", "owner", "head", "segment"),
                harness.peer(node),
                chain.checkpoint().hash(),
                TestBeacons.encoded(chain));
    }

    SessionKey key(String role) {
        return new SessionKey("05", id, role);
    }

    TestNode node(int index) {
        return harness.nodes.get(index);
    }

    String state(int node, String role) {
        return node(node).state(key(role));
    }

    String triggerPeer() {
        return state(trigger, "TriggerPeer");
    }

    String member(int node) {
        return state(node, "Cabal");
    }

    String subject() {
        return state(SUBJECT, "Subject");
    }

    /** The nodes that the trigger peer has drawn, in rising order. */
    List<Integer> cabal() {
        List<Integer> nodes = new ArrayList<>();
        ((ValueList) variable(trigger, "TriggerPeer", "witnesses"))
                .elements()
                .forEach(peer -> nodes.add(harness.node(peer)));
        Collections.sort(nodes);
        return nodes;
    }

    /** The nodes that audit. */
    List<Integer> auditors() {
        List<Integer> nodes = new ArrayList<>();
        for (TestNode node : harness.nodes) {
            if (member(node.index).equals("AUDITING")) {
                nodes.add(node.index);
            }
        }
        return nodes;
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

    /** Ends a member's audit. */
    void audited(int member, String verdict, Value... discrepancies) {
        harness.trigger(member, key("Cabal"), "audited", finding(verdict), ValueList.of(discrepancies));
    }

    Struct finding(String verdict) {
        return forge().make(
                        node(SUBJECT).identity,
                        "AuditFinding",
                        "subject",
                        harness.peer(SUBJECT),
                        "scope",
                        new Value.EnumMember("BALANCE"),
                        "verdict",
                        new Value.EnumMember(verdict),
                        "chain_head",
                        node(SUBJECT).host.chain().checkpoint().hash(),
                        "facts",
                        ValueList.of());
    }

    Forge forge() {
        return new Forge(harness, HEALTH, id);
    }

    Value decided(int node, String field) {
        return Forge.field(harness.block(node, "CHECK_RECORD"), "result", "decision", field);
    }

    /** Whatever happened, no invariant was violated and no step of any machine undone. */
    void assertSound() {
        assertEquals(List.of(), harness.violations);
        harness.nodes.forEach(node -> assertEquals(List.of(), node.faults, "node " + node.index));
    }

    /** The cabal, the trigger peer and the subject have the same result on their chains. */
    void assertDecided(String outcome) {
        assertEquals("DONE", triggerPeer());
        assertEquals("RECORDED", subject());
        Value result = Forge.field(harness.block(SUBJECT, "HEALTH_STATUS"), "result", "decision");
        assertEquals(new Value.EnumMember(outcome), Forge.field(result, "outcome"));
        for (int member : cabal()) {
            assertEquals("DONE", member(member), "member " + member);
            assertEquals(result, Forge.field(harness.block(member, "CHECK_RECORD"), "result", "decision"));
        }
        assertEquals(result, Forge.field(harness.block(trigger, "CHECK_RECORD"), "result", "decision"));
        assertSound();
    }
}
