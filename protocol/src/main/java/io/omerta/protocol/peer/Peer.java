package io.omerta.protocol.peer;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.ForkEvidence;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.chain.PeerViews;
import io.omerta.protocol.chain.Sighting;
import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.gossip.ConflictProof;
import io.omerta.protocol.gossip.GossipEffects;
import io.omerta.protocol.gossip.GossipInput;
import io.omerta.protocol.gossip.GossipItem;
import io.omerta.protocol.gossip.GossipNode;
import io.omerta.protocol.gossip.GossipRefusal;
import io.omerta.protocol.gossip.ItemRules;
import io.omerta.protocol.gossip.ItemType;
import io.omerta.protocol.gossip.LockItem;
import io.omerta.protocol.gossip.ResultForm;
import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.host.Machine;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.transaction.ChainFunds;
import io.omerta.protocol.transaction.ChainTrust;
import io.omerta.protocol.transaction.ComputeNatives;
import io.omerta.protocol.transaction.ComputePort;
import io.omerta.protocol.transaction.EscrowNatives;
import io.omerta.protocol.transaction.Incomes;
import io.omerta.protocol.transaction.JournalCompaction;
import io.omerta.protocol.transaction.NodeIdentity;
import io.omerta.protocol.transaction.PeerKnowledge;
import io.omerta.protocol.transaction.Programs;
import io.omerta.protocol.transaction.ResultForms;
import io.omerta.protocol.transaction.SessionCommand;
import io.omerta.protocol.transaction.SessionHost;
import io.omerta.protocol.transaction.SettledIncomes;
import io.omerta.protocol.transaction.SettledTrust;
import io.omerta.protocol.transaction.ShippedTransactions;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One peer: its sessions, its gossip, the exchange of chains, and what it knows of others.
 *
 * <p>Results that its sessions come to become items of gossip; heads that gossip brings are recorded in the own chain, each
 * now and then, and the chains of neighbours are fetched behind them. Two locks that may exceed a balance are looked into
 * by fetching the chain that tells. Who is proved to have contradicted himself has no funds in the eyes of this peer, which
 * hence accepts no lock of his.
 *
 * <p>Frames, the entries of the journal and the numbers of timers keep the parts apart: sessions have the timers from 0 up.
 */
public final class Peer implements Machine {
    /**
     * What a peer rests on.
     *
     * @param chain as it was before the peer's first input; what is appended since comes from the journal
     * @param transactions that the peer takes part in, transactions 00 and 02 among them
     * @param grantsMicros new money and whom the distribution gives it to; what else peers have, results and chains tell
     */
    public record Setup(
            NodeIdentity identity,
            Chain chain,
            List<TransactionSpec> transactions,
            AddressBook addresses,
            SortedMap<PeerId, Long> grantsMicros,
            ComputePort compute,
            PeerLimits limits) {
        public Setup {
            transactions = List.copyOf(transactions);
            grantsMicros = Collections.unmodifiableSortedMap(new TreeMap<>(grantsMicros));
        }
    }

    static final long KEEPALIVE_TIMER = -1;
    static final long COMPARISON_TIMER = -2;
    static final long REQUEST_TIMER = -3;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final HashDomain DRAWS = HashDomain.of("omerta.peer.draws");

    /** Suspicions that are looked into at once; the oldest gives way. */
    private static final int SUSPICIONS_MAX = 64;

    private record Suspicion(LockItem one, LockItem other) {}

    private final Setup setup;
    private final PeerLimits limits;
    private final PeerObserver observer;
    private final ItemRules rules;
    private final GossipNode gossip;
    private final PeerViews views;
    private final KnownChains chains;
    private final ChainExchange exchange;
    private final SettledIncomes incomes;
    private final VerifiedKnowledge knowledge;
    private final ResultWatch results;
    private final SessionHost.Setup sessionSetup;
    private final SessionHost sessions;
    private final HourlyAllowance heads;
    private final TreeSet<PeerId> neighbours = new TreeSet<>();
    private final List<Suspicion> suspicions = new ArrayList<>();

