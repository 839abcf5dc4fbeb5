package io.omerta.scenarios.run;

import io.omerta.scenarios.model.NetworkModel;
import io.omerta.scenarios.model.Scenario;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.KernelReplication;
import io.omerta.sim.kernel.KernelSimulator;
import io.omerta.sim.network.Network;
import io.omerta.sim.network.NetworkOptions;
import io.omerta.sim.network.delay.PropagationDelays;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.fault.FaultInjector;
import io.omerta.sim.network.observe.NetworkFindings;
import io.omerta.sim.network.overlay.Overlay;
import io.omerta.sim.network.region.NetworkPreset;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.network.session.SessionWorkload;
import io.omerta.sim.network.workload.SessionsSpec;
import io.omerta.sim.network.workload.Workload;
import io.omerta.sim.random.RandomStreams;
import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import org.djutils.event.EventListener;

/**
 * One replication of a scenario as a DSOL model: everything in it follows from the scenario and one seed.
 *
 * <p>The model ends when its workload has finished, when nothing is left to happen, or at the scenario's duration.
 */
final class ScenarioModel extends AbstractDsolModel<Long, KernelSimulator> {
    private static final long serialVersionUID = 1L;

    private final transient Scenario scenario;
    private final transient EventKernel kernel;
    private final transient Network network;
    private final transient Workload workload;
    private final transient NetworkFindings findings;

    ScenarioModel(Scenario scenario, long seed, EventKernel kernel) {
        super(new KernelSimulator("seed " + seed, kernel));
        RandomStreams streams = new RandomStreams(seed);
        NetworkModel model = scenario.network();
        NetworkPreset preset = model.preset();
        this.scenario = scenario;
        this.kernel = kernel;
        NodePopulation population = model.nodes() instanceof NetworkModel.Listed listed
                ? NodePopulation.of(preset, listed.members())
                : NodePopulation.of(preset, model.nodes().count(), streams);
        NetworkOptions options = new NetworkOptions(
                model.contention(),
                model.loss(),
                NetworkOptions.DEFAULT.queueLimitNanos(),
                NetworkOptions.DEFAULT.heldLimit(),
                model.paths());
        this.network = new Network(kernel, population, PropagationDelays.of(preset), options, streams);
        Overlay overlay = Overlay.build(model.overlay(), population.nodes(), streams);
        this.workload = workload(streams, overlay);
        this.findings = new NetworkFindings(network);
        new FaultInjector(kernel, network.conditions(), network.control(), population, streams)
                .schedule(scenario.faults());
    }

    private Workload workload(RandomStreams streams, Overlay overlay) {
        if (scenario.workload() instanceof SessionsSpec sessions) {
            boolean nodesMayRestart = scenario.faults().stream().anyMatch(Fault.Crash.class::isInstance);
            return new SessionWorkload(sessions, network, streams, nodesMayRestart);
        }
        return Workload.of(scenario.workload(), network, overlay, streams);
    }

    @Override
    public void constructModel() {
        workload.start();
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
            EventListener reset = event -> {
                findings.begin();
                workload.warmUpEnded();
            };
            simulator.addListener(reset, Replication.WARMUP_EVENT);
            simulator.endWhen(() -> workload.finished() || kernel.pending() == 0);
            simulator.start();
        } finally {
            simulator.cleanUp();
        }
    }

    EventKernel kernel() {
        return kernel;
    }

    Workload workload() {
        return workload;
    }

    NetworkFindings findings() {
        return findings;
    }
}
