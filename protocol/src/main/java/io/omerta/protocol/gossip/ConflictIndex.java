package io.omerta.protocol.gossip;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.gossip.ItemStore.Held;
import io.omerta.protocol.ledger.DoubleLockEvidence;
import io.omerta.protocol.ledger.SignedLock;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the results that contradict each other among those that a peer keeps. What decides is who signed: of two results
 * without a common signer at least one is of a made-up cabal, and nobody can fill the place of a signer but that signer.
 */
final class ConflictIndex {
    /** What an item shows together with those before it. */
    record Findings(List<ConflictProof> proofs, List<Suspicion> suspicions) {}

    /** Two locks that together exceed the balance of the later one, unless the first is deducted from it already. */
    record Suspicion(SignedLock earlier, SignedLock later) {}

    private final ItemStore store;
    private final Hasher hasher;
    private final Verifier verifier;

    /** By slot and signer the first result that the signer signed there. */
    private final TreeMap<Hash, TreeMap<PeerId, Hash>> signed = new TreeMap<>();

    /** By consumer and identity of the item. */
    private final TreeMap<PeerId, TreeMap<Hash, SignedLock>> locks = new TreeMap<>();

    ConflictIndex(ItemStore store, Hasher hasher, Verifier verifier) {
        this.store = store;
        this.hasher = hasher;
        this.verifier = verifier;
    }

    /** Takes note of a result, or of more signatures of one. */
    Findings add(Held held, Claim.Result claim) {
        Findings findings = new Findings(new ArrayList<>(), new ArrayList<>());
        TreeSet<Hash> others = new TreeSet<>();
        TreeMap<PeerId, Hash> bySigner = signed.computeIfAbsent(claim.slot(), slot -> new TreeMap<>());
        for (PeerId signer : held.item().signers()) {
            Hash other = bySigner.putIfAbsent(signer, held.identity());
            if (other != null && !other.equals(held.identity())) {
                others.add(other);
            }
        }
        for (Hash identity : others) {
            Held other = store.get(identity);
            if (other != null) {
                findings.proofs().add(contradiction(held, other));
            }
        }
        if (claim.lock() != null) {
            compare(held, claim.lock(), findings);
        }
        return findings;
    }

    void remove(Held held, Claim.Result claim) {
        TreeMap<PeerId, Hash> bySigner = signed.get(claim.slot());
        if (bySigner != null) {
            bySigner.values().removeIf(held.identity()::equals);
            if (bySigner.isEmpty()) {
                signed.remove(claim.slot());
            }
        }
        if (claim.lock() != null) {
            PeerId consumer = claim.lock().result().reservation().consumer();
            TreeMap<Hash, SignedLock> ofConsumer = locks.get(consumer);
            if (ofConsumer != null && ofConsumer.remove(held.identity()) != null && ofConsumer.isEmpty()) {
                locks.remove(consumer);
            }
        }
    }

    private static ConflictProof contradiction(Held one, Held other) {
        boolean inOrder = one.identity().compareTo(other.identity()) < 0;
        return new ConflictProof.Contradiction(
                inOrder
                        ? new ContradictoryResults(one.item(), other.item())
                        : new ContradictoryResults(other.item(), one.item()));
    }

    private void compare(Held held, SignedLock lock, Findings findings) {
        TreeMap<Hash, SignedLock> ofConsumer =
                locks.computeIfAbsent(lock.result().reservation().consumer(), consumer -> new TreeMap<>());
        if (ofConsumer.put(held.identity(), lock) != null) {
            return;
        }
        for (SignedLock other : ofConsumer.values()) {
            DoubleLockEvidence.between(lock, other, List.of(), hasher, verifier)
                    .ifPresentOrElse(
                            evidence -> findings.proofs().add(new ConflictProof.DoubleLock(evidence)),
                            () -> suspect(lock, other, findings));
        }
    }

    private static void suspect(SignedLock one, SignedLock other, Findings findings) {
        boolean inOrder = one.result().consumerHead().height()
                <= other.result().consumerHead().height();
        SignedLock earlier = inOrder ? one : other;
        SignedLock later = inOrder ? other : one;
        long leftMicros =
                later.result().balanceMicros() - later.result().reservation().micros();
        if (!one.result().consumerHead().equals(other.result().consumerHead())
                && !one.result()
                        .reservation()
                        .session()
                        .equals(other.result().reservation().session())
                && one.result().reservation().overlaps(other.result().reservation())
                && earlier.result().reservation().micros() > leftMicros) {
            findings.suspicions().add(new Suspicion(earlier, later));
        }
    }
}
