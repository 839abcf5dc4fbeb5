package io.omerta.sim.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.record.Chart;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelinePanelTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void amountsBecomeRatesOverTheWidthOfABucket() {
        assertArrayEquals(new double[] {5, 2}, chart(panel(2 * SECOND, 10, 4)).values()[0]);
    }

    @Test
    void bucketsStandAtTheirMiddle() {
        Chart.StackedAreas chart = chart(panel(2 * SECOND, 10, 4));

        assertEquals("s", chart.x().unit());
        assertArrayEquals(new double[] {1, 3}, chart.at());
    }

    @Test
    void longTimelinesAreInLargerUnits() {
        Chart.StackedAreas chart = chart(panel(120 * SECOND, 1, 1));

        assertEquals("min", chart.x().unit());
        assertArrayEquals(new double[] {1, 3}, chart.at());
    }

    @Test
    void narrowBucketsAreJoinedToTheWidestOfAllReplications() {
        Chart.StackedAreas chart = chart(panel(SECOND, 1, 2, 3, 4, 5), panel(4 * SECOND, 30, 15));

        assertArrayEquals(new double[] {2, 6}, chart.at());
        // Means of 1+2+3+4 and 30, of 5 and 15, each over four seconds.
        assertArrayEquals(new double[] {5, 2.5}, chart.values()[0]);
    }

    @Test
    void theResultDoesNotDependOnWhichReplicationIsWider() {
        assertArrayEquals(
                chart(panel(SECOND, 1, 2, 3, 4, 5), panel(4 * SECOND, 30, 15)).values()[0],
                chart(panel(4 * SECOND, 30, 15), panel(SECOND, 1, 2, 3, 4, 5)).values()[0]);
    }

    @Test
    void aReplicationThatEndedEarlyCountsAsNothingFromThenOn() {
        assertArrayEquals(
                new double[] {4, 3},
                chart(panel(SECOND, 4), panel(SECOND, 4, 6)).values()[0]);
    }

    @Test
    void everySeriesKeepsItsOwnAmounts() {
        TimelinePanel both = new TimelinePanel(
                "id",
                "title",
                "caption",
                Chart.Axis.linear("messages", "1/s"),
                1,
                List.of("inv", "block"),
                SECOND,
                new double[][] {{1, 2}, {3, 4}});

        Chart.StackedAreas chart = chart(both);
        assertEquals(List.of("inv", "block"), chart.series());
        assertArrayEquals(new double[] {3, 4}, chart.values()[1]);
    }

    @Test
    void aRateCanBePerMinute() {
        TimelinePanel panel = new TimelinePanel(
                "id",
                "title",
                "caption",
                Chart.Axis.linear("messages", "1/min"),
                60,
                List.of("inv"),
                SECOND,
                new double[][] {{1}});

        assertArrayEquals(new double[] {60}, chart(panel).values()[0]);
    }

    @Test
    void aTimelineWithoutAmountsIsEmpty() {
        assertTrue(panel(SECOND, 0, 0).isEmpty());
        assertFalse(panel(SECOND, 0, 1).isEmpty());
    }

    private static Chart.StackedAreas chart(TimelinePanel... panels) {
        return (Chart.StackedAreas) panels[0].chart(List.of(panels), 0.95);
    }

    private static TimelinePanel panel(long width, double... amounts) {
        return new TimelinePanel(
                "id",
                "title",
                "caption",
                Chart.Axis.linear("messages", "1/s"),
                1,
                List.of("inv"),
                width,
                new double[][] {amounts});
    }
}