    public Peer(Setup setup, PeerObserver observer) {
        NodeIdentity identity = setup.identity();
        List<ResultForm> forms = ResultForms.of(setup.transactions());
        this.setup = setup;
        this.limits = setup.limits();
        this.observer = observer;
        this.rules = new ItemRules(forms, identity.hasher(), identity.verifier());
        this.gossip = new GossipNode(
                identity.peerId(),
                limits.gossip(),
                limits.peersMax(),
                rules,
                identity.hasher(),
                identity.verifier(),
                identity.hasher().hash(DRAWS, ValueList.of(identity.secret())));
        this.views = new PeerViews(limits.peersMax(), identity.hasher(), identity.verifier());
        this.chains = new KnownChains(limits.chainsMax(), limits.chainBytesMax());
        TransactionSpec escrow = ShippedTransactions.ESCROW_LOCK.among(setup.transactions());
        TransactionSpec settlement = ShippedTransactions.SETTLEMENT.among(setup.transactions());
        this.incomes = new SettledIncomes(escrow, settlement, identity.hasher(), identity.verifier());
        setup.grantsMicros().forEach(incomes::grant);
        Incomes ofTheHonest = new IncomesOfTheHonest();
        ChainTrust trust = new SettledTrust(settlement, identity.hasher(), identity.verifier());
        this.knowledge = new VerifiedKnowledge(
                views,
                chains,
                new ChainFunds(escrow, settlement, identity.hasher(), identity.verifier()),
                trust,
                ofTheHonest);
        this.results = new ResultWatch(forms, rules, observer);
        this.sessionSetup = new SessionHost.Setup(
                identity,
                setup.chain(),
                Programs.of(setup.transactions(), identity),
                setup.addresses(),
                knowledge,
                trust,
                ComputeNatives.added(
                        EscrowNatives.library(escrow, settlement, identity, knowledge, ofTheHonest, limits.sessions()),
                        setup.compute()),
                limits.sessions());
        this.sessions = new SessionHost(sessionSetup, results);
        this.heads = new HourlyAllowance(limits.headsPerHour());
        this.exchange = new ChainExchange(limits, chains, views, identity.hasher(), identity.verifier());
    }

    /** The own chain as it is now. */
    public Chain chain() {
        return sessions.chain();
    }

    public SessionHost sessions() {
        return sessions;
    }

    public GossipNode gossip() {
        return gossip;
    }

    /** The height up to which the chain of another is known, -1 if it is not. */
    public long knows(PeerId owner) {
        Chain known = chains.chain(owner);
        return known == null ? -1 : known.height();
    }

    public PeerKnowledge knowledge() {
        return knowledge;
    }

    /** What a peer was ever given or paid, as far as known, in micro-credits; nothing if he is proved a liar. */
    public long incomeMicros(PeerId peer) {
        return gossip.isAccused(peer) ? 0 : incomes.micros(peer);
    }

    /**
     * A journal from which the same peer is restored, without the inputs of sessions that have ended and the items that are
     * no longer kept. A host calls it for a peer that has taken no input, and puts the result in place of the journal.
     *
     * @throws IllegalArgumentException if the journal was written by another version of the program
     */
    public static List<byte[]> compacted(Setup setup, long nowNanos, List<byte[]> journal) {
        PeerJournal parts = PeerJournal.split(journal);
        Peer restored = new Peer(setup, PeerObserver.none());
        restored.on(nowNanos, new Input.Start(journal), new NoEffects());
        return new PeerJournal(
                        JournalCompaction.compacted(restored.sessionSetup, parts.sessions()),
                        restored.gossip.checkpoint(),
                        SeenHead.withoutTheMiddle(parts.heads()))
                .joined();
    }

    @Override
    public void on(long nowNanos, Input input, Effects effects) {
        Turn turn = new Turn(nowNanos, effects);
        if (input instanceof Input.Start start) {
            start(PeerJournal.split(start.journal()), turn);
        } else if (input instanceof Input.MessageReceived message) {
            receive(message, turn);
        } else if (input instanceof Input.TimerFired fired && fired.timer() < 0) {
            expire(fired.timer(), turn);
        } else if (input instanceof Input.Command command && PeerCommand.of(command) != null) {
            obey(PeerCommand.of(command), turn);
        } else {
            sessions.on(nowNanos, input, turn.ofSessions());
        }
        turn.settle();
    }

    private void start(PeerJournal journal, Turn turn) {
        for (byte[] entry : journal.heads()) {
            if (SeenHead.CODEC.parse(entry) instanceof Parsed.Read<SeenHead> read) {
                views.observe(read.record().header(), read.record().seenMillis());
            }
        }
        gossip.on(turn.nowMillis(), new GossipInput.Start(journal.gossip()), turn);
        sessions.on(turn.nowNanos, new Input.Start(journal.sessions()), turn.ofSessions());
        turn.startTimer(KEEPALIVE_TIMER, limits.keepaliveMillis());
        turn.startTimer(COMPARISON_TIMER, limits.comparisonMillis());
        turn.startTimer(REQUEST_TIMER, limits.requestMillis());
    }

