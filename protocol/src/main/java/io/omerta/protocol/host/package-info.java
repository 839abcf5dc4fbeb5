/**
 * The sans-IO contract: what a protocol machine is given and what it may ask for. A host (simulated or live) delivers
 * inputs and carries out effects; a machine has no other source of time, randomness or I/O.
 */
@NullMarked
package io.omerta.protocol.host;

import org.jspecify.annotations.NullMarked;
