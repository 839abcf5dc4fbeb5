package io.omerta.protocol.transaction;

import io.omerta.protocol.gossip.ConflictProof;

/** Port: where a node hands proofs that its sessions have come upon. Each was checked; the same one may come again. */
public interface EvidenceSink {
    /** A proof that gossip carries, see {@link ConflictProof#toItem}. */
    void conflict(ConflictProof proof);

    /** Any other proof. */
    void discrepancy(Discrepancy discrepancy);
}
