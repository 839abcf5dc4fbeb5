package io.omerta.protocol.gossip;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;

/**
 * What witnesses decided.
 *
 * @param hash by which other results name it
 */
public record Decided(Hash hash, Struct decision) {}
