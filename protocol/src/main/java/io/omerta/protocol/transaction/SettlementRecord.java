package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.ledger.Settlement;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A settlement that a quorum of its own cabal has signed. Whether that is the cabal of the session's lock, the lock tells.
 *
 * @param lock hash of the decision by which the escrow was locked
 * @param cabal all witnesses that it names
 * @param isAttested by a whole or by partial attestations
 * @param reason for which the session ended, or null if the cabal attested none
 * @param paidSeconds time that the price is for
 * @param parts of the escrow
 * @param signers members of the cabal, at least a quorum
 * @param timeMillis when it was signed, the lower median of what the signers say
 */
record SettlementRecord(
        Hash session,
        Hash lock,
        PeerId consumer,
        PeerId provider,
        Cabal cabal,
        boolean isAttested,
        @Nullable String reason,
        long paidSeconds,
        Settlement parts,
        SortedSet<PeerId> signers,
        long timeMillis) {}
