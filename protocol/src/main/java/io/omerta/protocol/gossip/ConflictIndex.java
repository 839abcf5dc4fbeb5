package io.omerta.protocol.gossip;

import io.omerta.protocol.gossip.ItemStore.Held;
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

    /** Two locks that together exceed the balance of one, unless the other is deducted from it already. */
    record Suspicion(LockItem one, LockItem other) {}

    private final ItemStore store;
    private final ItemRules rules;

    /** By slot and signer the first result that the signer signed there. */
    private final TreeMap<Hash, TreeMap<PeerId, Hash>> signed = new TreeMap<>();

    /** By consumer and identity of the item. */
    private final TreeMap<PeerId, TreeMap<Hash, LockClaim>> locks = new TreeMap<>();

    ConflictIndex(ItemStore store, ItemRules rules) {
        this.store = store;
        this.rules = rules;
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
            PeerId consumer = claim.lock().consumer();
            TreeMap<Hash, LockClaim> ofConsumer = locks.get(consumer);
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

    private void compare(Held held, LockClaim lock, Findings findings) {
        TreeMap<Hash, LockClaim> ofConsumer = locks.computeIfAbsent(lock.consumer(), consumer -> new TreeMap<>());
        if (ofConsumer.put(held.identity(), lock) != null) {
            return;
        }
        ofConsumer.forEach((identity, other) -> {
            Held known = store.get(identity);
            if (known != null && (DoubleLockRule.exceeds(lock, other) || DoubleLockRule.exceeds(other, lock))) {
                LockItem one = new LockItem(known.item(), other.consumer(), other.head());
                LockItem another = new LockItem(held.item(), lock.consumer(), lock.head());
                rules.doubleLock(one, another, List.of())
                        .ifPresentOrElse(findings.proofs()::add, () -> suspect(one, another, findings));
            }
        });
    }

    /** Of locks at one head everything is known. */
    private static void suspect(LockItem one, LockItem other, Findings findings) {
        if (!one.head().equals(other.head())) {
            findings.suspicions().add(new Suspicion(one, other));
        }
    }
}
