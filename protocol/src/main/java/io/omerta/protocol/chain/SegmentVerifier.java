package io.omerta.protocol.chain;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies segments of anyone's chain, recomputing every hash and checking every signature. */
public final class SegmentVerifier {
    private final Hasher hasher;
    private final Verifier verifier;

    public SegmentVerifier(Hasher hasher, Verifier verifier) {
        this.hasher = hasher;
        this.verifier = verifier;
    }

    /** Whether every block keeps every {@link ChainRule}, and if not, which is the first that does not. */
    public SegmentVerdict verify(ChainSegment segment, Anchor anchor) {
        List<Hash> hashes = new ArrayList<>();
        Place place = Place.first(anchor, segment.blocks().get(0));
        for (int i = 0; i < segment.blocks().size(); i++) {
            Block block = segment.blocks().get(i);
            Hash hash = block.header(hasher).hash(hasher);
            ChainRule broken = broken(block, hash, place);
            if (broken == null
                    && i == 0
                    && anchor instanceof Anchor.From from
                    && !hash.equals(from.block().hash())) {
                broken = ChainRule.ANCHOR;
            }
            if (broken != null) {
                return new SegmentVerdict.Invalid(i, block.height(), broken);
            }
            hashes.add(hash);
            place = new Place(anchor.owner(), block.height() + 1, hash, block.timeMillis());
        }
        return new SegmentVerdict.Valid(new VerifiedSegment(segment, hashes));
    }

    /** The first rule that a block breaks, the signature last because it costs most, or null. */
    private @Nullable ChainRule broken(Block block, Hash hash, Place place) {
        if (!block.owner().equals(place.owner())) {
            return ChainRule.OWNER;
        }
        if (block.height() != place.height()) {
            return ChainRule.HEIGHT;
        }
        if (!block.previous().equals(place.previous())) {
            return ChainRule.PREVIOUS_HASH;
        }
        if (block.timeMillis() < place.notBeforeMillis()) {
            return ChainRule.TIME;
        }
        boolean genesis = block.height() == 0
                ? block.body().equals(Chain.genesisBody())
                : !block.type().equals(Block.GENESIS);
        if (!genesis) {
            return ChainRule.GENESIS;
        }
        return verifier.verify(block.owner(), hash, block.signature()) ? null : ChainRule.SIGNATURE;
    }

    /** What a block must fit to. */
    private record Place(PeerId owner, long height, Hash previous, long notBeforeMillis) {
        /** What the first block must fit to. If it is itself known, it is held to what it says: its hash tells the rest. */
        static Place first(Anchor anchor, Block first) {
            if (anchor instanceof Anchor.After after) {
                return new Place(
                        anchor.owner(),
                        after.block().height() + 1,
                        after.block().hash(),
                        after.timeMillis());
            }
            if (anchor instanceof Anchor.From from) {
                return new Place(anchor.owner(), from.block().height(), first.previous(), 0);
            }
            return new Place(anchor.owner(), 0, BlockHeader.NO_BLOCK, 0);
        }
    }
}
