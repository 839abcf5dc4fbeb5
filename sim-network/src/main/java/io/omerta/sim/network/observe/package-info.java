/**
 * Observers that count what the network does, in bounded memory: delays by region and by kind of message, traffic and
 * drops over time. May import the network model and sim-core.
 */
@NullMarked
package io.omerta.sim.network.observe;

import org.jspecify.annotations.NullMarked;
