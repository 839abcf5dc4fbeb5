package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.PeerViews;
import io.omerta.protocol.chain.Sighting;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.SeededSampling;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.gossip.ItemStore.Held;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The gossip of one peer: all of its behaviour is a function of the inputs it was given, in order. New items are pushed to a
 * few neighbours along with keepalives (rumour mongering), and what this misses is found by comparing with one neighbour at
 * a time (anti-entropy); Demers et al., "Epidemic Algorithms for Replicated Database Maintenance", 1987: push alone leaves
 * part of the peers uninformed, comparison leaves nobody.
 *
 * <p>An item is verified before it is kept or passed on, and each fact is kept once, with all signatures that came for it.
 * One that is known already costs no verification. Items that contradict each other become a proof.
 *
 * <p>Mutable; owned by one peer. The state after a restart follows from the journal and what neighbours still have.
 */
public final class GossipNode {
    /** How long an item is kept: results from the time that their witnesses signed, others from when they came. */
    public static final long VALIDITY_MILLIS = 30L * 24 * 60 * 60 * 1000;

    /** By how much a clock may be ahead of this peer's, and that of a keepalive behind. */
    public static final long CLOCK_SKEW_MILLIS = 120_000;

    /** What a message that no honest neighbour sends costs it, in messages. */
    static final int HOSTILITY_TOKENS = 50;

    /** Bytes of a message that cost as much as one message. */
    private static final int BYTES_PER_TOKEN = 1 << 14;

    /**
     * Where an item came from.
     *
     * @param source a neighbour, or this peer
     * @param journaled whether it is in the journal already
     */
    private record Arrival(PeerId source, long receivedMillis, boolean journaled) {}

    private final PeerId self;
    private final GossipParameters parameters;
    private final ItemRules rules;
    private final SeededSampling draws;
    private final ItemStore store;
    private final Holdings holdings;
    private final PushQueue queue;
    private final Reconciliation reconciliation;
    private final PeerViews chains;
    private final TreeMap<PeerId, TokenBucket> neighbours = new TreeMap<>();
    private long arrivals;
    private long changes;

    /**
     * @param self this peer
     * @param chainsMax of how many peers the heads are watched for forks
     * @param rules how items are read and verified, the same for all peers
     * @param seed of the draws: with whom to compare, and what to leave out where there is too much. They are those of
     *     {@link SeededSampling}, in the order of the inputs that need one; the same again after a restart with the same
     *     seed
     */
    public GossipNode(
            PeerId self,
            GossipParameters parameters,
            int chainsMax,
            ItemRules rules,
            Hasher hasher,
            Verifier verifier,
            Hash seed) {
        this.self = self;
        this.parameters = parameters;
        this.rules = rules;
        this.draws = new SeededSampling(seed);
        this.store = new ItemStore(parameters.itemsMax(), parameters.bytesMax(), hasher);
        this.holdings = new Holdings(store, parameters.seenMax(), rules);
        this.queue = new PushQueue(parameters);
        this.reconciliation = new Reconciliation(store, draws);
        this.chains = new PeerViews(chainsMax, hasher, verifier);
    }

    /**
     * Takes one input and says what is to be done.
     *
     * @param nowMillis this peer's clock; may jump
     * @throws IllegalArgumentException if what is to be published is not signed as it must be
     */
    public void on(long nowMillis, GossipInput input, GossipEffects effects) {
        if (input instanceof GossipInput.Start start) {
            start.journal().forEach(entry -> restore(entry, nowMillis, effects));
        } else if (input instanceof GossipInput.NeighbourJoined joined) {
            neighbours.putIfAbsent(
                    joined.peer(), new TokenBucket(parameters.ratePerSecond(), parameters.burst(), nowMillis));
        } else if (input instanceof GossipInput.NeighbourLeft left) {
            neighbours.remove(left.peer());
        } else if (input instanceof GossipInput.KeepaliveDue due) {
            keepAlive(due, nowMillis, effects);
        } else if (input instanceof GossipInput.ComparisonDue) {
            forgetExpired(nowMillis, effects);
            compareWithOne(effects);
        } else if (input instanceof GossipInput.Received received) {
            receive(received.from(), received.payload(), nowMillis, effects);
        } else {
            publish(((GossipInput.Publish) input).item(), nowMillis, effects);
        }
    }

    /** What is kept of a fact, in the variant that has most signatures; nothing if it is not known. */
    public Optional<GossipItem> item(Hash identity) {
        return Optional.ofNullable(store.get(identity)).map(Held::item);
    }

    /** Whether there would be nothing new in an item, which is not verified. */
    public boolean knows(GossipItem item) {
        Claim claim = rules.read(item);
        Held known = claim == null ? null : store.get(claim.identity());
        return known != null && item.signaturesBeyond(known.item()).isEmpty();
    }

    /** Whether a proof against a peer is kept. */
    public boolean isAccused(PeerId peer) {
        return holdings.isAccused(peer);
    }

