package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The beacons of a node of a test: one of every epoch by a rule, with one anchor, or those that it follows, or none. */
final class TestBeacons implements BeaconPort {
    private @Nullable LongFunction<Beacon> rule;
    private @Nullable Chain anchor;
    private @Nullable FollowedBeacons followed;

    void rule(LongFunction<Beacon> beaconOfEpoch, Chain anchorOfAll) {
        rule = beaconOfEpoch;
        anchor = anchorOfAll;
    }

    void follow(Beacon first, Chain firstAnchor) {
        followed = new FollowedBeacons(first, encoded(firstAnchor));
    }

    static ByteString encoded(Chain chain) {
        return ByteString.of(ChainSegment.CODEC.encode(chain.page(chain.firstHeight(), chain.height())));
    }

    @Override
    public Optional<Beacon> of(long epoch) {
        if (rule != null) {
            return Optional.of(rule.apply(epoch));
        }
        return followed == null ? Optional.empty() : followed.of(epoch);
    }

    @Override
    public Optional<Beacon> newest(long epoch) {
        return followed == null ? of(epoch) : followed.newest(epoch);
    }

    @Override
    public Optional<ByteString> anchorChain(PeerId owner, Hash head) {
        if (followed != null) {
            return followed.anchorChain(owner, head);
        }
        return Optional.ofNullable(anchor)
                .filter(chain -> chain.checkpoint().hash().equals(head))
                .map(TestBeacons::encoded);
    }

    @Override
    public boolean follow(Beacon beacon, ByteString anchorChain) {
        return followed != null && followed.follow(beacon, anchorChain);
    }
}
