package io.omerta.protocol.gossip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One peer, the victim, and a neighbour who sends it whatever it likes. */
class HostileInputTest {
    private final Facts facts = new Facts();
    private final Swarm swarm = new Swarm(facts, 3, GossipParameters.DEFAULT, 1).mesh();
    private final Recorder recorder = swarm.recorders.get(0);
    private final PeerId attacker = swarm.peer(1);

    private void receive(byte[] payload) {
        swarm.give(0, new GossipInput.Received(attacker, payload));
    }

    private void receive(GossipItem... items) {
        receive(new Keepalive(attacker, null, swarm.nowMillis, List.of(items)).encode());
    }

    private List<GossipItem> held() {
        return swarm.nodes.get(0).items();
    }

    private void assertRefused(GossipRefusal... reasons) {
        assertEquals(List.of(reasons), recorder.refused);
        assertEquals(List.of(), recorder.accepted);
        assertEquals(List.of(), held());
        assertEquals(0, swarm.nodes.get(0).waiting());
    }

    /** Like another item, but the last signature is changed in one bit. */
    private static GossipItem forged(GossipItem item) {
        List<Endorsement> signatures = item.signatures();
        Endorsement last = signatures.get(signatures.size() - 1);
        byte[] bits = last.signature().toByteArray();
        bits[5] ^= 4;
        List<Endorsement> changed = Stream.concat(
                        signatures.stream().limit(signatures.size() - 1),
                        Stream.of(new Endorsement(last.signer(), last.statement(), Signature.of(bits))))
                .toList();
        return new GossipItem(item.type(), item.content(), changed);
    }

    @Test
    void itemWithABadSignatureIsNeitherKeptNorSpread() {
        receive(forged(facts.fact(1)));
        assertRefused(GossipRefusal.FALSE_ITEM);
    }

    @Test
    void itemThatWasRefusedForABadSignatureIsTakenWithGoodOnes() {
        receive(forged(facts.fact(1)));
        receive(facts.fact(1));
        assertEquals(List.of(facts.fact(1)), held());
    }

    @Test
    void badSignatureSpoilsNoKnownItem() {
        GossipItem known = facts.settlement(1, 50, 1, 2, 3, 4);
        receive(known);
        Endorsement vote = facts.settlement(1, 50, 5).signatures().get(0);
        Endorsement falseOne = new Endorsement(
                facts.peer(5), vote.statement(), known.signatures().get(0).signature());
        receive(known.with(List.of(falseOne)));
        assertEquals(List.of(GossipRefusal.FALSE_ITEM), recorder.refused);
        assertEquals(List.of(known), held());
    }

    private Claim claim(GossipItem item) {
        Claim claim = facts.rules.read(item);
        assertNotNull(claim);
        return claim;
    }

    @Test
    void strangersSignatureIsNotAddedToAKnownItem() {
        receive(facts.settlement(1, 50, 1, 2, 3, 4));
        receive(facts.settlement(1, 50, 1, 2, 3, 4, 77));
        assertEquals(List.of(GossipRefusal.FALSE_ITEM), recorder.refused);
        assertEquals(List.of(facts.settlement(1, 50, 1, 2, 3, 4)), held());
    }

    @Test
    void unreadableContentIsRefused() {
        GossipItem item = facts.fact(1);
        receive(new GossipItem(ItemType.SETTLEMENT_RESULT, ByteString.of(new byte[] {1, 2, 3}), item.signatures()));
        receive(new GossipItem(ItemType.CONFLICT_PROOF, item.content(), List.of()));
        assertRefused(GossipRefusal.UNREADABLE_ITEM, GossipRefusal.UNREADABLE_ITEM);
    }

    @Test
    void proofThatProvesNothingIsRefused() {
        GossipItem proof = facts.doubleLock(95, 1).toItem();
        byte[] bytes = proof.content().toByteArray();
        bytes[bytes.length - 70] ^= 1;
        receive(new GossipItem(ItemType.CONFLICT_PROOF, ByteString.of(bytes), proof.signatures()));
        assertEquals(List.of(), held());
        assertEquals(1, recorder.refused.size());
    }

    @Test
    void replaysCostNoVerification() {
        receive(
                facts.fact(1),
                facts.lockItem(95, 1, 80, 1),
                facts.doubleLock(96, 1).toItem());
        long before = facts.verifications;
        for (int i = 0; i < 100; i++) {
            receive(
                    facts.fact(1),
                    facts.lockItem(95, 1, 80, 1),
                    facts.doubleLock(96, 1).toItem());
        }
        assertEquals(before, facts.verifications);
        assertEquals(3, recorder.accepted.size());
    }

    @Test
    void anotherSignatureOfTheSameSignerIsNoNews() {
        receive(facts.settlement(1, 50, 1, 2, 3, 4));
        long before = facts.verifications;
        receive(forged(facts.settlement(1, 50, 1, 2, 3, 4)));
        assertEquals(before, facts.verifications);
        assertEquals(1, recorder.accepted.size());
    }

    @Test
    void floodIsCutOffAndTheNextNeighbourIsHeard() {
        for (int session = 1; session <= 2_000; session++) {
            receive(facts.fact(session));
        }
        int burst = GossipParameters.DEFAULT.burst();
        assertTrue(held().size() <= burst / 2, "a message and an item cost two tokens, but " + held().size());
        assertEquals(GossipRefusal.OVER_RATE, recorder.refused.get(recorder.refused.size() - 1));
        byte[] honest = new Keepalive(swarm.peer(2), null, swarm.nowMillis, List.of(facts.fact(5_000))).encode();
        swarm.give(0, new GossipInput.Received(swarm.peer(2), honest));
        assertTrue(held().contains(facts.fact(5_000)));
    }

