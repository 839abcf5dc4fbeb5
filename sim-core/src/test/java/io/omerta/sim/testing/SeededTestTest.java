package io.omerta.sim.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeededTestTest {
    private final List<Long> seedsRun = new ArrayList<>();

    @SeededTest(seeds = 3, first = 5)
    void eachSeedIsRunOnceWithItsOwnStreamsAndName(long seed, RandomStreams streams, TestInfo info) {
        seedsRun.add(seed);
        assertEquals(seed, streams.seed());
        assertEquals("seed " + seed, info.getDisplayName());
    }

    @AfterAll
    void everySeedWasRun() {
        String only = System.getProperty("omerta.seed");
        assertEquals(only == null ? List.of(5L, 6L, 7L) : List.of(Long.parseLong(only)), seedsRun);
    }

    @Test
    void withoutAChoiceTheSeedsAreConsecutive() {
        assertArrayEquals(
                new long[] {-1, 0, 1}, SeededTestExtension.seeds(-1, 3, null).toArray());
    }

    @Test
    void aChosenSeedRunsAlone() {
        assertArrayEquals(
                new long[] {99}, SeededTestExtension.seeds(1, 20, "99").toArray());
    }

    @Test
    void aChosenSeedThatIsNoNumberIsRefusedByName() {
        var refusal =
                assertThrows(ExtensionConfigurationException.class, () -> SeededTestExtension.seeds(1, 20, "seven"));
        assertEquals("-Domerta.seed must be a whole number, such as 7, but is \"seven\"", refusal.getMessage());
    }

    @Test
    void noSeedsAtAllAreRefused() {
        assertThrows(ExtensionConfigurationException.class, () -> SeededTestExtension.seeds(1, 0, null));
    }

    @Test
    void aFailureEndsWithTheOptionsThatReplayIt() {
        Throwable failure = new SeededInvocation(7).withReplay(new AssertionError("not equal"), "LawTest#holds");
        assertEquals(
                List.of("not equal", "Replay this seed with -Dtest='LawTest#holds' -Domerta.seed=7"),
                failure.getMessage().lines().toList());
    }

    @Test
    void aFailedComparisonKeepsItsTwoValues() {
        var comparison = new AssertionFailedError("not equal", 3, 4);
        var failure = (AssertionFailedError) new SeededInvocation(7).withReplay(comparison, "LawTest#holds");
        assertEquals(3, failure.getExpected().getValue());
        assertEquals(4, failure.getActual().getValue());
        assertSame(comparison, failure.getCause());
    }

    @Test
    void anExceptionNamesItsTypeBeforeTheReplayOptions() {
        Throwable failure = new SeededInvocation(7).withReplay(new IllegalStateException("stuck"), "LawTest#holds");
        assertTrue(failure.getMessage().startsWith("java.lang.IllegalStateException: stuck"), failure.getMessage());
    }

    @Test
    void anUnmetAssumptionIsNoFailure() {
        var aborted = new TestAbortedException("needs a network");
        assertSame(aborted, new SeededInvocation(7).withReplay(aborted, "LawTest#holds"));
    }
}
