/**
 * One whole peer as one host machine: its sessions, its gossip, the exchange of chains and what it has verified of others,
 * over one link, one journal and one set of timers. A host that runs a {@link io.omerta.protocol.peer.Peer} needs no other
 * part of the protocol.
 *
 * <p>Imports {@code transaction}, {@code gossip} and what they rest on.
 */
@NullMarked
package io.omerta.protocol.peer;

import org.jspecify.annotations.NullMarked;
