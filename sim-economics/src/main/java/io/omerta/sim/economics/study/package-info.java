/** What every study of the economy is made of. */
@NullMarked
package io.omerta.sim.economics.study;

import org.jspecify.annotations.NullMarked;
