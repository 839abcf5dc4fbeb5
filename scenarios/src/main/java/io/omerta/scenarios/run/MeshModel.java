package io.omerta.scenarios.run;

import io.omerta.scenarios.model.NetworkModel;
import io.omerta.scenarios.model.Subject;
import io.omerta.sim.kernel.EventKernel;
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
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationFindings;
import io.omerta.sim.study.ReplicationModel;
import java.util.ArrayList;
import java.util.List;

/** Nodes on a network with their workload and faults, and what is seen of both. */
final class MeshModel implements ReplicationModel {
    private final Workload workload;
    private final NetworkFindings findings;

    MeshModel(Subject.Mesh mesh, EventKernel kernel, RandomStreams streams) {
        NetworkModel model = mesh.network();
        NetworkPreset preset = model.preset();
        NodePopulation population = model.nodes() instanceof NetworkModel.Listed listed
                ? NodePopulation.of(preset, listed.members())
                : NodePopulation.of(preset, model.nodes().count(), streams);
        NetworkOptions options = new NetworkOptions(
                model.contention(),
                model.loss(),
                NetworkOptions.DEFAULT.queueLimitNanos(),
                NetworkOptions.DEFAULT.heldLimit(),
                model.paths());
        Network network = new Network(kernel, population, PropagationDelays.of(preset), options, streams);
        Overlay overlay = Overlay.build(model.overlay(), population.nodes(), streams);
        this.workload = workload(mesh, network, overlay, streams);
        this.findings = new NetworkFindings(network);
        new FaultInjector(kernel, network.conditions(), network.control(), population, streams).schedule(mesh.faults());
    }

    private static Workload workload(Subject.Mesh mesh, Network network, Overlay overlay, RandomStreams streams) {
        if (mesh.workload() instanceof SessionsSpec sessions) {
            boolean nodesMayRestart = mesh.faults().stream().anyMatch(Fault.Crash.class::isInstance);
            return new SessionWorkload(sessions, network, streams, nodesMayRestart);
        }
        return Workload.of(mesh.workload(), network, overlay, streams);
    }

    @Override
    public void start() {
        workload.start();
    }

    @Override
    public boolean finished() {
        return workload.finished();
    }

    @Override
    public void warmUpEnded() {
        findings.begin();
        workload.warmUpEnded();
    }

    @Override
    public List<Observation> observations() {
        List<Observation> all = new ArrayList<>(workload.observations());
        all.addAll(findings.observations());
        return all;
    }

    @Override
    public List<Panel> panels() {
        List<Panel> all = new ArrayList<>(workload.panels());
        all.addAll(findings.panels());
        return all;
    }

    @Override
    public List<ReplicationFindings.Check> checks() {
        List<ReplicationFindings.Check> all = new ArrayList<>(workload.checks());
        all.addAll(findings.checks());
        return all;
    }
}
