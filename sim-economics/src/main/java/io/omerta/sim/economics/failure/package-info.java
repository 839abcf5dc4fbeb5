/**
 * Nine ways in which the published rules of trust were expected to fail, each measured alike: what the attack returns against
 * honest use of the same machine, and what it costs honest parties.
 */
@NullMarked
package io.omerta.sim.economics.failure;

import org.jspecify.annotations.NullMarked;
