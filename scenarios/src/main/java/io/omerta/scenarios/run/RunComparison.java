package io.omerta.scenarios.run;

import io.omerta.scenarios.model.Scenario;
import io.omerta.sim.replication.CancellationToken;
import io.omerta.sim.replication.Replications;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where two runs part. The marks of their traces tell within which stretch of events; both are run again, and only
 * that stretch is compared event by event.
 */
public final class RunComparison {
    private static final int EVENTS_BEFORE = 3;

    /** One side of a comparison: what was recorded, and how to run it again. */
    public record Side(String name, List<ReplicationRecord> traces, ScenarioOfVariant scenarios) {
        public Side {
            traces = List.copyOf(traces);
        }
    }

    /** Finds the scenario of a variant. */
    @FunctionalInterface
    public interface ScenarioOfVariant {
        Scenario of(String variant);
    }

    /**
     * Where two runs part.
     *
     * @param variant variant in which they first differ
     * @param replication replication in which they first differ
     * @param common events before it, the last one last
     * @param first first event of the one side that differs, or null if its trace had ended
     * @param second the same of the other side
     */
    public record Divergence(
            String variant,
            int replication,
            List<TracedEvent> common,
            @Nullable TracedEvent first,
            @Nullable TracedEvent second) {
        public Divergence {
            common = List.copyOf(common);
        }
    }

    private RunComparison() {}

    /**
     * Compares replication by replication.
     *
     * @return the first difference, or null if every trace that both have is the same
     */
    public static @Nullable Divergence compare(Side one, Side two) {
        for (ReplicationRecord mine : one.traces()) {
            for (ReplicationRecord theirs : two.traces()) {
                if (mine.variant().equals(theirs.variant())
                        && mine.trace().index() == theirs.trace().index()
                        && !mine.trace().sha256().equals(theirs.trace().sha256())) {
                    return locate(one, mine, two, theirs);
                }
            }
        }
        return null;
    }

    private static @Nullable Divergence locate(Side one, ReplicationRecord mine, Side two, ReplicationRecord theirs) {
        long from = Math.max(0, mine.marks().commonPrefix(theirs.marks()) - EVENTS_BEFORE);
        long stretch = 2 * Math.max(mine.marks().interval(), theirs.marks().interval()) + EVENTS_BEFORE;
        List<TracedEvent> first = record(one, mine, from, from + stretch);
        List<TracedEvent> second = record(two, theirs, from, from + stretch);
        int i = 0;
        while (i < first.size() && i < second.size() && first.get(i).equals(second.get(i))) {
            i++;
        }
        return new Divergence(
                mine.variant(),
                mine.trace().index(),
                first.subList(Math.max(0, i - EVENTS_BEFORE), i),
                i < first.size() ? first.get(i) : null,
                i < second.size() ? second.get(i) : null);
    }

    private static List<TracedEvent> record(Side side, ReplicationRecord replication, long from, long to) {
        List<TracedEvent> events = new ArrayList<>();
        CancellationToken enough = new CancellationToken();
        ScenarioReplication.TraceWatch watch = (index, kernel) -> {
            kernel.trace().observe((i, time, source, counter, type, target, a, b, c) -> {
                if (i >= from && i < to) {
                    events.add(new TracedEvent(i, time, source, counter, kernel.eventTypeName(type), target, a, b, c));
                } else if (i >= to) {
                    enough.cancel(); // takes effect at the next mark
                }
            });
            return () -> {};
        };
        Scenario scenario = side.scenarios().of(replication.variant());
        Replications.run(
                replication.trace().seed(),
                1,
                1,
                new ScenarioReplication(scenario, watch),
                (completed, total, done) -> {},
                enough);
        return events;
    }
}
