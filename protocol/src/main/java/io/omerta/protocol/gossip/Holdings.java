package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.gossip.ConflictIndex.Findings;
import io.omerta.protocol.gossip.ItemStore.Held;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides which true items are worth keeping: of each chain the highest head, against each peer a few proofs, and of the
 * rest all for which there is room. What is kept of the first two does not depend on the order in which items came, so that
 * peers who have seen the same keep the same.
 */
final class Holdings {
    /** Proofs kept against one peer, those of the lowest identity: who forks once can fork a thousand times for free. */
    static final int PROOFS_PER_PEER = 8;

    /**
     * What became of an item.
     *
     * @param kept whether it is kept
     * @param dropped what is not kept any more
     * @param findings what it shows
     */
    record Change(boolean kept, List<Held> dropped, Findings findings) {}

    private final ItemStore store;
    private final ConflictIndex conflicts;
    private final SeenItems useless;
    private final TreeMap<PeerId, Hash> heads = new TreeMap<>();
    private final TreeMap<PeerId, TreeSet<Hash>> proofs = new TreeMap<>();

    Holdings(ItemStore store, int seenMax, ItemRules rules) {
        this.store = store;
        this.conflicts = new ConflictIndex(store, rules);
        this.useless = new SeenItems(seenMax);
    }

    /** Whether an item would not be kept even if it were true. */
    boolean isUseless(Claim claim) {
        if (claim instanceof Claim.Misconduct misconduct) {
            TreeSet<Hash> known = proofs.get(misconduct.proof().principal());
            if (known != null && known.size() == PROOFS_PER_PEER && known.last().compareTo(claim.identity()) < 0) {
                return true;
            }
        }
        return useless.contains(claim.identity());
    }

    /** Whether a proof against a peer is kept. */
    boolean isAccused(PeerId peer) {
        return proofs.containsKey(peer);
    }

    /** Takes a true item, or a better variant of one. */
    Change put(Held held) {
        Change change = new Change(true, new ArrayList<>(), new Findings(new ArrayList<>(), new ArrayList<>()));
        if (held.claim() instanceof Claim.Head head && !isHighest(held, head, change.dropped())) {
            useless.add(held.identity());
            return new Change(false, List.of(), change.findings());
        }
        store.put(held);
        if (held.claim() instanceof Claim.Head head) {
            heads.put(head.header().header().owner(), held.identity());
        } else if (held.claim() instanceof Claim.Misconduct misconduct) {
            limitProofs(held, misconduct.proof().principal(), change.dropped());
        }
        change.dropped().addAll(store.makeRoom());
        change.dropped().forEach(this::forget);
        if (held.claim() instanceof Claim.Result result && store.get(held.identity()) != null) {
            return new Change(true, change.dropped(), conflicts.add(held, result));
        }
        return change;
    }

    /** What has expired; it is not kept any more. */
    List<Held> expire(long nowMillis) {
        List<Held> expired = store.expire(nowMillis);
        for (Held held : expired) {
            forget(held);
            useless.add(held.identity());
        }
        return expired;
    }

    /** Drops the head that this one replaces, if it does. */
    private boolean isHighest(Held held, Claim.Head head, List<Held> dropped) {
        Hash identity = heads.get(head.header().header().owner());
        Held known = identity == null ? null : store.get(identity);
        if (known == null || !(known.claim() instanceof Claim.Head knownHead)) {
            return true;
        }
        SignedHeader seen = head.header();
        int byHeight =
                Long.compare(seen.header().height(), knownHead.header().header().height());
        if (byHeight < 0 || (byHeight == 0 && held.identity().compareTo(known.identity()) > 0)) {
            return false;
        }
        drop(known, dropped);
        return true;
    }

    private void limitProofs(Held held, PeerId principal, List<Held> dropped) {
        TreeSet<Hash> known = proofs.computeIfAbsent(principal, peer -> new TreeSet<>());
        known.add(held.identity());
        if (known.size() > PROOFS_PER_PEER) {
            drop(store.get(known.last()), dropped);
        }
    }

    private void drop(@Nullable Held held, List<Held> dropped) {
        if (held != null) {
            store.remove(held);
            useless.add(held.identity());
            dropped.add(held);
        }
    }

    private void forget(Held held) {
        if (held.claim() instanceof Claim.Result result) {
            conflicts.remove(held, result);
        } else if (held.claim() instanceof Claim.Head head) {
            heads.remove(head.header().header().owner(), held.identity());
        } else if (held.claim() instanceof Claim.Misconduct misconduct) {
            PeerId principal = misconduct.proof().principal();
            TreeSet<Hash> known = proofs.get(principal);
            if (known != null && known.remove(held.identity()) && known.isEmpty()) {
                proofs.remove(principal);
            }
        }
    }
}
