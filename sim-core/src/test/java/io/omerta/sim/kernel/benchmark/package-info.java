/**
 * Benchmarks of the kernel, run by hand ({@code .ci/bench}), never as tests: the hold model (Vaucher and Duval, "A
 * comparison of simulation event list algorithms", 1975) on our queues, on a boxed {@code PriorityQueue} and on DSOL's own
 * event list.
 */
package io.omerta.sim.kernel.benchmark;
