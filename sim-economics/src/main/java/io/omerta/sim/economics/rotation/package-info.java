/** Changing identities: what part of its wealth somebody with a bad name can move to a fresh identity with a good one. */
@NullMarked
package io.omerta.sim.economics.rotation;

import org.jspecify.annotations.NullMarked;
