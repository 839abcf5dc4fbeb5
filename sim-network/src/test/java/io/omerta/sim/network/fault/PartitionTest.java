package io.omerta.sim.network.fault;

import static io.omerta.sim.network.TestNetwork.nodes;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static io.omerta.sim.network.TestNetworks.NEAR_NANOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.network.DropReason;
import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import io.omerta.sim.network.fault.Fault.InFlight;
import io.omerta.sim.network.fault.Fault.PartitionShape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who reaches whom, and when, under partitions. */
final class PartitionTest {
    private static final long FROM = 10 * MILLIS;
    private static final long LASTS = 20 * MILLIS;

    private static Fault partition(PartitionShape shape, NodeSelector... groups) {
        return new Fault.Partition(FROM, LASTS, shape, List.of(groups), 0, InFlight.DELIVER);
    }

    private static TestNetwork network(int nodes, Fault... faults) {
        return TestNetwork.plain(TestNetworks.fast(nodes)).faults(faults);
    }

    /** One line for each node: to whom its messages get at a time, itself included. */
    private static List<String> reach(TestNetwork network, int nodes, long at) {
        network.kernel().runUntil(at);
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < nodes; from++) {
            StringBuilder line = new StringBuilder();
            for (int to = 0; to < nodes; to++) {
                line.append(network.send(from, to, 0, 0) ? to : "-");
            }
            lines.add(line.toString());
        }
        return lines;
    }

    @Test
    void aSymmetricPartitionBlocksBothWaysBetweenGroups() {
        TestNetwork network = network(4, partition(PartitionShape.SYMMETRIC, nodes(0, 1), nodes(2, 3)));
        assertEquals(List.of("01--", "01--", "--23", "--23"), reach(network, 4, FROM));
    }

    @Test
    void aOneWayPartitionBlocksOnlyTowardsLaterGroups() {
        TestNetwork network = network(3, partition(PartitionShape.ONE_WAY, nodes(0), nodes(1), nodes(2)));
        assertEquals(List.of("0--", "01-", "012"), reach(network, 3, FROM));
    }

    @Test
    void theBridgeReachesAndIsReachedByAll() {
        TestNetwork network = network(3, partition(PartitionShape.BRIDGE, nodes(0), nodes(1), nodes(2)));
        assertEquals(List.of("0-2", "-12", "012"), reach(network, 3, FROM));
    }

    @Test
    void inARingEachGroupReachesItsTwoNeighbours() {
        TestNetwork network =
                network(5, partition(PartitionShape.RING, nodes(0), nodes(1), nodes(2), nodes(3), nodes(4)));
        assertEquals(List.of("01--4", "012--", "-123-", "--234", "0--34"), reach(network, 5, FROM));
    }

    @Test
    void aNodeInNoGroupReachesAndIsReachedByAll() {
        TestNetwork network = network(3, partition(PartitionShape.SYMMETRIC, nodes(0), nodes(1)));
        assertEquals(List.of("0-2", "-12", "012"), reach(network, 3, FROM));
    }

    @Test
    void aNodeInTwoGroupsBelongsToTheFirst() {
        TestNetwork network = network(3, partition(PartitionShape.SYMMETRIC, nodes(0, 1), nodes(1, 2)));
        assertEquals(List.of("01-", "01-", "--2"), reach(network, 3, FROM));
    }

    @Test
    void theOthersAreThoseOfNoEarlierGroup() {
        TestNetwork network = network(4, partition(PartitionShape.SYMMETRIC, nodes(1, 3), new NodeSelector.Others()));
        assertEquals(List.of("0-2-", "-1-3", "0-2-", "-1-3"), reach(network, 4, FROM));
    }

    @Test
    void aPartitionBeginsAndEndsAtItsInstants() {
        TestNetwork network = network(2, partition(PartitionShape.SYMMETRIC, nodes(0), nodes(1)));
        assertEquals(List.of("01", "01"), reach(network, 2, FROM - 1));
        assertEquals(List.of("0-", "-1"), reach(network, 2, FROM));
        assertEquals(List.of("0-", "-1"), reach(network, 2, FROM + LASTS - 1));
        assertEquals(List.of("01", "01"), reach(network, 2, FROM + LASTS));
    }

    @Test
    void aPartitionThatLastsForEverDoesNotEnd() {
        TestNetwork network = network(
                2,
                new Fault.Partition(
                        0, Fault.FOREVER, PartitionShape.SYMMETRIC, List.of(nodes(0), nodes(1)), 0, InFlight.DELIVER));
        network.run();
        assertEquals(List.of("0-", "-1"), reach(network, 2, 1_000_000_000 * MILLIS));
    }

    @Test
    void healingOneOfTwoOverlappingPartitionsKeepsTheOther() {
        List<NodeSelector> groups = List.of(nodes(0), nodes(1));
        TestNetwork network = network(
                2,
                new Fault.Partition(0, 20, PartitionShape.SYMMETRIC, groups, 0, InFlight.DELIVER),
                new Fault.Partition(10, 20, PartitionShape.SYMMETRIC, groups, 0, InFlight.DELIVER));
        assertEquals(List.of("0-", "-1"), reach(network, 2, 15));
        assertEquals(List.of("0-", "-1"), reach(network, 2, 20));
        assertEquals(List.of("0-", "-1"), reach(network, 2, 29));
        assertEquals(List.of("01", "01"), reach(network, 2, 30));
    }

    @Test
    void overlappingPartitionsOfDifferentGroupsBlockTheirUnion() {
        TestNetwork network = network(
                3,
                partition(PartitionShape.SYMMETRIC, nodes(0), nodes(1)),
                partition(PartitionShape.SYMMETRIC, nodes(1), nodes(2)));
        assertEquals(List.of("0-2", "-1-", "0-2"), reach(network, 3, FROM));
    }

    @Test
    void aFlappingPartitionIsClosedForTheFirstHalfOfEachPeriod() {
        // Closed in [100, 103), [107, 110), [114, 117) and [121, 122): an odd period, cut short by the end.
        TestNetwork network = network(
                2,
                new Fault.Partition(
                        100, 22, PartitionShape.SYMMETRIC, List.of(nodes(0), nodes(1)), 7, InFlight.DELIVER));
        StringBuilder closed = new StringBuilder();
        for (long t = 98; t < 126; t++) {
            network.kernel().runUntil(t);
            closed.append(network.send(0, 1, 0, t) ? '.' : 'x');
        }
        assertEquals("..xxx....xxx....xxx....x....", closed.toString());
    }

    @Test
    void aFlappingPartitionThatEndsAsItOpensStaysOpen() {
        TestNetwork network = network(
                2,
                new Fault.Partition(0, 6, PartitionShape.SYMMETRIC, List.of(nodes(0), nodes(1)), 4, InFlight.DELIVER));
        StringBuilder closed = new StringBuilder();
        for (long t = 0; t < 10; t++) {
            network.kernel().runUntil(t);
            closed.append(network.send(0, 1, 0, t) ? '.' : 'x');
        }
        assertEquals("xx..xx....", closed.toString());
    }

    @Test
    void messagesOnTheirWayArriveIfThePartitionDelivers() {
        TestNetwork network = network(2, partition(PartitionShape.SYMMETRIC, nodes(0), nodes(1)));
        network.sendAt(5 * MILLIS, 0, 1, 0, 1).run();
        assertEquals(List.of(5 * MILLIS + NEAR_NANOS), network.arrivalTimes());
    }

    @Test
    void messagesOnTheirWayAlongCutPathsAreLostIfThePartitionDrops() {
        TestNetwork network = network(
                3,
                new Fault.Partition(
                        FROM, LASTS, PartitionShape.ONE_WAY, List.of(nodes(0), nodes(1)), 0, InFlight.DROP));
        network.sendAt(5 * MILLIS, 0, 1, 0, 1);
        network.sendAt(5 * MILLIS, 1, 0, 0, 2);
        network.sendAt(5 * MILLIS, 0, 2, 0, 3);
        network.run();
        assertEquals(List.of(new TestNetwork.Drop(FROM, 0, 1, 1, DropReason.CUT_IN_FLIGHT)), network.drops());
        assertEquals(List.of(3L, 2L), network.arrived());
    }

    @Test
    void aFlappingPartitionDropsWhatIsOnItsWayEachTimeItCloses() {
        TestNetwork network = network(
                2,
                new Fault.Partition(
                        0,
                        Fault.FOREVER,
                        PartitionShape.SYMMETRIC,
                        List.of(nodes(0), nodes(1)),
                        40 * MILLIS,
                        InFlight.DROP));
        network.sendAt(25 * MILLIS, 0, 1, 0, 1); // open from 20 to 40 ms
        network.sendAt(35 * MILLIS, 0, 1, 0, 2);
        network.kernel().runUntil(100 * MILLIS);
        assertEquals(List.of(1L), network.arrived());
        assertEquals(List.of(new TestNetwork.Drop(40 * MILLIS, 0, 1, 2, DropReason.CUT_IN_FLIGHT)), network.drops());
    }

    @Test
    void aPartitionOfOneGroupOrOfNegativePeriodIsRejected() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Fault.Partition(0, 1, PartitionShape.RING, List.of(nodes(0)), 0, InFlight.DROP));
        for (long period : new long[] {-2, 1}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Fault.Partition(
                            0, 1, PartitionShape.RING, List.of(nodes(0), nodes(1)), period, InFlight.DROP));
        }
    }
}