    /** Everything that is kept, in order of identity. */
    public List<GossipItem> items() {
        return store.all().stream().map(Held::item).toList();
    }

    /** Journal entries from which the items that must survive a restart are restored, as far as they are still kept. */
    public List<byte[]> checkpoint() {
        return store.all().stream()
                .filter(held -> held.source().equals(self) || held.item().type().isUrgent())
                .sorted(Comparator.comparingLong(Held::arrival))
                .map(held -> JournalEntry.CODEC.encode(
                        new JournalEntry(held.expiresMillis() - VALIDITY_MILLIS, held.item())))
                .toList();
    }

    /** How many items wait to be pushed. */
    public int waiting() {
        return queue.size();
    }

    private void restore(byte[] entry, long nowMillis, GossipEffects effects) {
        if (JournalEntry.CODEC.parse(entry) instanceof Parsed.Read<JournalEntry> read) {
            Arrival arrival = new Arrival(self, read.record().receivedMillis(), true);
            admit(read.record().item(), arrival, nowMillis, effects);
        }
    }

    private void publish(GossipItem item, long nowMillis, GossipEffects effects) {
        Claim claim = rules.read(item);
        if (claim == null || !rules.isTrue(item, claim)) {
            throw new IllegalArgumentException(
                    "only what is signed as its type asks for can be published, but a " + item.type()
                            + (claim == null ? " of another form" : " without the signatures it needs") + " was given");
        }
        admit(item, new Arrival(self, nowMillis, false), nowMillis, effects);
    }

    private void keepAlive(GossipInput.KeepaliveDue due, long nowMillis, GossipEffects effects) {
        if (neighbours.containsKey(due.to())) {
            effects.send(due.to(), new Keepalive(self, due.head(), nowMillis, queue.take(due.to())).encode());
        }
    }

    private void forgetExpired(long nowMillis, GossipEffects effects) {
        for (Held held : holdings.expire(nowMillis)) {
            queue.remove(held.identity());
            effects.expired(held.item());
        }
    }

    private void compareWithOne(GossipEffects effects) {
        if (!neighbours.isEmpty()) {
            List<PeerId> peers = List.copyOf(neighbours.keySet());
            PeerId chosen = peers.get((int) draws.nextBelow(peers.size()));
            effects.send(chosen, reconciliation.begin().encode());
        }
    }

    private void receive(PeerId from, byte[] payload, long nowMillis, GossipEffects effects) {
        TokenBucket bucket = neighbours.get(from);
        if (bucket == null) {
            effects.refused(from, GossipRefusal.STRANGER);
            return;
        }
        if (!bucket.take(nowMillis)) {
            effects.refused(from, GossipRefusal.OVER_RATE);
            return;
        }
        bucket.charge(payload.length / BYTES_PER_TOKEN);
        if (payload.length > GossipMessage.ENCODED_BYTES_MAX) {
            refuse(from, GossipRefusal.TOO_LARGE, effects);
            return;
        }
        GossipMessage message = GossipMessage.parse(payload);
        if (message instanceof Keepalive keepalive) {
            receive(from, keepalive, nowMillis, effects);
        } else if (message instanceof Reconcile step) {
            receive(from, step, bucket, nowMillis, effects);
        } else {
            refuse(from, GossipRefusal.MALFORMED, effects);
        }
    }

    private void receive(PeerId from, Reconcile step, TokenBucket bucket, long nowMillis, GossipEffects effects) {
        long changesBefore = changes;
        step.items().forEach(item -> admit(item, new Arrival(from, nowMillis, false), nowMillis, effects));
        Reconcile answer = reconciliation.answer(step);
        if (!answer.isEmpty()) {
            bucket.charge(answer.items().size());
            effects.send(from, answer.encode());
        }
        if (changes > changesBefore) {
            // An answer has room for few items: a neighbour that had something new may have more.
            effects.send(from, reconciliation.begin().encode());
        }
    }

    private void receive(PeerId from, Keepalive keepalive, long nowMillis, GossipEffects effects) {
        if (!keepalive.sender().equals(from)) {
            refuse(from, GossipRefusal.WRONG_SENDER, effects);
            return;
        }
        if (keepalive.timeMillis() > nowMillis + CLOCK_SKEW_MILLIS
                || keepalive.timeMillis() < nowMillis - CLOCK_SKEW_MILLIS) {
            refuse(from, GossipRefusal.WRONG_TIME, effects);
            return;
        }
        Arrival arrival = new Arrival(from, nowMillis, false);
        if (keepalive.head() != null) {
            admit(ItemRules.head(keepalive.head()), arrival, nowMillis, effects);
        }
        keepalive.items().forEach(item -> admit(item, arrival, nowMillis, effects));
    }

