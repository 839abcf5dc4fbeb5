package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the beacon of the next epoch is made, and what it withstands. */
class BeaconTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    private static final TransactionSpec BEACON = ShippedTransactions.BEACON.compile();
    private static final long EPOCH_MILLIS = 3_600_000;

    private static Variant variant() {
        return Variant.of(ShippedTransactions.BEACON);
    }

    /** A network whose nodes all know the beacon of the present epoch, with the provider as its anchor. */
    private static SessionHarness harness(long seed, TransactionSpec beacon) {
        SessionHarness harness = SessionHarness.of(seed, ESCROW, beacon);
        var anchor = harness.nodes.get(PROVIDER).chain;
        Hash value = new Forge(harness, BEACON, anchor.checkpoint().hash()).hash(new Text("first"));
        Beacon first = new Beacon(
                epoch(harness),
                value,
                harness.peer(PROVIDER),
                anchor.checkpoint().hash());
        for (TestNode node : harness.nodes) {
            node.beacons.follow(first, anchor);
        }
        return harness;
    }

    private static long epoch(SessionHarness harness) {
        return harness.nowMillis() / EPOCH_MILLIS;
    }

    private static Hash session(SessionHarness harness) {
        long epoch = epoch(harness);
        Beacon present = harness.nodes.get(CONSUMER).beacons.newest(epoch).orElseThrow();
        return present.making(epoch + 1, harness.hasher);
    }

    private static SessionKey key(Hash session, String role) {
        return new SessionKey("06", session, role);
    }

    /** Lets every node try to make the next beacon; the session. */
    private static Hash make(SessionHarness harness) {
        Hash session = session(harness);
        for (TestNode node : harness.nodes) {
            harness.trigger(node.index, key(session, "Keeper"), "make");
        }
        return session;
    }

    private static List<Integer> keepers(SessionHarness harness, Hash session) {
        return harness.nodes.stream()
                .filter(node -> !List.of("", "IDLE", "NOT_DRAWN").contains(node.state(key(session, "Keeper"))))
                .map(node -> node.index)
                .toList();
    }

    private static List<Optional<Beacon>> next(SessionHarness harness) {
        return harness.nodes.stream()
                .map(node -> node.beacons.of(epoch(harness) + 1))
                .distinct()
                .toList();
    }

    @Test
    void fiveKeepersMakeABeaconThatAllFollow() {
        SessionHarness harness = harness(1, BEACON);
        Hash session = make(harness);
        List<Integer> keepers = keepers(harness, session);
        assertEquals(5, keepers.size());
        harness.runSeconds(5);
        assertEquals(1, next(harness).size());
        assertTrue(next(harness).get(0).isPresent());
        assertEquals(List.of(), harness.violations);
        harness.nodes.forEach(node -> assertEquals(List.of(), node.faults));
    }

    @Test
    void withAnotherSecretOfOneKeeperTheValueIsAnother() {
        SessionHarness harness = harness(1, BEACON);
        int keeper = keepers(harness, make(harness)).get(0);
        harness.runSeconds(5);
        SessionHarness other = harness(1, BEACON);
        // A draw of random bytes more, and the keeper's nonce is another.
        other.nodes
                .get(keeper)
                .turnBad(
                        ESCROW,
                        variant().with("RANDOM_BYTES(32)", "RANDOM_BYTES(31)").compile());
        make(other);
        other.runSeconds(5);
        assertNotEquals(
                next(harness).get(0).orElseThrow().value(),
                next(other).get(0).orElseThrow().value());
    }

    @Test
    void aSilentKeeperIsNotMissed() {
        SessionHarness before = harness(2, BEACON);
        int silent = keepers(before, make(before)).get(0);
        SessionHarness harness = harness(2, BEACON);
        harness.network.lose(packet -> packet.from() == silent);
        make(harness);
        harness.runSeconds(100);
        int other = silent == CONSUMER ? PROVIDER : CONSUMER;
        assertTrue(harness.nodes.get(other).beacons.of(epoch(harness) + 1).isPresent());
    }

    @Test
    void whoCommitsAndDoesNotRevealGetsNoOtherValue() {
        SessionHarness harness = harness(3, BEACON);
        Hash session = make(harness);
        int withholding = keepers(harness, session).get(0);
        harness.network.lose(packet -> packet.is("BEACON_REVEAL") && packet.from() == withholding);
        harness.runSeconds(300);
        assertEquals(List.of(Optional.empty()), next(harness));
    }

    @Test
    void afterAnEpochWithoutABeaconOthersMakeTheNext() {
        SessionHarness harness = harness(4, BEACON);
        List<Integer> first = keepers(harness, make(harness));
        harness.network.lose(packet -> packet.is("BEACON_REVEAL"));
        harness.runSeconds(EPOCH_MILLIS / 1_000);
        harness.network.heal();
        Hash session = make(harness);
        assertNotEquals(first, keepers(harness, session));
        harness.runSeconds(5);
        assertTrue(next(harness).get(0).isPresent());
        assertEquals(1, next(harness).size());
    }

    @Test
    void whoHasMetTooFewIsNoAnchor() {
        SessionHarness harness = harness(5, BEACON);
        make(harness);
        harness.runSeconds(5);
        assertEquals(
                harness.peer(PROVIDER),
                next(harness).get(0).orElseThrow().anchor(),
                "the only one that has met others");
    }

    @Test
    void aKeeperThatHasMetEnoughIsTheNextAnchor() {
        SessionHarness harness = harness(5, BEACON);
        for (TestNode node : harness.nodes) {
            for (TestNode other : harness.nodes) {
                if (node != other) {
                    node.take(new SessionCommand.Record(SessionHarness.head(other.chain, harness.nowMillis())
                                    .toBody())
                            .toInput());
                }
            }
        }
        Hash session = make(harness);
        harness.runSeconds(5);
        PeerId anchor = next(harness).get(0).orElseThrow().anchor();
        assertTrue(keepers(harness, session).contains(harness.node(anchor)));
        harness.runSeconds(EPOCH_MILLIS / 1_000);
        make(harness);
        harness.runSeconds(5);
        assertEquals(1, next(harness).size());
        assertTrue(next(harness).get(0).isPresent(), "the beacon after that is made under the new anchor");
    }

    /** Strangers send a beacon of their own; whether a node follows it. */
    private static boolean madeByStrangers(TransactionSpec transaction) {
        SessionHarness harness = harness(6, transaction);
        Hash session = session(harness);
        Forge forge = new Forge(harness, BEACON, session);
        List<NodeIdentity> strangers =
                IntStream.range(0, 5).mapToObj(harness::stranger).toList();
        Struct made = made(harness, forge, strangers);
        send(harness, forge, made, strangers);
        return harness.nodes.get(CONSUMER).beacons.of(epoch(harness) + 1).isPresent();
    }

    private static Struct made(SessionHarness harness, Forge forge, List<NodeIdentity> keepers) {
        Beacon present =
                harness.nodes.get(CONSUMER).beacons.newest(epoch(harness)).orElseThrow();
        Beacon chosen =
                new Beacon(present.epoch() + 1, forge.hash(new Text("chosen")), present.anchor(), present.anchorHead());
        List<PeerId> names =
                new ArrayList<>(keepers.stream().map(NodeIdentity::peerId).toList());
        Collections.sort(names);
        return forge.make(
                keepers.get(0),
                "MadeBeacon",
                "beacon",
                chosen.toStruct(),
                "made_under",
                present.value(),
                "witnesses",
                ValueList.of(names));
    }

    private static void send(SessionHarness harness, Forge forge, Struct made, List<NodeIdentity> signers) {
        NodeIdentity sender = signers.get(0);
        Value segment = TestBeacons.encoded(harness.nodes.get(PROVIDER).chain);
        List<Value> shares = new ArrayList<>();
        for (NodeIdentity signer : signers) {
            shares.add(forge.make(signer, "BEACON_SHARE", "witness", signer.peerId(), "beacon_hash", forge.hash(made)));
        }
        Struct result = forge.make(sender, "BeaconResult", "made", made, "shares", ValueList.of(shares));
        forge.send(
                sender,
                CONSUMER,
                "Follower",
                forge.make(sender, "BEACON_RESULT", "result", result, "segment", segment));
    }

    @Test
    void onlyThoseWhoWereDrawnMakeABeacon() {
        assertEquals(false, madeByStrangers(BEACON));
    }

    @Test
    void withoutTheDrawAnybodyWould() {
        Variant unguarded = variant()
                .without(
                        "and result.made.witnesses == KEEPERS(making, CHAIN_STATE_AT(anchor_segment, present.anchor_head))");
        assertEquals(true, madeByStrangers(unguarded.compile()));
    }

    /** Three of the drawn keepers sign a value that they like; whether a node follows it. */
    private static boolean madeByThree(TransactionSpec transaction) {
        SessionHarness harness = harness(7, transaction);
        Hash session = make(harness);
        Forge forge = new Forge(harness, BEACON, session);
        List<NodeIdentity> keepers = keepers(harness, session).stream()
                .map(keeper -> harness.nodes.get(keeper).identity)
                .toList();
        send(harness, forge, made(harness, forge, keepers), keepers.subList(0, 3));
        return harness.nodes.get(CONSUMER).beacons.of(epoch(harness) + 1).isPresent();
    }

    @Test
    void threeOfFiveKeepersAreNoQuorum() {
        assertEquals(false, madeByThree(BEACON));
    }

    @Test
    void withASmallerQuorumTheyWouldChooseTheValue() {
        Variant unguarded = variant().with(">= QUORUM(WITNESS_COUNT)", ">= 3");
        assertEquals(true, madeByThree(unguarded.compile()));
    }

    @Test
    void aNodeFollowsOneBeaconOfAnEpoch() {
        SessionHarness harness = harness(8, BEACON);
        Beacon first =
                harness.nodes.get(CONSUMER).beacons.newest(epoch(harness)).orElseThrow();
        ByteString chain = TestBeacons.encoded(harness.nodes.get(PROVIDER).chain);
        FollowedBeacons followed = new FollowedBeacons(first, chain);
        Beacon second = new Beacon(first.epoch() + 1, first.value(), first.anchor(), first.anchorHead());
        Beacon other = new Beacon(first.epoch() + 1, first.anchorHead(), first.anchor(), first.anchorHead());
        assertTrue(followed.follow(second, chain));
        assertTrue(followed.follow(second, chain));
        assertEquals(false, followed.follow(other, chain));
        assertEquals(Optional.of(second), followed.of(second.epoch()));
    }
}