    @Test
    void neighbourWhoSendsGarbageIsSoonIgnoredAndLaterHeardAgain() {
        for (int i = 0; i < 100; i++) {
            receive(new byte[] {9, 9, 9});
        }
        long heard = recorder.refused.stream()
                .filter(reason -> reason == GossipRefusal.MALFORMED)
                .count();
        assertTrue(heard <= 1 + 2 * GossipParameters.DEFAULT.burst() / GossipNode.HOSTILITY_TOKENS, "heard " + heard);
        receive(facts.fact(1));
        assertEquals(List.of(), held());
        swarm.nowMillis += 60_000;
        receive(facts.fact(1));
        assertEquals(List.of(facts.fact(1)), held());
    }

    @Test
    void hugeMessageIsRefusedBeforeItIsRead() {
        receive(new byte[GossipMessage.ENCODED_BYTES_MAX + 1]);
        assertRefused(GossipRefusal.TOO_LARGE);
    }

    @Test
    void strangerIsNotHeard() {
        PeerId stranger = facts.peer(55);
        byte[] keepalive = new Keepalive(stranger, null, swarm.nowMillis, List.of(facts.fact(1))).encode();
        swarm.give(0, new GossipInput.Received(stranger, keepalive));
        assertRefused(GossipRefusal.STRANGER);
        swarm.give(0, new GossipInput.NeighbourLeft(attacker));
        receive(facts.fact(1));
        assertRefused(GossipRefusal.STRANGER, GossipRefusal.STRANGER);
    }

    @Test
    void keepaliveInAnothersNameOrOfAnotherTimeIsRefused() {
        receive(new Keepalive(swarm.peer(2), null, swarm.nowMillis, List.of(facts.fact(1))).encode());
        for (long offMillis : new long[] {-GossipNode.CLOCK_SKEW_MILLIS - 1, GossipNode.CLOCK_SKEW_MILLIS + 1}) {
            receive(new Keepalive(attacker, null, swarm.nowMillis + offMillis, List.of(facts.fact(1))).encode());
        }
        assertRefused(GossipRefusal.WRONG_SENDER, GossipRefusal.WRONG_TIME, GossipRefusal.WRONG_TIME);
    }

    @Test
    void resultOfTheFutureOrOfLongAgoIsRefused() {
        receive(facts.settlement(1, 5, 1, swarm.nowMillis + GossipNode.CLOCK_SKEW_MILLIS + 1, 1, 2, 3, 4));
        swarm.nowMillis = Facts.NOW_MILLIS + GossipNode.VALIDITY_MILLIS;
        receive(facts.fact(1));
        assertRefused(GossipRefusal.UNTIMELY_ITEM, GossipRefusal.UNTIMELY_ITEM);
    }

    @Test
    void whatIsNotSignedAsItMustBeCannotBePublished() {
        assertThrows(IllegalArgumentException.class, () -> swarm.publish(0, facts.settlement(1, 50, 1, 2, 3)));
        assertEquals(List.of(), recorder.journal);
    }

    /** Every seed of the fuzzer is a real message; each is changed in some bytes, cut or extended. */
    @Test
    void noBytesMakeANodeThrow() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        for (int session = 1; session <= 40; session++) {
            swarm.publish(0, facts.fact(session));
            swarm.publish(2, facts.fact(100 + session));
        }
        byte[][] seeds = {
            new Keepalive(attacker, facts.header(7, 3, 1), swarm.nowMillis, List.of(facts.fact(50))).encode(),
            new Keepalive(
                            attacker,
                            null,
                            swarm.nowMillis,
                            List.of(facts.doubleLock(95, 1).toItem()))
                    .encode(),
            describe(2, Probe.ROOT),
            describe(2, Probe.part(Probe.ROOT, 3)),
            new Reconcile(List.of(), List.of(new Mark(1, 2)), List.of(facts.fact(51))).encode()
        };
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = seeds[random.nextInt(seeds.length)].clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            swarm.nowMillis += 60;
            receive(random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(2 * bytes.length)) : bytes);
            recorder.takeSent();
        }
        assertTrue(recorder.refused.contains(GossipRefusal.MALFORMED));
        for (GossipItem item : held()) {
            assertTrue(facts.rules.isTrue(item, claim(item)));
        }
    }

    private byte[] describe(int place, ByteString prefix) {
        KeyTree tree = new KeyTree(facts.hasher);
        for (GossipItem item : swarm.nodes.get(place).items()) {
            tree.add(facts.hashes.variant(facts.identity(item), item));
        }
        return new Reconcile(List.of(Probe.description(tree, prefix)), List.of(), List.of()).encode();
    }

    @Test
    void probesThatSayNothingTrueAreAnsweredInBounds() {
        for (int session = 1; session <= 400; session++) {
            swarm.publish(0, facts.fact(session));
        }
        Probe empty = new Probe(Probe.ROOT, Probe.Kind.MARKS, List.of());
        List<Probe> probes =
                Stream.generate(() -> empty).limit(Reconcile.PROBES_MAX).toList();
        receive(new Reconcile(probes, List.of(), List.of()).encode());
        List<Recorder.Sent> answers = recorder.takeSent();
        assertEquals(1, answers.size());
        assertTrue(answers.get(0).payload().length < 16_384, answers.get(0).payload().length + " bytes");
    }

    @Test
    void itemThatIsNotThereIsNotSent() {
        Hash nothing = facts.hash(4);
        assertTrue(swarm.nodes.get(0).item(nothing).isEmpty());
        receive(new Reconcile(List.of(), List.of(Mark.of(nothing)), List.of()).encode());
        assertEquals(List.of(), recorder.takeSent());
        assertNull(GossipMessage.parse(new byte[0]));
    }
}
