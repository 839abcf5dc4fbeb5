package io.omerta.protocol.chain;

import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Witnesses who decide together, and how many of them it takes.
 *
 * @param members at least one, distinct, in rising order
 */
public record Cabal(List<PeerId> members) {
    /** Most members, so that what they sign stays bounded. */
    public static final int MEMBERS_MAX = 64;

    /** A cabal as part of a record. */
    public static final TypeDescriptor TYPE = new TypeDescriptor.ListOf(TypeDescriptor.Primitive.PEER_ID);

    private static final int QUORUM_MIN = 3;
    private static final int CONSENSUS_PERCENT = 67;

    public Cabal {
        members = List.copyOf(members);
        if (members.isEmpty() || members.size() > MEMBERS_MAX) {
            throw new IllegalArgumentException(
                    "a cabal has 1 to " + MEMBERS_MAX + " members, but " + members.size() + " were given");
        }
        requireRising(members);
    }

    /** The cabal of these witnesses, in whichever order they are given. */
    public static Cabal of(Collection<PeerId> members) {
        return new Cabal(List.copyOf(new TreeSet<>(members)));
    }

    /**
     * How many members decide: two thirds, and at least 3. Any two quorums then share more members than can be liars if
     * fewer than a third are, so that no two opposite decisions are possible; and the honest ones suffice to decide.
     */
    public int quorum() {
        return quorumOf(members.size());
    }

    /** The {@link #quorum} of so many members. */
    public static int quorumOf(int members) {
        return Math.max(QUORUM_MIN, (CONSENSUS_PERCENT * members + 99) / 100);
    }

    public boolean contains(PeerId peer) {
        return Collections.binarySearch(members, peer) >= 0;
    }

    /** A value of {@link #TYPE}. */
    public ValueList toValue() {
        return ValueList.of(members);
    }

    /**
     * The cabal of a value of {@link #TYPE}.
     *
     * @throws IllegalArgumentException if the members are not in order
     */
    public static Cabal fromValue(Value value) {
        List<PeerId> members = new ArrayList<>();
        ((ValueList) value).elements().forEach(member -> members.add((PeerId) member));
        return new Cabal(members);
    }

    static void requireRising(List<PeerId> peers) {
        for (int i = 1; i < peers.size(); i++) {
            if (peers.get(i - 1).compareTo(peers.get(i)) >= 0) {
                throw new IllegalArgumentException(
                        "peers are distinct and in rising order, but " + peers.get(i) + " follows " + peers.get(i - 1));
            }
        }
    }
}
