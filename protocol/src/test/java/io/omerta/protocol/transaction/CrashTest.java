package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.envelope.Envelope;
import io.omerta.protocol.envelope.Header;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A whole escrow session with a crash at each write of the journal, once with the entry lost and once with it durable; what
 * was to be sent then is lost in both cases.
 */
class CrashTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    private static final long SEED = 11;

    /** Messages that a witness signs once in a session. */
    private static final List<String> VOTES = List.of("WITNESS_FINAL_VOTE", "WITNESS_PRELIMINARY");

    /** What left the nodes: by signer and kind of vote, what was said. */
    private static final class Wire {
        final Map<String, TreeSet<String>> said = new TreeMap<>();

        boolean see(Packet packet) {
            Envelope envelope = Objects.requireNonNull(Envelope.parse(packet.payload()));
            Header header = envelope.header();
            if (VOTES.contains(header.message())) {
                said.computeIfAbsent(header.message() + " of " + header.sender(), key -> new TreeSet<>())
                        .add(ByteString.of(envelope.body().toByteArray()).toHex());
            }
            return false;
        }
    }

    private static EscrowSession begin(Wire wire) {
        SessionHarness harness = SessionHarness.of(SEED, ESCROW);
        harness.network.lose(wire::see);
        return new EscrowSession(harness, harness.lock(300));
    }

    private static int witness() {
        return begin(new Wire()).untilDrawn().cabal().get(0);
    }

    private static int entries(int node) {
        EscrowSession session = begin(new Wire());
        session.harness().runSeconds(2_000);
        return session.node(node).entries();
    }

    private static void crashAtEveryEntry(int node, boolean lucky) {
        int entries = entries(node);
        assertTrue(entries > 3, "the session has entries to crash at");
        for (int entry = 0; entry < entries; entry++) {
            String when = "seed " + SEED + ", node " + node + ", entry " + entry + (lucky ? " durable" : " lost");
            Wire wire = new Wire();
            SessionHarness harness = SessionHarness.of(SEED, ESCROW);
            harness.network.lose(wire::see);
            harness.nodes.get(node).crashAtEntry = entry;
            harness.nodes.get(node).crashIsLucky = lucky;
            EscrowSession session = new EscrowSession(harness, harness.lock(300));
            harness.runSeconds(4_000);
            assertEquals(-1, harness.nodes.get(node).crashAtEntry, when + " was not reached");
            session.assertSound();
            wire.said.forEach((vote, bodies) -> assertEquals(1, bodies.size(), when + ": " + vote));
            for (TestNode each : harness.nodes) {
                Configuration left = each.host.configuration(EscrowSession.key(session.id(), role(each.index)));
                assertTrue(left == null || left.state().idle(), when + ": node " + each.index + " waits for ever");
                Chain chain = each.host.chain();
                each.restart();
                assertEquals(chain, each.host.chain(), when);
            }
        }
    }

    private static String role(int node) {
        return node == CONSUMER ? "Consumer" : node == PROVIDER ? "Provider" : "Witness";
    }

    @Test
    void consumerThatCrashesAtAnyEntryContradictsNobody() {
        crashAtEveryEntry(CONSUMER, false);
        crashAtEveryEntry(CONSUMER, true);
    }

    @Test
    void providerThatCrashesAtAnyEntryContradictsNobody() {
        crashAtEveryEntry(PROVIDER, false);
        crashAtEveryEntry(PROVIDER, true);
    }

    @Test
    void witnessThatCrashesAtAnyEntryContradictsNobody() {
        int witness = witness();
        crashAtEveryEntry(witness, false);
        crashAtEveryEntry(witness, true);
    }
}
