package io.omerta.sim.economics.study;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;

/** A study of the economy: its parameters, and how one replication of it is made. Immutable. */
public interface EconomicStudy {
    /** Name of the kind, as {@code economy.type} of a scenario gives it. */
    String type();

    /** The model of one replication; everything in it follows from this study and the streams. */
    ReplicationModel model(EventKernel kernel, RandomStreams streams);
}
