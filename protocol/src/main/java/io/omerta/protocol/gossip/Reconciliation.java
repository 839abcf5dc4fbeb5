package io.omerta.protocol.gossip;

import io.omerta.protocol.crypto.SeededSampling;
import io.omerta.protocol.gossip.ItemStore.Held;
import io.omerta.protocol.wire.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds what two peers do not both have, by comparing their trees from the root down.
 *
 * <p>Most comparisons find nothing, and these decide the cost: with 1,000 items peers that agree exchange 93 bytes; to find
 * one difference takes 1.0 kB, to find ten 3.6 kB. A Bloom filter with 1 % of false positives takes 1.2 kB each time, grows
 * with all that both have, and hides one item in a hundred. A table that can be subtracted (IBLT) takes 0.2 to 0.6 kB, but
 * must be sized for a difference that nobody knows beforehand, and who sends it can make it fail.
 *
 * <p>Where a limit forces a choice, it is drawn at random: an item that a neighbour will not take must not stand in the way
 * of those behind it for ever.
 */
final class Reconciliation {
    /** After so many bytes of items an answer is complete; the next comparison brings the rest. */
    static final int ANSWER_BYTES = 1 << 16;

    private final ItemStore store;
    private final SeededSampling draws;

    Reconciliation(ItemStore store, SeededSampling draws) {
        this.store = store;
        this.draws = draws;
    }

    /** The first step. */
    Reconcile begin() {
        return new Reconcile(List.of(Probe.summary(store.marks(), Probe.ROOT)), List.of(), List.of());
    }

    /** The next step after one of a neighbour; it says nothing if there is none. */
    Reconcile answer(Reconcile step) {
        List<ByteString> different = new ArrayList<>();
        TreeSet<Mark> wanted = new TreeSet<>();
        TreeSet<Mark> surplus = new TreeSet<>(step.wanted());
        for (Probe probe : step.probes()) {
            ByteString prefix = probe.prefix();
            switch (probe.kind()) {
                case SUMMARY -> compare(prefix, probe.marks().get(0), different);
                case PARTS -> {
                    for (int digit = 0; digit < KeyTree.FANOUT; digit++) {
                        compare(Probe.part(prefix, digit), probe.marks().get(digit), different);
                    }
                }
                case MARKS -> compare(prefix, new TreeSet<>(probe.marks()), different, wanted, surplus);
            }
        }
        List<Probe> probes = new ArrayList<>();
        some(different, Reconcile.PROBES_MAX).forEach(prefix -> probes.add(Probe.description(store.marks(), prefix)));
        return new Reconcile(
                probes,
                some(List.copyOf(wanted), Reconcile.WANTED_MAX),
                items(some(List.copyOf(surplus), Reconcile.ITEMS_MAX)));
    }

    private void compare(ByteString prefix, Mark theirs, List<ByteString> different) {
        if (!store.marks().summary(prefix.toByteArray()).equals(theirs)) {
            different.add(prefix);
        }
    }

    /** A part that is small there but large here is described instead of listed, so that no probe asks for much work. */
    private void compare(
            ByteString prefix,
            TreeSet<Mark> theirs,
            List<ByteString> different,
            TreeSet<Mark> wanted,
            TreeSet<Mark> surplus) {
        byte[] digits = prefix.toByteArray();
        if (store.marks().size(digits) > KeyTree.LEAF_MARKS_MAX) {
            different.add(prefix);
            return;
        }
        TreeSet<Mark> ours = store.marks().marks(digits);
        theirs.stream().filter(mark -> !ours.contains(mark)).forEach(wanted::add);
        ours.stream().filter(mark -> !theirs.contains(mark)).forEach(surplus::add);
    }

    private <T> List<T> some(List<T> of, int max) {
        return of.size() <= max ? of : draws.sample(of, max);
    }

    private List<GossipItem> items(List<Mark> marks) {
        List<GossipItem> items = new ArrayList<>();
        int bytes = 0;
        for (Mark mark : marks) {
            Held held = store.get(mark);
            if (held != null && (items.isEmpty() || bytes + held.bytes() <= ANSWER_BYTES)) {
                items.add(held.item());
                bytes += held.bytes();
            }
        }
        return items;
    }
}
