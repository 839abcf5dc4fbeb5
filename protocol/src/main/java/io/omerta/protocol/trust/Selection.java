package io.omerta.protocol.trust;

import io.omerta.protocol.wire.PeerId;
import java.util.List;

/** What came of drawing witnesses. */
public sealed interface Selection {
    /**
     * Witnesses are drawn.
     *
     * @param witnesses in the order in which they were drawn
     * @param reserves all others, in the order in which they are asked when witnesses are replaced or more are recruited
     */
    record Drawn(List<PeerId> witnesses, List<PeerId> reserves) implements Selection {
        public Drawn {
            witnesses = List.copyOf(witnesses);
            reserves = List.copyOf(reserves);
        }
    }

    /**
     * There are too few to draw from.
     *
     * @param eligible who may be drawn
     * @param ofHighTrust how many of them are of high trust
     */
    record TooFew(int eligible, int ofHighTrust, SelectionRules rules) implements Selection {
        /** What is missing, in one line. */
        public String message() {
            return eligible + " candidates, of whom " + ofHighTrust + " are of high trust; at least "
                    + rules.candidatesMin() + " and " + rules.highTrustMin() + " are needed";
        }
    }
}
