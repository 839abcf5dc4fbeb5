package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.ledger.Settlement;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.trust.Infraction;
import io.omerta.protocol.trust.LocalTrust;
import io.omerta.protocol.trust.ProviderTrust;
import io.omerta.protocol.trust.SettledSession;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The trust that a provider's chain shows by its settled sessions, by the formulas of {@link ProviderTrust}: hours that a
 * quorum has attested and settled, less as they lie back, less the penalties of sessions that the provider broke off. Age
 * counts from the first settlement on, by the clocks of those who signed; in another peer, from the owner's first record of
 * it on.
 *
 * <p>Another peer is trusted for the hours that it has witnessed here and signed for.
 *
 * <p>Remembers the chain that it was asked about last, because one state of a chain asks about all its peers. Not for use by
 * several threads.
 */
public final class SettledTrust implements ChainTrust {
    private static final long DAY_MILLIS = 86_400_000;
    private static final long REFERENCE_MILLI = 1_000;

    /** A breach over a credit for an hour on the reference machine counts with an impact of ln 2 x ln 2 x 2. */
    private static final Infraction.Scale SCALE =
            new Infraction.Scale(1_000_000, REFERENCE_MILLI, 3_600, 100_000, 10_000_000, 100);

    private static final String SESSION_OPENED = "SESSION_OPENED";

    private record Witnessed(SettlementRecord settled, SettledSession session) {}

    private final SettlementReader settlements;
    private List<Block> lastBlocks = List.of();
    private List<Witnessed> lastSessions = List.of();

    /** @param settlement transaction 02 */
    public SettledTrust(TransactionSpec settlement, Hasher hasher, Verifier verifier) {
        this.settlements = new SettlementReader(settlement, hasher, verifier);
    }

    @Override
    public long ownerMilli(List<Block> blocks) {
        List<Witnessed> sessions = sessions(blocks);
        if (sessions.isEmpty()) {
            return 0;
        }
        long firstMillis = Long.MAX_VALUE;
        long lastMillis = 0;
        for (Witnessed session : sessions) {
            firstMillis = Math.min(firstMillis, session.settled().timeMillis());
            lastMillis = Math.max(lastMillis, session.settled().timeMillis());
        }
        return ProviderTrust.milli(
                credited(sessions, session -> true), penaltiesMilli(sessions), (lastMillis - firstMillis) / DAY_MILLIS);
    }

    @Override
    public long peerMilli(List<Block> blocks, PeerId peer) {
        long knownMillis = blocks.stream()
                .flatMap(block -> PeerHead.in(block).stream())
                .filter(head -> head.head().owner().equals(peer))
                .mapToLong(PeerHead::timeMillis)
                .min()
                .orElse(Long.MAX_VALUE);
        long ageDays = Math.max(0, nowMillis(blocks) - knownMillis) / DAY_MILLIS;
        return ProviderTrust.milli(
                credited(
                        sessions(blocks), session -> session.settled().signers().contains(peer)),
                0,
                ageDays);
    }

    private static List<SettledSession> credited(List<Witnessed> sessions, Predicate<Witnessed> counts) {
        return sessions.stream()
                .filter(session -> session.settled().isAttested() && counts.test(session))
                .map(Witnessed::session)
                .toList();
    }

    private static long penaltiesMilli(List<Witnessed> sessions) {
        long micros = 0;
        long repeats = 0;
        for (Witnessed session : sessions) {
            String reason = session.settled().reason();
            if ("PROVIDER_VOLUNTARY".equals(reason) || "VM_DIED".equals(reason)) {
                Infraction infraction = new Infraction(
                        Infraction.Kind.SESSION_ABANDONMENT,
                        price(session.settled().parts()),
                        REFERENCE_MILLI,
                        session.session().paidSeconds(),
                        repeats++);
                micros += infraction.severityMicros(SCALE)
                        * LocalTrust.recencyMicros(session.session().ageDays())
                        / 1_000_000;
            }
        }
        return micros / 1_000;
    }

    private static long price(Settlement parts) {
        return Math.min(parts.paymentMicros() + parts.burnMicros(), 1L << 61);
    }

    /** The owner's sessions as a provider that were opened and settled on this chain, each once, in order. */
    private List<Witnessed> sessions(List<Block> blocks) {
        if (blocks != lastBlocks) {
            lastSessions = read(blocks);
            lastBlocks = blocks;
        }
        return lastSessions;
    }

    private List<Witnessed> read(List<Block> blocks) {
        long nowMillis = nowMillis(blocks);
        Map<Hash, TreeSet<Value>> opened = new TreeMap<>();
        Map<Hash, Witnessed> settled = new LinkedHashMap<>();
        for (Block block : blocks) {
            if (block.type().equals(SESSION_OPENED)
                    && block.body().get("decision_hash") instanceof Hash lock
                    && block.body().get("witnesses") instanceof ValueList witnesses) {
                opened.put(lock, new TreeSet<>(witnesses.elements()));
            } else if (block.type().equals(SettlementReader.PAYMENT)) {
                settlements
                        .read(block)
                        .filter(record -> isOwn(record, block.owner(), opened))
                        .ifPresent(record -> settled.putIfAbsent(record.session(), witnessed(record, nowMillis)));
            }
        }
        return new ArrayList<>(settled.values());
    }

    private static boolean isOwn(SettlementRecord record, PeerId owner, Map<Hash, TreeSet<Value>> opened) {
        return record.provider().equals(owner)
                && !record.consumer().equals(owner)
                && !record.cabal().contains(owner)
                && !record.cabal().contains(record.consumer())
                && new TreeSet<Value>(record.cabal().members()).equals(opened.get(record.lock()));
    }

    private static Witnessed witnessed(SettlementRecord record, long nowMillis) {
        return new Witnessed(
                record,
                new SettledSession(
                        record.session(),
                        record.consumer(),
                        record.provider(),
                        Math.min(record.paidSeconds(), SettledSession.SECONDS_MAX),
                        REFERENCE_MILLI,
                        1_000,
                        Math.max(0, nowMillis - record.timeMillis()) / DAY_MILLIS));
    }

    private static long nowMillis(List<Block> blocks) {
        return blocks.get(blocks.size() - 1).timeMillis();
    }
}
