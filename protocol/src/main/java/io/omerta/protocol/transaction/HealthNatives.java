package io.omerta.protocol.transaction;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.trust.Suspicion;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/** The native functions of transaction 05: what chains say of a peer's health. */
public final class HealthNatives {
    private static final String HEALTH = "omerta.health";
    private static final StructShape SHAPE = StructShape.of("Health", "suspicion", "interval_seconds", "due_at");

    private final CheckProofs proofs;
    private final SegmentReader segments;

    private HealthNatives(CheckProofs proofs, SegmentReader segments) {
        this.proofs = proofs;
        this.segments = segments;
    }

    /**
     * A library with these functions added.
     *
     * @param health transaction 05
     */
    public static NativeLibrary added(NativeLibrary library, TransactionSpec health, NodeIdentity identity) {
        HealthNatives natives = new HealthNatives(
                new CheckProofs(health, identity.hasher(), identity.verifier()),
                new SegmentReader(identity.hasher(), identity.verifier(), Programs.SEGMENTS_OF_ONE_NODE));
        return library.with(HEALTH, "health_at", natives::healthAt)
                .with(HEALTH, "suspicion_after", natives::suspicionAfter)
                .with(HEALTH, "last_check", HealthNatives::lastCheck);
    }

    private Value healthAt(NativeCall at, List<Value> arguments) {
        HealthHistory history = history(arguments);
        Suspicion suspicion = history.suspicion();
        return Struct.of(
                SHAPE,
                new Value.Int(suspicion.score()),
                new Value.Int(suspicion.intervalSeconds()),
                new Value.Timestamp(history.dueMillis()));
    }

    private Value suspicionAfter(NativeCall at, List<Value> arguments) {
        HealthHistory history = history(arguments);
        history.add(at.session(), CheckOutcome.of(arguments.get(4)));
        return new Value.Int(history.suspicion().score());
    }

    private HealthHistory history(List<Value> arguments) {
        TreeSet<PeerId> candidates = new TreeSet<>();
        ((ValueList) arguments.get(1)).elements().forEach(peer -> candidates.add((PeerId) peer));
        HealthHistory history =
                new HealthHistory(proofs, candidates, (PeerId) arguments.get(2), millis(arguments.get(3)));
        for (Value element : ((ValueList) arguments.get(0)).elements()) {
            Struct evidence = (Struct) element;
            segments.upTo((ByteString) evidence.get(2), (Hash) evidence.get(1))
                    .filter(blocks -> blocks.get(0).owner().equals(evidence.get(0)))
                    .ifPresent(history::read);
        }
        return history;
    }

    private static Value lastCheck(NativeCall at, List<Value> arguments) {
        OptionalLong last = at.chain().lastChecks().millis((PeerId) arguments.get(0));
        return last.isPresent() ? new Value.Timestamp(last.getAsLong()) : Value.Absent.INSTANCE;
    }

    private static long millis(Value value) {
        return ((Value.Timestamp) value).millis();
    }
}
