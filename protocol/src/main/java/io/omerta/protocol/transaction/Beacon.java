package io.omerta.protocol.transaction;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;

/**
 * What decides the draws of one epoch: the {@code Beacon} of {@code shared/beacon.omt}.
 *
 * @param epoch number of the epoch, at least 0
 * @param value known to nobody before the epoch begins
 * @param anchor whose chain names the candidates
 * @param anchorHead the last block of that chain that counts
 */
public record Beacon(long epoch, Hash value, PeerId anchor, Hash anchorHead) {
    /** The domain of {@code HASH} in protocol files. */
    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");

    private static final StructShape SHAPE = StructShape.of("Beacon", "epoch", "value", "anchor", "anchor_head");

    public Beacon {
        if (epoch < 0) {
            throw new IllegalArgumentException("the number of an epoch is at least 0, but was " + epoch);
        }
    }

    /** The session in which a peer would begin the check of another in this epoch: its ticket in the lottery. */
    public Hash ticket(PeerId triggerPeer, PeerId subject, Hasher hasher) {
        return hasher.hash(TUPLE, ValueList.of(triggerPeer, subject, new Value.Int(epoch), value));
    }

    /** The session in which the beacon of an epoch is made under this one. */
    public Hash making(long next, Hasher hasher) {
        return hasher.hash(TUPLE, ValueList.of(new Value.Int(next), value));
    }

    /** @param struct of the type, as a codec of a transaction has admitted it */
    static Beacon of(Struct struct) {
        return new Beacon(((Value.Int) struct.get(0)).value(), (Hash) struct.get(1), (PeerId) struct.get(2), (Hash)
                struct.get(3));
    }

    Struct toStruct() {
        return Struct.of(SHAPE, new Value.Int(epoch), value, anchor, anchorHead);
    }
}
