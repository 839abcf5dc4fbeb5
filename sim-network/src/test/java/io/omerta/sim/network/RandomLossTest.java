package io.omerta.sim.network;

import static io.omerta.sim.network.TestNetworks.FAR_NANOS;
import static io.omerta.sim.network.TestNetworks.LOSSY;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static io.omerta.sim.network.TestNetworks.NEAR_NANOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loss on access links, and paths that differ from what the preset says. */
final class RandomLossTest {
    private static final int MESSAGES = 20_000;

    private static TestNetwork network(List<PathOverride> overrides, boolean randomLoss, String... access) {
        return TestNetwork.of(
                TestNetworks.near(access),
                new NetworkOptions(Contention.NONE, randomLoss, Long.MAX_VALUE, 1000, overrides));
    }

    private static int lostOf(TestNetwork network, int messages) {
        for (int i = 0; i < messages; i++) {
            network.send(0, 1, 0, i);
        }
        network.run();
        assertTrue(network.dropReasons().stream().allMatch(reason -> reason == DropReason.LOSS));
        return network.drops().size();
    }

    /** Binomial(20000, p): beyond five standard deviations with probability below 1e-6. */
    private static void assertFraction(double expected, int count) {
        double deviation = Math.sqrt(MESSAGES * expected * (1 - expected));
        assertEquals(MESSAGES * expected, count, 5 * deviation);
    }

    @ParameterizedTest
    @CsvSource({"lossy, fast", "fast, lossy", "lossy, lossy"})
    void aPathLosesWithTheLargerProbabilityOfItsEnds(String from, String to) {
        assertFraction(LOSSY, lostOf(network(List.of(), true, from, to), MESSAGES));
    }

    @Test
    void aPathBetweenGoodEndsLosesNothing() {
        assertEquals(0, lostOf(network(List.of(), true, "fast", "fast", "lossy"), MESSAGES));
    }

    @Test
    void randomLossCanBeSwitchedOff() {
        assertEquals(0, lostOf(network(List.of(), false, "lossy", "lossy"), MESSAGES));
    }

    @Test
    void anOverrideReplacesTheDelayAccessIncluded() {
        TestNetwork network = network(List.of(new PathOverride(0, 1, FAR_NANOS, Double.NaN)), false, "remote", "fast");
        network.send(0, 1, 0, 1);
        network.run();
        assertEquals(List.of(FAR_NANOS), network.arrivalTimes());
    }

    @Test
    void anOverrideOfNoDelayIsADelayOfZero() {
        TestNetwork network = network(List.of(new PathOverride(0, 1, 0, Double.NaN)), false, "fast", "fast");
        network.send(0, 1, 0, 1);
        network.run();
        assertEquals(List.of(0L), network.arrivalTimes());
    }

    @Test
    void anOverrideHoldsInOneDirectionOnly() {
        TestNetwork network = network(List.of(new PathOverride(0, 1, MILLIS, 1)), false, "fast", "fast", "fast");
        network.send(0, 1, 0, 1);
        network.send(0, 2, 0, 2);
        network.send(1, 0, 0, 3);
        network.run();
        assertEquals(List.of(2L, 3L), network.arrived());
        assertEquals(List.of(NEAR_NANOS, NEAR_NANOS), network.arrivalTimes());
    }

    @Test
    void anOverrideReplacesTheLoss() {
        TestNetwork network = network(List.of(new PathOverride(0, 1, -1, 0.5)), true, "lossy", "fast");
        assertFraction(0.5, lostOf(network, MESSAGES));
    }

    @Test
    void anOverrideCanMakeALossyPathGood() {
        assertEquals(0, lostOf(network(List.of(new PathOverride(0, 1, -1, 0)), true, "lossy", "lossy"), MESSAGES));
    }

    @Test
    void anOverrideOfTheDelayKeepsTheLoss() {
        TestNetwork network = network(List.of(new PathOverride(0, 1, MILLIS, Double.NaN)), true, "lossy", "fast");
        assertFraction(LOSSY, lostOf(network, MESSAGES));
    }

    @Test
    void impossibleOverridesAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> new PathOverride(0, 1, -1, 1.5));
        assertThrows(
                IllegalArgumentException.class,
                () -> network(List.of(new PathOverride(0, 2, 0, 0)), false, "fast", "fast"));
        PathOverride one = new PathOverride(0, 1, MILLIS, Double.NaN);
        PathOverride other = new PathOverride(0, 1, -1, 0.5);
        assertThrows(IllegalArgumentException.class, () -> network(List.of(one, other), false, "fast", "fast"));
    }
}
