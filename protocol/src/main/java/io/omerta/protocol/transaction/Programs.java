package io.omerta.protocol.transaction;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.machine.TransactionSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The transactions that nodes take part in, with what guards their roles, and the chains that were read last. Nothing here is
 * one node's own: nodes that run in one thread, and use one hasher and verifier, share it.
 */
public final class Programs {
    /** Chains that one node remembers: one step asks several questions about the same bytes. */
    public static final int SEGMENTS_OF_ONE_NODE = 16;

    private final Map<String, Program> programs = new LinkedHashMap<>();
    private final SegmentReader segments;

    private Programs(SegmentReader segments) {
        this.segments = segments;
    }

    /**
     * @param transactions each id once
     * @param segmentsMax chains that are remembered, at least 1
     */
    public static Programs of(List<TransactionSpec> transactions, Hasher hasher, Verifier verifier, int segmentsMax) {
        Programs made = new Programs(new SegmentReader(hasher, verifier, segmentsMax));
        for (TransactionSpec transaction : transactions) {
            made.programs.put(transaction.model().id(), new Program(transaction, hasher, verifier));
        }
        return made;
    }

    /** Of one node alone. */
    public static Programs of(List<TransactionSpec> transactions, NodeIdentity identity) {
        return of(transactions, identity.hasher(), identity.verifier(), SEGMENTS_OF_ONE_NODE);
    }

    /** A transaction by its id, or null if nodes do not take part in it. */
    @Nullable
    Program find(String transaction) {
        return programs.get(transaction);
    }

    SegmentReader segments() {
        return segments;
    }
}
