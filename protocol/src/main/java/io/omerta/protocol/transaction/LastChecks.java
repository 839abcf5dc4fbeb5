package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.OptionalLong;
import java.util.TreeMap;

/** When a node took part in checks of others that came to something, as its chain records it. Mutable; of one chain. */
final class LastChecks {
    private static final String RECORD = "CHECK_RECORD";

    private final TreeMap<PeerId, Long> millisBySubject = new TreeMap<>();

    /** @param block of the own chain, so that its signatures were verified when it was written */
    void observe(Block block) {
        if (block.type().equals(RECORD)
                && block.body().get("result") instanceof Struct result
                && result.get("shares") instanceof ValueList shares
                && result.get("decision") instanceof Struct decision
                && decision.get("subject") instanceof PeerId subject
                && decision.get("outcome") instanceof Value.EnumMember outcome
                && decision.get("witnesses") instanceof ValueList witnesses
                && decision.get("timestamp") instanceof Value.Timestamp time
                && !outcome.name().equals(CheckOutcome.PARTIAL.name())
                && shares.size() >= Cabal.quorumOf(witnesses.size())) {
            millisBySubject.merge(subject, time.millis(), Math::max);
        }
    }

    /** Time of the last check of a peer, in milliseconds. */
    OptionalLong millis(PeerId subject) {
        Long millis = millisBySubject.get(subject);
        return millis == null ? OptionalLong.empty() : OptionalLong.of(millis);
    }
}
