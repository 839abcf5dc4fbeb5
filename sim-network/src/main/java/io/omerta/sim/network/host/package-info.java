/**
 * Protocol machines on simulated nodes: virtual time, simulated links, a journal that survives crashes. May import the
 * network model, sim-core and protocol's host ports.
 */
@NullMarked
package io.omerta.sim.network.host;

import org.jspecify.annotations.NullMarked;
