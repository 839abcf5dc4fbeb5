/**
 * How signed results and proofs of misconduct reach every peer. Items are verified before they are kept or passed on;
 * new ones are pushed along with keepalives, and what that misses is found by comparing with one neighbour at a time.
 * Items that contradict each other become a proof, which travels ahead of everything else.
 *
 * <p>Imports {@code wire}, {@code crypto} and {@code chain}. {@link
 * io.omerta.protocol.gossip.GossipNode} is the whole of a peer's gossip as one state machine, without I/O or clock.
 */
@NullMarked
package io.omerta.protocol.gossip;

import org.jspecify.annotations.NullMarked;
