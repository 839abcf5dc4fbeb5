/**
 * The network model: nodes that send messages over links with delay, bandwidth and loss, while faults come and go. May
 * import sim-core and protocol's host ports.
 *
 * <p>Start with {@link io.omerta.sim.network.Network}. Rooms: {@code region} (who lives where), {@code delay}
 * (propagation laws), {@code fault} (what goes wrong), {@code observe} (delays and traffic counted), {@code overlay} (who
 * is linked to whom), {@code host} (protocol machines on simulated nodes), {@code workload} (what nodes do).
 */
@NullMarked
package io.omerta.sim.network;

import org.jspecify.annotations.NullMarked;
