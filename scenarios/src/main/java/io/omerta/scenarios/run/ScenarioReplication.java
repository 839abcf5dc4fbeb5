package io.omerta.scenarios.run;

import io.omerta.scenarios.model.Scenario;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.Trace;
import io.omerta.sim.record.RunResult.ReplicationTrace;
import io.omerta.sim.replication.Replication;
import io.omerta.sim.replication.ReplicationContext;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs one replication of a scenario and keeps what it found. */
public final class ScenarioReplication implements Replication<ReplicationFindings> {
    private final Scenario scenario;
    private final Function<Scenario, EventKernel> kernels;
    private final TraceWatch watch;

    /** Sees the traces of replications as they are made; never changes them. */
    @FunctionalInterface
    public interface TraceWatch {
        /**
         * Called before a replication starts.
         *
         * @return what is to be closed when the replication has ended
         */
        AutoCloseable watch(int replication, EventKernel kernel) throws Exception;
    }

    /** Nobody watches. */
    public static final TraceWatch UNWATCHED = (replication, kernel) -> () -> {};

    public ScenarioReplication(Scenario scenario, TraceWatch watch) {
        this(scenario, watch, any -> new PrimitiveKernel(any.queue()));
    }

    /**
     * @param kernels makes the kernel to run on
     */
    ScenarioReplication(Scenario scenario, TraceWatch watch, Function<Scenario, EventKernel> kernels) {
        this.scenario = scenario;
        this.watch = watch;
        this.kernels = kernels;
    }

    @Override
    public ReplicationFindings run(ReplicationContext context) throws Exception {
        EventKernel kernel = kernels.apply(scenario);
        Trace trace = kernel.trace();
        trace.atMarks(events -> {
            context.executed(events);
            context.checkCancelled();
        });
        ScenarioModel model = new ScenarioModel(scenario, context.seed(), kernel);
        try (AutoCloseable watching = watch.watch(context.index(), kernel)) {
            model.run();
        }
        context.executed(trace.events());
        List<Observation> observations = new ArrayList<>(model.workload().observations());
        observations.addAll(model.findings().observations());
        List<Panel> panels = new ArrayList<>(model.workload().panels());
        panels.addAll(model.findings().panels());
        List<ReplicationFindings.Check> checks =
                new ArrayList<>(model.workload().checks());
        checks.addAll(model.findings().checks());
        return new ReplicationFindings(
                new ReplicationTrace(context.index(), context.seed(), trace.events(), trace.sha256()),
                trace.marks(),
                observations,
                panels,
                checks);
    }
}
