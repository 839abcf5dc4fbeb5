/**
 * Hashes and signatures of protocol values, as ports with implementations: real ones for nodes and high-fidelity runs, and
 * signatures without arithmetic for simulations of many peers. Also the sampling that several peers must repeat alike.
 * Imports only {@code io.omerta.protocol.wire} and the lightweight API of Bouncy Castle.
 */
@NullMarked
package io.omerta.protocol.crypto;

import org.jspecify.annotations.NullMarked;
