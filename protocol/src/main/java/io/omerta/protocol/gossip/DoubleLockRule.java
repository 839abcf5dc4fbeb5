package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.Anchor;
import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.Checkpoint;
import io.omerta.protocol.chain.SegmentVerdict;
import io.omerta.protocol.chain.SegmentVerifier;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.Hash;
import java.util.List;
import java.util.Objects;

/** Whether two locks contradict each other, whoever signed them. */
final class DoubleLockRule {
    /** The type of the block by which a consumer records a lock, with the session in the field {@code session_id}. */
    private static final String LOCK_BLOCK = "BALANCE_LOCK";

    private final SegmentVerifier segments;

    DoubleLockRule(Hasher hasher, Verifier verifier) {
        this.segments = new SegmentVerifier(hasher, verifier);
    }

    /** Whether the funds do not suffice for both, should the second not be net of the first. */
    static boolean exceeds(LockClaim first, LockClaim second) {
        long balanceMicros = first.head().equals(second.head())
                ? Math.max(first.balanceMicros(), second.balanceMicros())
                : second.balanceMicros();
        return first.consumer().equals(second.consumer())
                && !first.session().equals(second.session())
                && first.micros() > balanceMicros - second.micros();
    }

    /** Whether the consumer asked for the second lock before its chain recorded the first. */
    boolean isDoubled(LockClaim first, LockClaim second, List<Block> between) {
        if (!exceeds(first, second)) {
            return false;
        }
        if (between.isEmpty()) {
            return first.head().equals(second.head()) && first.session().compareTo(second.session()) < 0;
        }
        return isPath(first, second.head(), between)
                && between.stream().noneMatch(block -> records(block, first.session()));
    }

    private boolean isPath(LockClaim first, Hash to, List<Block> between) {
        long height = between.get(0).height() - 1;
        if (height < 0) {
            return false;
        }
        Anchor anchor = new Anchor.After(new Checkpoint(first.consumer(), height, first.head()), 0);
        return segments.verify(new ChainSegment(between), anchor) instanceof SegmentVerdict.Valid valid
                && valid.segment().checkpoint().hash().equals(to);
    }

    private static boolean records(Block block, Hash session) {
        return block.type().equals(LOCK_BLOCK)
                && Objects.equals(session, block.body().get("session_id"));
    }
}
