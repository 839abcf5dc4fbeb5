package io.omerta.protocol.gossip;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What witnesses decided.
 *
 * @param hash by which other results name it
 * @param signers of the witnesses
 * @param timeMillis when: the lower median of what they signed
 */
public record Decided(Hash hash, Struct decision, SortedSet<PeerId> signers, long timeMillis) {
    public Decided {
        signers = Collections.unmodifiableSortedSet(new TreeSet<>(signers));
    }
}