    private void receive(Input.MessageReceived message, Turn turn) {
        Frame frame = Frame.parse(message.payload());
        if (frame == null) {
            observer.refused(PeerRefusal.NO_FRAME, message.payload().length + " bytes");
            return;
        }
        if (frame.kind() == Frame.Kind.SESSION) {
            // Envelopes are signed: whom the link is with does not matter.
            sessions.on(turn.nowNanos, new Input.MessageReceived(message.from(), frame.payload()), turn.ofSessions());
            return;
        }
        Optional<PeerId> from = setup.addresses().peer(message.from());
        if (from.isEmpty()) {
            observer.refused(PeerRefusal.UNKNOWN_SENDER, "address " + message.from());
            return;
        }
        switch (frame.kind()) {
            case CHAIN_REQUEST -> exchange.receiveRequest(from.get(), frame.payload(), turn.nowMillis(), turn);
            case CHAIN_PAGE -> exchange.receivePage(from.get(), frame.payload(), turn.nowMillis(), turn);
            default -> gossip.on(turn.nowMillis(), new GossipInput.Received(from.get(), frame.payload()), turn);
        }
    }

    private void expire(long timer, Turn turn) {
        if (timer == KEEPALIVE_TIMER) {
            SignedHeader head = chain().head().signedHeader(setup.identity().hasher());
            for (PeerId neighbour : neighbours) {
                gossip.on(turn.nowMillis(), new GossipInput.KeepaliveDue(neighbour, head), turn);
            }
            turn.startTimer(KEEPALIVE_TIMER, limits.keepaliveMillis());
        } else if (timer == COMPARISON_TIMER) {
            gossip.on(turn.nowMillis(), new GossipInput.ComparisonDue(), turn);
            turn.startTimer(COMPARISON_TIMER, limits.comparisonMillis());
        } else if (timer == REQUEST_TIMER) {
            exchange.passOverTheSilent(turn.nowMillis(), turn);
            suspicions.forEach(suspicion -> investigate(suspicion, turn));
            turn.startTimer(REQUEST_TIMER, limits.requestMillis());
        }
    }

    private void obey(@Nullable PeerCommand command, Turn turn) {
        if (command instanceof PeerCommand.NeighbourJoined joined) {
            neighbours.add(joined.peer());
            gossip.on(turn.nowMillis(), new GossipInput.NeighbourJoined(joined.peer()), turn);
        } else if (command instanceof PeerCommand.NeighbourLeft left) {
            neighbours.remove(left.peer());
            gossip.on(turn.nowMillis(), new GossipInput.NeighbourLeft(left.peer()), turn);
        }
    }

    private void publish(GossipItem item, Turn turn) {
        if (!gossip.knows(item) && rules.isTrue(item)) {
            gossip.on(turn.nowMillis(), new GossipInput.Publish(item), turn);
        }
    }

    private void learn(GossipItem item, Turn turn) {
        results.learn(item);
        rules.decided(item).ifPresent(result -> incomes.learn(item.type(), result));
        observer.learnt(item);
        if (item.type() == ItemType.PEER_HEAD) {
            if (SignedHeader.CODEC.parse(item.content().toByteArray()) instanceof Parsed.Read<SignedHeader> read) {
                meet(read.record(), turn);
            }
        } else if (item.type() == ItemType.CONFLICT_PROOF
                && ConflictProof.CODEC.parse(item.content().toByteArray()) instanceof Parsed.Read<ConflictProof> read) {
            observer.proved(read.record());
        }
    }

    private void meet(SignedHeader head, Turn turn) {
        PeerId owner = head.header().owner();
        long nowMillis = turn.nowMillis();
        if (owner.equals(setup.identity().peerId())) {
            return;
        }
        if (views.observe(head, nowMillis) instanceof Sighting.Forked forked) {
            turn.forked(forked.evidence());
        }
        PeerHead seen = new PeerHead(head.checkpoint(setup.identity().hasher()), nowMillis);
        PeerHead recorded = sessions.recordedHead(owner).orElse(null);
        if (PeerHead.isDue(recorded, seen.head(), nowMillis, limits.headMillis()) && heads.take(nowMillis)) {
            turn.append(PeerJournal.Part.HEADS, SeenHead.CODEC.encode(new SeenHead(nowMillis, head)));
            sessions.on(turn.nowNanos, new SessionCommand.Record(seen.toBody()).toInput(), turn.ofSessions());
        }
        if (neighbours.contains(owner)) {
            exchange.fetch(owner, head.header().height(), List.of(owner), nowMillis, turn);
        }
    }

