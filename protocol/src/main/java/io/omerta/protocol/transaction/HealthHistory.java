package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.trust.Suspicion;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What chains record of one peer's health: checks of it, and what it did as a member of cabals that checked others. Each
 * check counts once, whoever records it. Mutable.
 */
final class HealthHistory {
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long MILLIS_PER_DAY = 86_400 * MILLIS_PER_SECOND;

    /**
     * A check of the peer, or its part in one of another.
     *
     * @param outcome of the check; of a part FAIL if the peer contradicted the quorum, PARTIAL if it was silent
     */
    private record Event(long timeMillis, Hash session, CheckOutcome outcome) {
        static final Comparator<Event> BY_TIME =
                Comparator.comparingLong(Event::timeMillis).thenComparing(Event::session);

        boolean isClear() {
            return outcome != CheckOutcome.PARTIAL;
        }
    }

    private final CheckProofs proofs;
    private final SortedSet<PeerId> candidates;
    private final PeerId subject;
    private final long atMillis;

    private final Map<Hash, Event> checks = new TreeMap<>();
    private final Map<Hash, Event> answers = new TreeMap<>();
    private final Map<Hash, Event> silences = new TreeMap<>();
    private long firstSeenMillis;

    /**
     * @param candidates who may belong to a cabal
     * @param atMillis what was recorded later does not count
     */
    HealthHistory(CheckProofs proofs, SortedSet<PeerId> candidates, PeerId subject, long atMillis) {
        this.proofs = proofs;
        this.candidates = candidates;
        this.subject = subject;
        this.atMillis = atMillis;
        this.firstSeenMillis = atMillis;
    }

    /** @param blocks of one chain, verified */
    void read(List<Block> blocks) {
        for (Block block : blocks) {
            PeerHead.in(block).ifPresent(head -> meet(block, head));
            proofs.result(block, candidates).ifPresent(result -> note(block, result));
            proofs.silences(block).forEach(this::note);
        }
    }

    /** A chain's own word does not make its owner older. */
    private void meet(Block block, PeerHead head) {
        if (head.head().owner().equals(subject) && !block.owner().equals(subject)) {
            firstSeenMillis = Math.min(firstSeenMillis, block.timeMillis());
        }
    }

    private void note(Block block, CheckProofs.Result result) {
        if (result.timeMillis() > atMillis) {
            return;
        }
        if (result.subject().equals(subject)) {
            put(checks, result, result.outcome());
        }
        if (result.signers().contains(subject)) {
            put(answers, result, CheckOutcome.PASS);
        }
        if (proofs.dissenters(block, result).contains(subject)) {
            put(answers, result, CheckOutcome.FAIL);
        }
    }

    /** Of two statements about one check the worse one counts: it is signed as well as the other. */
    private static void put(Map<Hash, Event> events, CheckProofs.Result result, CheckOutcome outcome) {
        Event event = new Event(result.timeMillis(), result.session(), outcome);
        events.merge(result.session(), event, (a, b) -> a.outcome() == CheckOutcome.FAIL ? a : b);
    }

    private void note(CheckProofs.Silence silence) {
        if (silence.witness().equals(subject) && silence.timeMillis() <= atMillis) {
            silences.put(silence.session(), new Event(silence.timeMillis(), silence.session(), CheckOutcome.PARTIAL));
        }
    }

    /** Adds a check that no chain records yet. */
    void add(Hash session, CheckOutcome outcome) {
        checks.put(session, new Event(atMillis, session, outcome));
    }

    Suspicion suspicion() {
        return new Suspicion(
                (atMillis - lastClearMillis()) / MILLIS_PER_DAY,
                last(clearChecks(), Suspicion.CHECKS, CheckOutcome.FAIL),
                last(answers.values(), Suspicion.QUERIES, CheckOutcome.FAIL),
                last(queries(), Suspicion.QUERIES, CheckOutcome.PARTIAL),
                openAccusations(),
                (atMillis - firstSeenMillis) / MILLIS_PER_DAY);
    }

    /** When the next check is due; of a peer that was never checked, an interval after others first recorded it. */
    long dueMillis() {
        return lastClearMillis() + suspicion().intervalSeconds() * MILLIS_PER_SECOND;
    }

    private long lastClearMillis() {
        return clearChecks().stream().mapToLong(Event::timeMillis).max().orElse(firstSeenMillis);
    }

    private List<Event> clearChecks() {
        return checks.values().stream().filter(Event::isClear).toList();
    }

    /** Whenever the peer was asked for something: for its chain, or for its part in a check. */
    private List<Event> queries() {
        List<Event> queries = new ArrayList<>(checks.values());
        silences.forEach((session, silence) -> {
            if (!answers.containsKey(session)) {
                queries.add(silence);
            }
        });
        return queries;
    }

    /** Failures since the last check that found nothing. */
    private long openAccusations() {
        long open = 0;
        for (Event check : clearChecks().stream().sorted(Event.BY_TIME).toList()) {
            open = check.outcome() == CheckOutcome.PASS ? 0 : open + 1;
        }
        return open;
    }

    /** How many of the last so many had an outcome. */
    private static long last(Collection<Event> events, long countMax, CheckOutcome outcome) {
        return events.stream()
                .sorted(Event.BY_TIME.reversed())
                .limit(countMax)
                .filter(event -> event.outcome() == outcome)
                .count();
    }
}
