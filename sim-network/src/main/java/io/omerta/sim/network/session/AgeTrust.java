package io.omerta.sim.network.session;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.transaction.ChainTrust;
import io.omerta.protocol.trust.AgeDerate;
import io.omerta.protocol.wire.PeerId;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Trust by age alone, as a chain shows it: its owner's since the first block, another's since it was first recorded. */
final class AgeTrust implements ChainTrust {
    @Override
    public long ownerMilli(List<Block> blocks) {
        return milli(blocks, blocks.get(0).timeMillis());
    }

    @Override
    public long peerMilli(List<Block> blocks, PeerId peer) {
        for (Block block : blocks) {
            if (PeerHead.in(block)
                    .filter(head -> head.head().owner().equals(peer))
                    .isPresent()) {
                return milli(blocks, block.timeMillis());
            }
        }
        return 0;
    }

    private static long milli(List<Block> blocks, long sinceMillis) {
        long untilMillis = blocks.get(blocks.size() - 1).timeMillis();
        return AgeDerate.milli(TimeUnit.MILLISECONDS.toDays(untilMillis - sinceMillis));
    }
}
