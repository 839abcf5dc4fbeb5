package io.omerta.sim.study;

import io.omerta.sim.record.Chart;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.Verdict;
import io.omerta.sim.stats.ReplicationSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** The findings of all replications of one scenario, put together. */
public final class Study {
    private final List<ReplicationFindings> replications;
    private final double level;

    /**
     * @param replications findings in the order of the replications
     * @param level confidence level of every interval and band
     */
    public Study(List<ReplicationFindings> replications, double level) {
        this.replications = List.copyOf(replications);
        this.level = level;
    }

    /** One metric for each quantity observed. */
    public List<Metric> metrics() {
        return ReplicationSummary.metrics(
                replications.stream().map(ReplicationFindings::observations).toList(), level);
    }

    /** One chart for each panel that some replication has something to draw for. */
    public List<Chart> charts() {
        Map<String, List<Panel>> panels = new LinkedHashMap<>();
        for (ReplicationFindings replication : replications) {
            for (Panel panel : replication.panels()) {
                panels.computeIfAbsent(panel.id(), id -> new ArrayList<>()).add(panel);
            }
        }
        return panels.values().stream()
                .filter(all -> !all.stream().allMatch(Panel::isEmpty))
                .map(all -> all.get(0).chart(all, level))
                .toList();
    }

    /**
     * One verdict for each check: violated if it failed in any replication.
     *
     * @param replay command that reproduces the replication of a seed
     */
    public List<Verdict> verdicts(LongFunction<String> replay) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (ReplicationFindings replication : replications) {
            for (ReplicationFindings.Check check : replication.checks()) {
                Verdict before = verdicts.get(check.id());
                if (before == null || before.outcome() == Outcome.HELD && !check.held()) {
                    verdicts.put(check.id(), verdict(check, replication, replay));
                }
            }
        }
        return List.copyOf(verdicts.values());
    }

    private Verdict verdict(
            ReplicationFindings.Check check, ReplicationFindings replication, LongFunction<String> replay) {
        long seed = replication.trace().seed();
        int index = replication.trace().index();
        return new Verdict(
                check.id(),
                "always",
                check.statement(),
                check.held() ? Outcome.HELD : Outcome.VIOLATED,
                check.held()
                        ? "in all " + replications.size() + " replications; in the first: " + check.measured()
                        : check.measured(),
                check.held() ? "" : "replication " + index + ", seed " + seed,
                check.held() ? "" : replay.apply(seed));
    }
}
