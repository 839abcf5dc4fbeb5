package io.omerta.protocol.peer;

import static io.omerta.protocol.peer.PeerMesh.CONSUMER;
import static io.omerta.protocol.peer.PeerMesh.OTHER_PROVIDER;
import static io.omerta.protocol.peer.PeerMesh.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.gossip.ConflictProof;
import io.omerta.protocol.gossip.GossipItem;
import io.omerta.protocol.gossip.ItemType;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.transaction.SessionCommand;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.transaction.ShippedTransactions;
import io.omerta.protocol.transaction.Variant;
import io.omerta.protocol.wire.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole peers with one another. */
class PeerTest {
    private static PeerMesh mesh(long seed) {
        PeerMesh mesh = new PeerMesh(seed, PeerLimits.DEFAULT, 0);
        mesh.runSeconds(90);
        return mesh;
    }

    /** The consumer's machine looks neither at its funds nor at what it locks besides. */
    private static PeerMesh meshWithALiar(long seed) {
        TransactionSpec reckless = Variant.of(ShippedTransactions.ESCROW_LOCK)
                .with("free_funds < amount", "amount == 0")
                .compile();
        PeerMesh mesh = new PeerMesh(seed, PeerLimits.DEFAULT, 0, verifier -> verifier, reckless, PeerMesh.FUNDS);
        mesh.runSeconds(90);
        return mesh;
    }

    @Test
    void consumerBeginsNoSecondLockBeyondItsFunds() {
        PeerMesh mesh = mesh(2);
        Hash one = mesh.lock(PROVIDER, 700);
        Hash other = mesh.lock(OTHER_PROVIDER, 700);
        assertEquals("FAILED", mesh.state(CONSUMER, other, "Consumer"));
        mesh.runSeconds(20);
        assertEquals("LOCKED", mesh.state(CONSUMER, one, "Consumer"));
        mesh.runSeconds(300);
        mesh.nodes.forEach(node -> assertEquals(List.of(), node.proofs, "node " + node.index));
    }

    @Test
    void lockOfARealSessionIsVerifiedByEverybody() {
        PeerMesh mesh = mesh(1);
        Hash session = mesh.lock(PROVIDER, 300);
        mesh.runSeconds(20);
        assertEquals("LOCKED", mesh.state(CONSUMER, session, "Consumer"));
        mesh.runSeconds(300);
        for (PeerNode node : mesh.nodes) {
            assertEquals(1, node.items(ItemType.LOCK_RESULT), "node " + node.index);
            assertEquals(List.of(), node.proofs);
        }
    }

    @Test
    void twoLocksBeyondTheBalanceAreProvedEverywhereAndNoWitnessBelievesTheConsumerAgain() {
        PeerMesh mesh = meshWithALiar(2);
        Hash one = mesh.lock(PROVIDER, 700);
        Hash other = mesh.lock(OTHER_PROVIDER, 700);
        mesh.runSeconds(20);
        assertEquals("LOCKED", mesh.state(CONSUMER, one, "Consumer"), "each cabal by itself sees nothing wrong");
        assertEquals("LOCKED", mesh.state(CONSUMER, other, "Consumer"));
        mesh.runSeconds(300);
        for (PeerNode node : mesh.nodes) {
            assertEquals(1, node.proofs.size(), "node " + node.index);
            ConflictProof.DoubleLock proof = (ConflictProof.DoubleLock) node.proofs.get(0);
            assertEquals(mesh.peer(CONSUMER), proof.principal());
        }
        Hash third = mesh.lock(PROVIDER, 10);
        mesh.runSeconds(60);
        assertEquals("FAILED", mesh.state(CONSUMER, third, "Consumer"));
    }

    @Test
    void locksAtDifferentHeadsAreProvedByTheBlocksThatAreFetched() {
        PeerMesh mesh = meshWithALiar(8);
        mesh.lock(PROVIDER, 700);
        mesh.nodes.get(CONSUMER).take(new SessionCommand.Record(PeerMesh.note(1)).toInput());
        mesh.lock(OTHER_PROVIDER, 700);
        mesh.runSeconds(400);
        for (PeerNode node : mesh.nodes) {
            assertEquals(1, node.proofs.size(), "node " + node.index);
            ConflictProof.DoubleLock proof = (ConflictProof.DoubleLock) node.proofs.get(0);
            // What was recorded between, and what the second lock reserved.
            assertEquals(2, proof.evidence().between().size());
        }
    }

    /** A control of the proofs above: nobody but the consumer, who takes part in both, sees both locks. */
    @Test
    void withoutGossipNobodyLearnsOfADoubleLock() {
        PeerLimits silent = PeerMesh.every(Long.MAX_VALUE >> 32);
        PeerMesh mesh = meshWithALiar(2);
        mesh.limits = silent;
        mesh.nodes.forEach(PeerNode::run);
        Hash one = mesh.lock(PROVIDER, 700);
        Hash other = mesh.lock(OTHER_PROVIDER, 700);
        mesh.runSeconds(20);
        assertEquals("LOCKED", mesh.state(CONSUMER, one, "Consumer"));
        assertEquals("LOCKED", mesh.state(CONSUMER, other, "Consumer"));
        mesh.runSeconds(300);
        mesh.nodes.stream()
                .filter(node -> node.index != CONSUMER)
                .forEach(node -> assertEquals(List.of(), node.proofs, "node " + node.index));
    }

