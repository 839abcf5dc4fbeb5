package io.omerta.protocol.explore;

import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.StructuralHash;

/** Recognises states. */
final class Canonical {
    private final StructuralHash hash = new StructuralHash();
    private final boolean ordered;

    Canonical(boolean ordered) {
        this.ordered = ordered;
    }

    Fingerprint fingerprint(SystemState state) {
        return state.fingerprint(hash, ordered);
    }
}
