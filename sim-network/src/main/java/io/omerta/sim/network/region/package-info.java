/** Where nodes are and how they are attached: presets, regions, access types, and the assignment of nodes to them. */
@NullMarked
package io.omerta.sim.network.region;

import org.jspecify.annotations.NullMarked;
