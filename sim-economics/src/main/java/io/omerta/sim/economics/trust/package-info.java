/** Trust in identities: what it follows from, and the rules by which it does. */
@NullMarked
package io.omerta.sim.economics.trust;

import org.jspecify.annotations.NullMarked;
