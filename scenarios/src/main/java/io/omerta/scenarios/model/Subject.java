package io.omerta.scenarios.model;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.workload.WorkloadSpec;
import java.util.List;

/** What a scenario is about. */
public sealed interface Subject {
    /** One line for people. */
    String summary();

    /**
     * Nodes that exchange messages.
     *
     * @param network who there is and how messages travel
     * @param workload what the nodes do
     * @param faults what goes wrong, in the order of the file
     */
    record Mesh(NetworkModel network, WorkloadSpec workload, List<Fault> faults) implements Subject {
        public Mesh {
            faults = List.copyOf(faults);
        }

        @Override
        public String summary() {
            return workload.type() + ", " + network.nodes().count() + " nodes";
        }
    }

    /** Identities that trade, day by day. */
    record Economy(EconomicStudy study) implements Subject {
        @Override
        public String summary() {
            return "economy, " + study.type();
        }
    }
}
