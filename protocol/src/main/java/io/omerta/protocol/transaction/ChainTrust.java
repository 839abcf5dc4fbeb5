package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.wire.PeerId;
import java.util.List;

/**
 * Port: the trust that a chain shows. A function of the blocks alone: all who read the same blocks must come to the same
 * result, because witnesses are drawn and locks are signed by it.
 */
public interface ChainTrust {
    /** Trust in the owner of the chain, thousandths, at least 0. */
    long ownerMilli(List<Block> blocks);

    /** Trust in another peer, thousandths, at least 0. */
    long peerMilli(List<Block> blocks, PeerId peer);
}
