package io.omerta.protocol.chain;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.PeerId;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a node knows of the chains of others: of each peer the highest head that it signed, and a few earlier ones by which
 * a fork shows itself. Bounded in peers and in headers of each.
 *
 * <p>When there is no room, a peer that has been silent for {@link #FORGET_AFTER_MILLIS} gives way, else the latest
 * acquaintance: identities cost nothing, so that newcomers may displace each other but not those known for long.
 *
 * <p>Mutable; owned by one machine.
 */
public final class PeerViews {
    /** Two years of silence, after which a peer counts as unknown. */
    public static final long FORGET_AFTER_MILLIS = 2L * 365 * 24 * 60 * 60 * 1000;

    /** Signed headers kept of each peer, the highest. */
    static final int HEADERS_PER_PEER = 16;

    private record Acquaintance(PeerView view, TreeMap<Long, SignedHeader> headers) {}

    private record Contact(long millis, PeerId peer) {}

    private static final Comparator<Contact> BY_TIME =
            Comparator.comparingLong(Contact::millis).thenComparing(Contact::peer);

    private final int peersMax;
    private final Hasher hasher;
    private final Verifier verifier;
    private final TreeMap<PeerId, Acquaintance> acquaintances = new TreeMap<>();
    private final TreeSet<Contact> byFirstContact = new TreeSet<>(BY_TIME);
    private final TreeSet<Contact> byLastContact = new TreeSet<>(BY_TIME);

    /** @param peersMax most peers to know, at least 1 */
    public PeerViews(int peersMax, Hasher hasher, Verifier verifier) {
        if (peersMax < 1) {
            throw new IllegalArgumentException("peersMax must be at least 1, but was " + peersMax);
        }
        this.peersMax = peersMax;
        this.hasher = hasher;
        this.verifier = verifier;
    }

    /** What is known of a peer. */
    public Optional<PeerView> view(PeerId peer) {
        return Optional.ofNullable(acquaintances.get(peer)).map(Acquaintance::view);
    }

    /** How many peers are known. */
    public int size() {
        return acquaintances.size();
    }

    /** Takes note of a header, from whomever it came. */
    public Sighting observe(SignedHeader seen, long nowMillis) {
        if (!seen.isSignedByOwner(hasher, verifier)) {
            return new Sighting.Forged();
        }
        return note(seen, seen.checkpoint(hasher), nowMillis);
    }

    /** Takes note of every block of a segment. The result is about its head, or about the first fork that it shows. */
    public Sighting observe(VerifiedSegment segment, long nowMillis) {
        Sighting sighting = note(segment, 0, nowMillis);
        for (int i = 1; i < segment.blocks().size() && !(sighting instanceof Sighting.Forked); i++) {
            sighting = note(segment, i, nowMillis);
        }
        return sighting;
    }

    private Sighting note(VerifiedSegment segment, int index, long nowMillis) {
        Block block = segment.blocks().get(index);
        Checkpoint checkpoint = new Checkpoint(segment.owner(), block.height(), segment.hash(index));
        return note(block.signedHeader(hasher), checkpoint, nowMillis);
    }

    private Sighting note(SignedHeader seen, Checkpoint checkpoint, long nowMillis) {
        Acquaintance known = acquaintances.get(checkpoint.owner());
        if (known == null) {
            PeerView view = new PeerView(seen, checkpoint, nowMillis, nowMillis, false);
            makeRoom(nowMillis);
            put(new Acquaintance(view, new TreeMap<>()), seen);
            return new Sighting.Advanced(view);
        }
        remove(known);
        Optional<ForkEvidence> fork = contradiction(known, seen);
        boolean higher = checkpoint.height() > known.view().checkpoint().height();
        PeerView view = new PeerView(
                higher ? seen : known.view().head(),
                higher ? checkpoint : known.view().checkpoint(),
                known.view().firstContactMillis(),
                Math.max(nowMillis, known.view().lastContactMillis()),
                known.view().forked() || fork.isPresent());
        put(new Acquaintance(view, known.headers()), seen);
        if (fork.isPresent()) {
            return new Sighting.Forked(fork.get(), view);
        }
        return higher ? new Sighting.Advanced(view) : new Sighting.Known(view);
    }

    private Optional<ForkEvidence> contradiction(Acquaintance known, SignedHeader seen) {
        long height = seen.header().height();
        return known.headers().subMap(height - 1, true, height + 1, true).values().stream()
                .flatMap(earlier -> ForkEvidence.between(earlier, seen, hasher).stream())
                .findFirst();
    }

    private void put(Acquaintance acquaintance, SignedHeader seen) {
        acquaintance.headers().putIfAbsent(seen.header().height(), seen);
        if (acquaintance.headers().size() > HEADERS_PER_PEER) {
            acquaintance.headers().pollFirstEntry();
        }
        PeerId peer = acquaintance.view().checkpoint().owner();
        acquaintances.put(peer, acquaintance);
        byFirstContact.add(new Contact(acquaintance.view().firstContactMillis(), peer));
        byLastContact.add(new Contact(acquaintance.view().lastContactMillis(), peer));
    }

    private void remove(Acquaintance acquaintance) {
        PeerId peer = acquaintance.view().checkpoint().owner();
        acquaintances.remove(peer);
        byFirstContact.remove(new Contact(acquaintance.view().firstContactMillis(), peer));
        byLastContact.remove(new Contact(acquaintance.view().lastContactMillis(), peer));
    }

    private void makeRoom(long nowMillis) {
        if (acquaintances.size() < peersMax) {
            return;
        }
        Contact silent = byLastContact.first();
        Contact leaving = nowMillis - silent.millis() >= FORGET_AFTER_MILLIS ? silent : byFirstContact.last();
        Acquaintance acquaintance = acquaintances.get(leaving.peer());
        if (acquaintance != null) {
            remove(acquaintance);
        }
    }
}