    /** Verifies an item, unless it is known or useless, and keeps it if it is true. */
    private void admit(GossipItem item, Arrival arrival, long nowMillis, GossipEffects effects) {
        PeerId source = arrival.source();
        Claim claim = rules.read(item);
        if (claim == null) {
            refuse(source, GossipRefusal.UNREADABLE_ITEM, effects);
            return;
        }
        if (expiryMillis(claim, arrival) <= nowMillis || isOfTheFuture(claim, nowMillis)) {
            refuse(source, GossipRefusal.UNTIMELY_ITEM, effects);
            return;
        }
        Held known = store.get(claim.identity());
        if (known == null
                ? holdings.isUseless(claim)
                : item.signaturesBeyond(known.item()).isEmpty()) {
            if (known != null && known.item().signaturesBeyond(item).isEmpty()) {
                queue.told(claim.identity(), source);
            }
            return;
        }
        TokenBucket bucket = neighbours.get(source);
        if (bucket != null && !bucket.take(nowMillis)) {
            refuse(source, GossipRefusal.OVER_RATE, effects);
            return;
        }
        if (known == null) {
            keepNew(item, claim, arrival, nowMillis, effects);
            queue.told(claim.identity(), source);
        } else {
            keepBetter(item, claim, known, source, nowMillis, effects);
        }
    }

    private void keepNew(GossipItem item, Claim claim, Arrival arrival, long nowMillis, GossipEffects effects) {
        if (!rules.isTrue(item, claim)) {
            refuse(arrival.source(), GossipRefusal.FALSE_ITEM, effects);
            return;
        }
        if (claim instanceof Claim.Head head
                && chains.observe(head.header(), nowMillis) instanceof Sighting.Forked forked) {
            accuse(new ConflictProof.Fork(forked.evidence()), arrival.source(), nowMillis, effects);
        }
        Held held = new Held(
                item,
                claim,
                item.encodedBytes(),
                rules.hashes().variant(claim.identity(), item),
                arrival.source(),
                expiryMillis(claim, arrival),
                arrivals++);
        if (!arrival.journaled()
                && (arrival.source().equals(self) || item.type().isUrgent())) {
            effects.append(JournalEntry.CODEC.encode(new JournalEntry(arrival.receivedMillis(), item)));
        }
        keep(held, arrival.source(), nowMillis, effects);
    }

    private void keepBetter(
            GossipItem item, Claim claim, Held known, PeerId source, long nowMillis, GossipEffects effects) {
        List<Endorsement> more = item.signaturesBeyond(known.item());
        if (!(claim instanceof Claim.Result result) || !rules.mayJoin(more, result)) {
            refuse(source, GossipRefusal.FALSE_ITEM, effects);
            return;
        }
        GossipItem better = known.item().with(more);
        Held held = new Held(
                better,
                known.claim(),
                better.encodedBytes(),
                rules.hashes().variant(claim.identity(), better),
                known.source(),
                known.expiresMillis(),
                known.arrival());
        keep(held, source, nowMillis, effects);
        if (better.signaturesBeyond(item).isEmpty()) {
            queue.told(claim.identity(), source);
        }
    }

    private void keep(Held held, PeerId source, long nowMillis, GossipEffects effects) {
        Holdings.Change change = holdings.put(held);
        if (!change.kept()) {
            return;
        }
        changes++;
        queue.add(held.identity(), held.item());
        change.dropped().forEach(dropped -> queue.remove(dropped.identity()));
        effects.accepted(held.item());
        change.findings().proofs().forEach(proof -> accuse(proof, source, nowMillis, effects));
        change.findings().suspicions().forEach(suspicion -> effects.suspected(suspicion.one(), suspicion.other()));
    }

    /** @param source who brought the item that completes the proof, and for whom the proof counts among what is kept */
    private void accuse(ConflictProof proof, PeerId source, long nowMillis, GossipEffects effects) {
        GossipItem item = proof.toItem();
        Claim claim = rules.read(item);
        if (claim != null && store.get(claim.identity()) == null && !holdings.isUseless(claim)) {
            keepNew(item, claim, new Arrival(source, nowMillis, false), nowMillis, effects);
        }
    }

    private void refuse(PeerId from, GossipRefusal reason, GossipEffects effects) {
        TokenBucket bucket = neighbours.get(from);
        if (bucket != null && reason.isHostile()) {
            bucket.charge(HOSTILITY_TOKENS);
        }
        effects.refused(from, reason);
    }

    /** The time in a head or proof is the word of whoever may want it forgotten; the cabal's in a result is not. */
    private static long expiryMillis(Claim claim, Arrival arrival) {
        long fromMillis = claim instanceof Claim.Result result ? result.timeMillis() : arrival.receivedMillis();
        return fromMillis + VALIDITY_MILLIS;
    }

    private static boolean isOfTheFuture(Claim claim, long nowMillis) {
        return claim instanceof Claim.Result result && result.timeMillis() > nowMillis + CLOCK_SKEW_MILLIS;
    }
}
