/** What trade pays, what is burnt and minted, and who holds how much. */
@NullMarked
package io.omerta.sim.economics.money;

import org.jspecify.annotations.NullMarked;
