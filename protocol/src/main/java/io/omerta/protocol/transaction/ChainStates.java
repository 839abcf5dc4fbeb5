package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.PeerHeads;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.util.List;
import java.util.TreeMap;

/** The {@code ChainState} of {@code shared/cabal.omt}: what a chain says of its owner up to a block. */
final class ChainStates {
    private static final String SESSION_OPENED = "SESSION_OPENED";

    private static final StructShape SHAPE = StructShape.of(
            "ChainState", "owner", "height", "head", "trust_milli", "known_peers", "peer_trust_milli", "interactions");

    private final ChainTrust trust;

    ChainStates(ChainTrust trust) {
        this.trust = trust;
    }

    /**
     * @param blocks verified, from the first one on, at least one
     * @param head hash of the last
     */
    Struct of(List<Block> blocks, Hash head) {
        Block last = blocks.get(blocks.size() - 1);
        List<PeerId> peers = List.copyOf(PeerHeads.in(blocks, Long.MAX_VALUE).peers());
        TreeMap<PeerId, Value> trusts = new TreeMap<>();
        for (PeerId peer : peers) {
            trusts.put(peer, new Value.Int(trust.peerMilli(blocks, peer)));
        }
        return Struct.of(
                SHAPE,
                last.owner(),
                new Value.Int(last.height()),
                head,
                new Value.Int(trust.ownerMilli(blocks)),
                ValueList.of(peers),
                ValueMap.of(trusts),
                ValueMap.of(interactions(blocks)));
    }

    /** In how many sessions of the owner each peer was a witness. */
    private static TreeMap<Value, Value> interactions(List<Block> blocks) {
        TreeMap<Value, Long> counts = new TreeMap<>();
        for (Block block : blocks) {
            if (block.type().equals(SESSION_OPENED) && block.body().get("witnesses") instanceof ValueList witnesses) {
                witnesses.elements().stream()
                        .filter(PeerId.class::isInstance)
                        .forEach(witness -> counts.merge(witness, 1L, Long::sum));
            }
        }
        TreeMap<Value, Value> interactions = new TreeMap<>();
        counts.forEach((peer, count) -> interactions.put(peer, new Value.Int(count)));
        return interactions;
    }
}
