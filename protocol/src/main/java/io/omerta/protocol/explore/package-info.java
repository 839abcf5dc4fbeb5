/**
 * Explores every run of a small session of one transaction: all orders of messages, timers and calls, with a budget of
 * faults and lies. The machines are those of {@link io.omerta.protocol.machine}, stepped by the very function that the
 * node runs; around them hashes and signatures are symbolic, time stands still or jumps, and what a host would
 * answer is chosen from a few values.
 *
 * <p>{@link io.omerta.protocol.explore.Explorer} is the door. Pure and single-threaded: budgets are numbers of states and
 * moves, never time. Imports {@code machine}, {@code language.model}, {@code wire} and {@code crypto}.
 */
@NullMarked
package io.omerta.protocol.explore;

import org.jspecify.annotations.NullMarked;
