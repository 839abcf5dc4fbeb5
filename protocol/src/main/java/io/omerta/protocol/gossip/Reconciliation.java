package io.omerta.protocol.gossip;

import io.omerta.protocol.crypto.SeededSampling;
import io.omerta.protocol.gossip.ItemStore.Held;
import io.omerta.protocol.wire.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds what two peers do not both have, by comparing their trees from the root down. Peers that agree exchange one hash;
 * others about 16 for each level and difference. A Bloom filter costs 1.2 bytes for every item that both have, in each
 * comparison, and at 1 % of false positives would hide one item in a hundred; a table that can be subtracted (IBLT) must be
 * sized for a difference that nobody knows beforehand.
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
        List<Probe> probes = new ArrayList<>();
        TreeSet<Mark> wanted = new TreeSet<>();
        TreeSet<Mark> surplus = new TreeSet<>(step.wanted());
        for (Probe probe : step.probes()) {
            switch (probe.kind()) {
                case SUMMARY -> describeIfDifferent(
                        probe.prefix(), probe.marks().get(0), probes);
                case PARTS -> {
                    for (int digit = 0; digit < KeyTree.FANOUT; digit++) {
                        ByteString part = Probe.part(probe.prefix(), digit);
                        describeIfDifferent(part, probe.marks().get(digit), probes);
                    }
                }
                case MARKS -> {
                    TreeSet<Mark> ours = store.marks().marks(probe.prefix().toByteArray());
                    TreeSet<Mark> theirs = new TreeSet<>(probe.marks());
                    theirs.stream().filter(mark -> !ours.contains(mark)).forEach(wanted::add);
                    ours.stream().filter(mark -> !theirs.contains(mark)).forEach(surplus::add);
                }
            }
        }
        return new Reconcile(
                some(probes, Reconcile.PROBES_MAX),
                some(List.copyOf(wanted), Reconcile.WANTED_MAX),
                items(some(List.copyOf(surplus), Reconcile.ITEMS_MAX)));
    }

    private void describeIfDifferent(ByteString prefix, Mark theirs, List<Probe> into) {
        if (!store.marks().summary(prefix.toByteArray()).equals(theirs)) {
            into.add(Probe.description(store.marks(), prefix));
        }
    }

    private <T> List<T> some(List<T> of, int max) {
        return of.size() <= max ? of : draws.sample(of, max);
    }

    private List<GossipItem> items(List<Mark> marks) {
        List<GossipItem> items = new ArrayList<>();
        int bytes = 0;
        for (Mark mark : marks) {
            Held held = store.get(mark);
            if (held != null && (items.isEmpty() || bytes + held.item().encodedBytes() <= ANSWER_BYTES)) {
                items.add(held.item());
                bytes += held.item().encodedBytes();
            }
        }
        return items;
    }
}
