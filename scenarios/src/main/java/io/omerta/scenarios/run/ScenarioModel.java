package io.omerta.scenarios.run;

import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Subject;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.KernelReplication;
import io.omerta.sim.kernel.KernelSimulator;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;
import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import org.djutils.event.EventListener;

/**
 * One replication of a scenario as a DSOL model: everything in it follows from the scenario and one seed.
 *
 * <p>The model ends when all there was to do is done, when nothing is left to happen, or at the scenario's duration.
 */
final class ScenarioModel extends AbstractDsolModel<Long, KernelSimulator> {
    private static final long serialVersionUID = 1L;

    private final transient Scenario scenario;
    private final transient EventKernel kernel;
    private final transient ReplicationModel model;

    ScenarioModel(Scenario scenario, long seed, EventKernel kernel) {
        super(new KernelSimulator("seed " + seed, kernel));
        RandomStreams streams = new RandomStreams(seed);
        this.scenario = scenario;
        this.kernel = kernel;
        this.model = scenario.subject() instanceof Subject.Economy economy
                ? economy.study().model(kernel, streams)
                : new MeshModel(scenario.mesh(), kernel, streams);
    }

    @Override
    public void constructModel() {
        model.start();
    }

    /**
     * Runs the replication to its end.
     *
     * @throws io.omerta.sim.kernel.SimulationFailure if an event fails
     */
    void run() throws SimRuntimeException {
        long end = scenario.durationNanos() == null ? EventKernel.MAX_TIME_NANOS : scenario.durationNanos();
        KernelSimulator simulator = getSimulator();
        try {
            simulator.initialize(this, new KernelReplication("replication", scenario.warmUpNanos(), end), false);
            EventListener reset = event -> model.warmUpEnded();
            simulator.addListener(reset, Replication.WARMUP_EVENT);
            simulator.endWhen(() -> model.finished() || kernel.pending() == 0);
            simulator.start();
        } finally {
            simulator.cleanUp();
        }
    }

    EventKernel kernel() {
        return kernel;
    }

    /** What the scenario is about, as it is in this replication. */
    ReplicationModel model() {
        return model;
    }
}
