package io.omerta.protocol.peer;

import static io.omerta.protocol.peer.PeerMesh.CONSUMER;
import static io.omerta.protocol.peer.PeerMesh.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.envelope.Envelope;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real sessions, and before each of their messages is delivered, in whichever state its recipient is by then, all that can
 * be made of it without keys, and what the recipient, others and other sessions were sent before.
 */
class HostileTrafficTest {
    private static final long SEED = 7;

    /** Frames of earlier deliveries that are sent again. */
    private static final int REPLAYS = 6;

    /** A life of sessions on a mesh. One line for each transaction. */
    record Life(String name, Consumer<PeerMesh> runs) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Life> lives() {
        return Stream.of(
                new Life("00", HostileTrafficTest::lock),
                new Life("01", HostileTrafficTest::attest),
                new Life("02", HostileTrafficTest::settle));
    }

    /** A lock that nobody uses. */
    private static void lock(PeerMesh mesh) {
        Hash session = mesh.lock(PROVIDER, 300);
        mesh.runSeconds(20);
        assertEquals("LOCKED", mesh.state(CONSUMER, session, "Consumer"));
        mesh.runSeconds(300);
    }

    private static void attest(PeerMesh mesh) {
        attested(mesh);
    }

    /** From the lock to what both parties have recorded. */
    private static void settle(PeerMesh mesh) {
        Hash session = attested(mesh);
        mesh.runUntil(600, () -> mesh.state(CONSUMER, session, "Consumer").equals("SETTLED"));
        assertEquals("SETTLED", mesh.nodes.get(PROVIDER).state(new SessionKey("02", session, "Provider")));
    }

    /** A session whose end the cabal has attested. */
    private static Hash attested(PeerMesh mesh) {
        Hash session = mesh.lock(PROVIDER, 300);
        mesh.runSeconds(20);
        SessionKey provider = new SessionKey("01", session, "Provider");
        mesh.trigger(
                PROVIDER,
                provider,
                "allocate_vm",
                mesh.machine().peerId(),
                ByteString.of(new byte[32]),
                new Text("192.0.2.1:51820"));
        mesh.runUntil(60, () -> mesh.nodes.get(PROVIDER).state(provider).equals("VM_RUNNING"));
        mesh.runSeconds(150);
        mesh.trigger(PROVIDER, provider, "cancel_session", new Value.EnumMember("PROVIDER_VOLUNTARY"));
        mesh.runUntil(600, () -> mesh.nodes.get(PROVIDER).state(provider).equals("SESSION_COMPLETE"));
        return session;
    }

    /** Sends the frames of a mesh again, and what can be made of them. */
    private static final class Attacker implements PeerMesh.Delivery {
        private final PeerMesh mesh;
        private final Mutants mutants = new Mutants(SEED);
        private final SplittableRandom random = new SplittableRandom(SEED);
        private final List<byte[]> sent = new ArrayList<>();
        private final Map<Integer, List<byte[]>> received = new LinkedHashMap<>();
        final Set<String> changes = new LinkedHashSet<>();
        final Set<String> states = new LinkedHashSet<>();
        long attacks;
        long refused;

        Attacker(PeerMesh mesh) {
            this.mesh = mesh;
        }

        @Override
        public void before(PeerNode to, int from, byte[] frame) {
            if (frame[0] != 1) {
                return;
            }
            to.last.forEach((key, configuration) ->
                    states.add(key.role() + " " + configuration.state().name()));
            for (byte[] mutant : mutants.of(frame)) {
                attack(to, from, mutant, "mutant");
            }
            List<byte[]> earlier = received.getOrDefault(to.index, List.of());
            for (int i = 0; i < Math.min(REPLAYS, earlier.size()); i++) {
                attack(to, from, earlier.get(random.nextInt(earlier.size())), "replay");
            }
            for (int i = 0; i < Math.min(REPLAYS, sent.size()); i++) {
                byte[] other = sent.get(random.nextInt(sent.size()));
                if (!isFor(to, other)) {
                    attack(to, from, other, "message for another");
                }
            }
            sent.add(frame);
        }

        /** What came before its session began was not taken: when it comes again, it comes for the first time. */
        @Override
        public void after(PeerNode to, byte[] frame, boolean refused) {
            if (frame[0] == 1 && !refused) {
                received.computeIfAbsent(to.index, index -> new ArrayList<>()).add(frame);
            }
        }

        private boolean isFor(PeerNode node, byte[] frame) {
            Envelope envelope = Envelope.parse(Arrays.copyOfRange(frame, 1, frame.length));
            return envelope != null && envelope.header().recipient().equals(node.identity.peerId());
        }

        private void attack(PeerNode to, int from, byte[] frame, String what) {
            List<Object> before = fingerprint(to);
            int refusalsBefore = to.refusals.size() + to.sessionRefusals.size();
            to.receive(from, frame);
            attacks++;
            refused += to.refusals.size() + to.sessionRefusals.size() - refusalsBefore;
            if (!before.equals(fingerprint(to))) {
                changes.add(what + " of " + name(frame) + " to node " + to.index + " at " + mesh.nowNanos);
            }
        }

        private static String name(byte[] frame) {
            Envelope envelope = Envelope.parse(Arrays.copyOfRange(frame, 1, frame.length));
            return envelope == null
                    ? "no envelope"
                    : envelope.header().message() + " from " + envelope.header().sender();
        }

        /** All that a node keeps: its machines, chain, journal and timers. */
        private static List<Object> fingerprint(PeerNode node) {
            List<Object> parts = new ArrayList<>();
            parts.add(node.peer.chain());
            parts.add(node.appended);
            parts.add(List.copyOf(node.timers.values()));
            parts.add(node.peer.gossip().items().size());
            node.last.keySet().forEach(key -> {
                var configuration = node.peer.sessions().configuration(key);
                parts.add(configuration == null ? key : configuration.fingerprint());
            });
            return parts;
        }
    }

    @ParameterizedTest
    @MethodSource("lives")
    void nothingThatIsMadeOfMessagesWithoutKeysChangesAnything(Life life) {
        PeerMesh mesh = new PeerMesh(SEED, PeerLimits.DEFAULT, 0);
        mesh.runSeconds(90);
        Attacker attacker = new Attacker(mesh);
        mesh.delivery = attacker;
        life.runs().accept(mesh);
        assertEquals(Set.of(), attacker.changes, "seed " + SEED);
        assertEquals(attacker.attacks, attacker.refused, "each is counted");
        assertTrue(attacker.attacks > 5_000, attacker.attacks + " attacks");
        assertTrue(attacker.states.size() > 10, attacker.states::toString);
    }

    /** The control: whoever believes every signature is moved by what was made up. */
    @Test
    void withoutSignaturesTheSameTrafficDoesChangeSomething() {
        PeerMesh mesh = new PeerMesh(SEED, PeerLimits.DEFAULT, 0, verifier -> (signer, hash, signature) -> true);
        mesh.runSeconds(90);
        Attacker attacker = new Attacker(mesh);
        mesh.delivery = attacker;
        mesh.lock(PROVIDER, 300);
        mesh.runSeconds(20);
        assertTrue(!attacker.changes.isEmpty(), attacker.attacks + " attacks changed nothing");
    }
}
