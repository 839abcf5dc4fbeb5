package io.omerta.protocol.trust;

import io.omerta.protocol.chain.PeerHeads;
import io.omerta.protocol.wire.PeerId;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Those among whom witnesses are drawn, in an order on which all agree.
 *
 * @param all in rising order of their ids, one candidate for each
 */
public record Candidates(List<Candidate> all) {
    public Candidates {
        TreeMap<PeerId, Candidate> sorted = new TreeMap<>();
        for (Candidate candidate : all) {
            if (sorted.put(candidate.peer(), candidate) != null) {
                throw new IllegalArgumentException(candidate.peer() + " is a candidate twice");
            }
        }
        all = List.copyOf(sorted.values());
    }

    /**
     * Everyone of whom a chain has a record: computed by each party from the verified segment, never taken from the other's
     * list.
     *
     * @param heads records in the segment, as far as they are old enough
     * @param trustMilli of a peer, in thousandths, by the same segment
     * @param priorInteractions of a peer with the parties, by the same segment
     */
    public static Candidates of(
            PeerHeads heads, ToLongFunction<PeerId> trustMilli, ToIntFunction<PeerId> priorInteractions) {
        return new Candidates(heads.peers().stream()
                .map(peer -> new Candidate(peer, trustMilli.applyAsLong(peer), priorInteractions.applyAsInt(peer)))
                .toList());
    }

    /**
     * Those who may be drawn.
     *
     * @param excluded the parties, and whoever draws
     */
    public Candidates eligible(Collection<PeerId> excluded, SelectionRules rules) {
        return new Candidates(all.stream()
                .filter(candidate -> !excluded.contains(candidate.peer())
                        && candidate.priorInteractions() <= rules.priorInteractionsMax())
                .toList());
    }

    /** How many of them another chain has a record of: a consumer does not rely on strangers alone. */
    public long knownTo(PeerHeads heads) {
        return all.stream()
                .filter(candidate -> heads.of(candidate.peer()).isPresent())
                .count();
    }
}
