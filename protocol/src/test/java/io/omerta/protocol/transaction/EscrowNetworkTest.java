package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.machine.TransactionSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The escrow lock on networks that duplicate, reorder and lose messages, and with nodes that crash. */
class EscrowNetworkTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    private static final int SEEDS = 20;

    /** Longer than every timeout of the transaction one after another. */
    private static final long ENOUGH_SECONDS = 6_000;

    @Test
    void duplicatedMessagesChangeNothing() {
        for (int seed = 0; seed < SEEDS; seed++) {
            EscrowSession session = EscrowSession.begin(seed, 300, ESCROW);
            session.harness().network.duplicateRate = 0.5;
            session.harness().runSeconds(20);
            session.assertLocked();
        }
    }

    @Test
    void messagesThatOvertakeEachOtherOnlyDelayALock() {
        for (int seed = 0; seed < SEEDS; seed++) {
            EscrowSession session = EscrowSession.begin(seed, 300, ESCROW);
            session.harness().network.reordering = true;
            session.harness().network.duplicateRate = 0.2;
            session.harness().runSeconds(120);
            session.assertLocked();
        }
    }

    @Test
    void whateverIsLostNobodyIsBoundForEver() {
        for (int seed = 0; seed < SEEDS; seed++) {
            EscrowSession session = EscrowSession.begin(seed, 300, ESCROW);
            session.harness().network.lossRate = 0.02 * seed;
            session.harness().network.duplicateRate = 0.1;
            session.harness().network.reordering = true;
            session.harness().runSeconds(ENOUGH_SECONDS);
            assertAtRest(session, seed);
        }
    }

    @Test
    void aPartitionInTheMiddleOfALockBindsNobodyForEver() {
        for (int seed = 0; seed < SEEDS; seed++) {
            EscrowSession session = EscrowSession.begin(seed, 300, ESCROW);
            session.harness().runNanos(seed * 25_000_000L);
            session.harness().network.lose(packet -> packet.from() % 2 != packet.to() % 2);
            session.harness().runSeconds(ENOUGH_SECONDS);
            assertAtRest(session, seed);
        }
    }

    private static void assertAtRest(EscrowSession session, int seed) {
        session.assertSound();
        assertTrue(
                List.of("IDLE", "RELEASED", "FAILED").contains(session.consumer()),
                "seed " + seed + ": consumer " + session.consumer());
        assertTrue(
                List.of("", "REJECTED", "ABANDONED").contains(session.provider()),
                "seed " + seed + ": provider " + session.provider());
        for (TestNode node : session.harness().nodes) {
            assertTrue(
                    List.of("", "DONE").contains(session.witness(node.index)),
                    "seed " + seed + ": witness " + session.witness(node.index));
            assertEquals(0, session.harness().held(node.index), "seed " + seed);
        }
    }

    @Test
    void aWitnessThatRestartsGoesOnWhereItWas() {
        EscrowSession session = EscrowSession.begin(1, 300, ESCROW).untilDrawn();
        int witness = session.cabal().get(0);
        session.harness().runUntil(10, () -> session.witness(witness).equals("COLLECTING_PRELIMINARIES"));
        session.node(witness).run(List.of(ESCROW));
        assertEquals(300, session.harness().held(witness));
        session.harness().runSeconds(20);
        session.assertLocked();
    }

    @Test
    void everyNodeCanRestartAfterEveryEvent() {
        EscrowSession session = EscrowSession.begin(2, 300, ESCROW);
        for (int event = 0; event < 400 && session.harness().network.step(Long.MAX_VALUE); event++) {
            TestNode node = session.node(event % session.harness().nodes.size());
            var chain = node.host.chain();
            node.run(List.of(ESCROW));
            assertEquals(chain, node.host.chain());
            if (session.consumer().equals("LOCKED")) {
                break;
            }
        }
        session.harness().runSeconds(20);
        session.assertLocked();
    }

    @Test
    void timersRunOnAfterARestart() {
        EscrowSession session = EscrowSession.begin(3, 300, ESCROW);
        session.harness().runSeconds(10);
        session.assertLocked();
        session.harness().runSeconds(500);
        session.node(CONSUMER).run(List.of(ESCROW));
        session.node(PROVIDER).run(List.of(ESCROW));
        session.harness().runSeconds(395);
        assertEquals("RELEASED", session.consumer());
    }

    @Test
    void theSameSeedGivesTheSameChains() {
        assertEquals(chains(4), chains(4));
    }

    private static List<Object> chains(long seed) {
        EscrowSession session = EscrowSession.begin(seed, 300, ESCROW);
        session.harness().network.lossRate = 0.05;
        session.harness().network.reordering = true;
        session.harness().runSeconds(1_000);
        return session.harness().nodes.stream()
                .map(node -> (Object) node.host.chain())
                .toList();
    }
}
