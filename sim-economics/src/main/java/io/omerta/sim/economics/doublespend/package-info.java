/** Spending the same coins twice: who notices, how soon, what it pays, and how two conflicting payments race. */
@NullMarked
package io.omerta.sim.economics.doublespend;

import org.jspecify.annotations.NullMarked;
