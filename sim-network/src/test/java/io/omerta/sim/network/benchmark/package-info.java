/** Benchmarks of the network model, run by hand ({@code .ci/bench}), never as tests. */
package io.omerta.sim.network.benchmark;