    /** Another control: what is refused there is a matter of the proof alone. */
    @Test
    void twoLocksWithinTheBalanceAreNoConflictAndAThirdIsMade() {
        PeerMesh mesh = mesh(2);
        mesh.lock(PROVIDER, 400);
        mesh.lock(OTHER_PROVIDER, 400);
        mesh.runSeconds(320);
        mesh.nodes.forEach(node -> assertEquals(List.of(), node.proofs, "node " + node.index));
        Hash third = mesh.lock(PROVIDER, 10);
        mesh.runSeconds(60);
        assertEquals("LOCKED", mesh.state(CONSUMER, third, "Consumer"));
    }

    @Test
    void headsOfOthersAreRecordedAndTheirChainsKnown() {
        PeerMesh mesh = mesh(3);
        PeerNode node = mesh.nodes.get(10);
        assertTrue(node.peer.chain().height() > node.chain.height(), "nothing was recorded");
        assertTrue(node.peer.chain().height() <= node.chain.height() + PeerLimits.DEFAULT.headsPerHour());
        Chain neighbour = mesh.nodes.get(11).chain;
        assertTrue(node.peer
                .knowledge()
                .chainUpTo(mesh.peer(11), neighbour.checkpoint().hash())
                .isPresent());
        mesh.runSeconds(600);
        assertTrue(
                node.peer.chain().height() < node.chain.height() + PeerMesh.SIZE,
                "heads have changed since, but it is not an hour ago");
    }

    @Test
    void chainOfManyPagesIsFetchedWhole() {
        PeerMesh mesh = new PeerMesh(4, PeerLimits.DEFAULT, 1_500);
        mesh.runSeconds(120);
        Chain chain = mesh.nodes.get(CONSUMER).chain;
        PeerNode neighbour = mesh.nodes.get(1);
        assertTrue(neighbour.peer.knows(mesh.peer(CONSUMER)) >= chain.height());
        assertEquals(List.of(), neighbour.refusals);
    }

    @Test
    void compactedJournalRestoresTheSamePeer() {
        PeerMesh mesh = mesh(6);
        for (int i = 0; i < 3; i++) {
            Hash unused = mesh.lock(PROVIDER, 100);
            mesh.runSeconds(1_000);
            assertEquals("SETTLED", mesh.state(CONSUMER, unused, "Consumer"));
        }
        Hash live = mesh.lock(PROVIDER, 100);
        mesh.runSeconds(20);
        assertEquals("LOCKED", mesh.state(CONSUMER, live, "Consumer"));
        for (PeerNode node : mesh.nodes) {
            List<byte[]> journal = node.journal.readAll();
            List<byte[]> shorter = Peer.compacted(node.setup(), mesh.nowNanos, journal);
            node.run();
            Restored before = Restored.of(node);
            node.journal.replace(shorter);
            node.run();
            assertEquals(before, Restored.of(node), "node " + node.index);
            assertEquals(
                    bytes(shorter),
                    bytes(Peer.compacted(node.setup(), mesh.nowNanos, shorter)),
                    "compacting again changes nothing");
        }
        mesh.runSeconds(1_000);
        assertEquals("SETTLED", mesh.state(CONSUMER, live, "Consumer"));
    }

    @Test
    void ofSessionsThatHaveEndedTheJournalKeepsTheBlocksAlone() {
        PeerMesh mesh = new PeerMesh(6, PeerMesh.QUIET, 0);
        mesh.runSeconds(3_600);
        long full = 0;
        long kept = 0;
        for (int i = 0; i < 3; i++) {
            mesh.lock(PROVIDER, 100);
            mesh.runSeconds(4_000);
        }
        mesh.runSeconds(2 * 86_400);
        for (PeerNode node : mesh.nodes) {
            full += bytes(PeerJournal.split(node.journal.readAll()).sessions());
            List<byte[]> compacted = Peer.compacted(node.setup(), mesh.nowNanos, node.journal.readAll());
            kept += bytes(PeerJournal.split(compacted).sessions());
        }
        assertTrue(kept < full / 4, kept + " bytes of " + full);
    }

    private static long bytes(List<byte[]> entries) {
        return entries.stream().mapToLong(entry -> entry.length).sum();
    }

    /** All of a peer that a restart brings back. */
    private record Restored(Chain chain, List<Object> machines, List<GossipItem> items, List<Long> timers) {
        static Restored of(PeerNode node) {
            List<Object> machines = new ArrayList<>();
            node.last.keySet().stream()
                    .sorted(Comparator.comparing(SessionKey::toString))
                    .forEach(key -> {
                        Configuration configuration = node.peer.sessions().configuration(key);
                        machines.add(key);
                        machines.add(configuration == null ? "none" : configuration.fingerprint());
                    });
            return new Restored(
                    node.peer.chain(), machines, node.peer.gossip().items(), List.copyOf(node.timers.keySet()));
        }
    }

    @Test
    void whatAPeerKnowsSurvivesARestart() {
        PeerMesh mesh = mesh(5);
        Hash session = mesh.lock(PROVIDER, 300);
        mesh.runSeconds(120);
        for (PeerNode node : mesh.nodes) {
            Chain before = node.peer.chain();
            boolean met = node.peer.knowledge().view(mesh.peer(CONSUMER)).isPresent();
            node.run();
            assertEquals(before, node.peer.chain());
            assertEquals(met, node.peer.knowledge().view(mesh.peer(CONSUMER)).isPresent(), "node " + node.index);
        }
        assertEquals("LOCKED", mesh.state(CONSUMER, session, "Consumer"));
        mesh.runSeconds(300);
        mesh.nodes.forEach(node -> assertEquals(1, node.items(ItemType.LOCK_RESULT), "node " + node.index));
        assertFalse(mesh.nodes.get(CONSUMER).journal.readAll().isEmpty());
    }
}