    /** Proves a suspicion, finds that there is nothing in it, or asks for the chain that tells. */
    private boolean isSettled(Suspicion suspicion, Turn turn) {
        long one = chains.height(suspicion.one().consumer(), suspicion.one().head());
        long other =
                chains.height(suspicion.other().consumer(), suspicion.other().head());
        Chain chain = chains.chain(suspicion.one().consumer());
        if (one < 0 || other < 0 || one == other || chain == null) {
            return false;
        }
        List<Block> between =
                chain.page(Math.min(one, other) + 1, Math.max(one, other)).blocks();
        rules.doubleLock(suspicion.one(), suspicion.other(), between).ifPresent(proof -> publish(proof.toItem(), turn));
        return true;
    }

    private void investigate(Suspicion suspicion, Turn turn) {
        PeerId consumer = suspicion.one().consumer();
        Chain known = chains.chain(consumer);
        TreeSet<PeerId> others = new TreeSet<>(neighbours);
        others.remove(consumer);
        List<PeerId> sources = new ArrayList<>(List.of(consumer));
        sources.addAll(others);
        exchange.fetch(consumer, known == null ? 0 : known.height() + 1, sources, turn.nowMillis(), turn);
    }

    /** What was charged stands, whoever is accused. */
    private final class IncomesOfTheHonest implements Incomes {
        @Override
        public long micros(PeerId peer) {
            return incomeMicros(peer);
        }

        @Override
        public long chargedMicros(Hash session) {
            return incomes.chargedMicros(session);
        }
    }

    /** One input while it is taken. What the parts ask for meanwhile waits until the one that asks is done. */
    private final class Turn implements GossipEffects, ChainExchange.Surroundings {
        private final long nowNanos;
        private final Effects host;
        private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

        Turn(long nowNanos, Effects host) {
            this.nowNanos = nowNanos;
            this.host = host;
        }

        long nowMillis() {
            return Math.floorDiv(nowNanos, NANOS_PER_MILLI);
        }

        void settle() {
            do {
                results.takeFound().forEach(item -> publish(item, this));
                for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                    next.run();
                }
            } while (results.hasFound());
            incomes.observe(chain());
        }

        Effects ofSessions() {
            return new SessionEffects(host);
        }

        void startTimer(long timer, long delayMillis) {
            host.startTimer(timer, delayMillis * NANOS_PER_MILLI);
        }

        void append(PeerJournal.Part part, byte[] entry) {
            host.append(part.entry(entry));
        }

        @Override
        public void send(PeerId to, Frame.Kind kind, byte[] payload) {
            OptionalInt address = setup.addresses().address(to);
            if (address.isPresent()) {
                host.send(address.getAsInt(), kind.frame(payload));
            }
        }

        @Override
        public void send(PeerId to, byte[] payload) {
            send(to, Frame.Kind.GOSSIP, payload);
        }

        @Override
        public void append(byte[] entry) {
            append(PeerJournal.Part.GOSSIP, entry);
        }

        @Override
        public void accepted(GossipItem item) {
            waiting.add(() -> learn(item, this));
        }

        @Override
        public void suspected(LockItem one, LockItem other) {
            if (suspicions.size() == SUSPICIONS_MAX) {
                suspicions.remove(0);
            }
            Suspicion suspicion = new Suspicion(one, other);
            suspicions.add(suspicion);
            waiting.add(() -> investigate(suspicion, this));
            extended(one.consumer(), nowMillis());
        }

        @Override
        public void expired(GossipItem item) {}

        @Override
        public void refused(PeerId from, GossipRefusal reason) {
            observer.refused(PeerRefusal.GOSSIP, reason.label());
        }

        @Override
        public Chain ownChain() {
            return chain();
        }

        @Override
        public void extended(PeerId owner, long nowMillis) {
            Chain chain = chains.chain(owner);
            if (chain != null) {
                incomes.observe(chain);
            }
            waiting.add(() -> suspicions.removeIf(
                    suspicion -> suspicion.one().consumer().equals(owner) && isSettled(suspicion, this)));
        }

        @Override
        public void forked(ForkEvidence evidence) {
            waiting.add(() -> publish(new ConflictProof.Fork(evidence).toItem(), this));
        }

        @Override
        public void refused(PeerRefusal reason, String detail) {
            observer.refused(reason, detail);
        }
    }
}
