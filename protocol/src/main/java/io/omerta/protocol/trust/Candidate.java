package io.omerta.protocol.trust;

import io.omerta.protocol.wire.PeerId;

/**
 * A peer that may be asked to witness.
 *
 * @param trustMilli in thousandths, as computed from the verified segment
 * @param priorInteractions sessions that it shared with one of the parties, at least 0
 */
public record Candidate(PeerId peer, long trustMilli, int priorInteractions) {
    public Candidate {
        if (priorInteractions < 0) {
            throw new IllegalArgumentException("prior interactions are at least 0, but were " + priorInteractions);
        }
    }
}
