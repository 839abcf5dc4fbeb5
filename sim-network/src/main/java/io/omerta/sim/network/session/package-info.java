/**
 * Sessions of the protocol in the simulator: who takes part, what their owners want, and the nodes that run the machines
 * over the network model. What is checked of them is in {@code check}, how nodes misbehave in {@code behaviour}.
 */
@NullMarked
package io.omerta.sim.network.session;

import org.jspecify.annotations.NullMarked;
