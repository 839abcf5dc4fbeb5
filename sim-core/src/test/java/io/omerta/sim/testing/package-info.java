/**
 * Test support shared by the modules: tests over many seeds that say how to replay the one that failed.
 */
@NullMarked
package io.omerta.sim.testing;

import org.jspecify.annotations.NullMarked;
