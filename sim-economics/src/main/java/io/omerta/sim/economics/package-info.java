/**
 * The economy of the mesh: identities that trade, vouch, cheat and are paid, day by day, for years. May import sim-core,
 * protocol and sim-agents.
 *
 * <p>Start with {@link io.omerta.sim.economics.study.EconomicStudy}. Each study is a value with its parameters; it makes the
 * model of one replication.
 */
@NullMarked
package io.omerta.sim.economics;

import org.jspecify.annotations.NullMarked;
