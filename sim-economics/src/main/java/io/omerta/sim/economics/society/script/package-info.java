/** Societies and the attacks on them, one to a file. */
@NullMarked
package io.omerta.sim.economics.society.script;

import org.jspecify.annotations.NullMarked;
