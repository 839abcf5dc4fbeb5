/**
 * What the nodes of a simulation do. A workload is an ordinary user of the network: it declares kinds of messages and
 * timers, sends, and observes. To add one, add its specification to {@link
 * io.omerta.sim.network.workload.WorkloadSpec} and its class to {@link io.omerta.sim.network.workload.Workload#of}.
 */
@NullMarked
package io.omerta.sim.network.workload;

import org.jspecify.annotations.NullMarked;
