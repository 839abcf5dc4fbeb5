package io.omerta.sim.network.session.check;

import io.omerta.protocol.wire.Hash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * No lock outlives its timeouts: neither does a witness hold anything for it, nor does the consumer's chain (L2). If a
 * session came of it, those of the session and its settlement count, too; where nothing is settled, it may last for ever.
 */
public final class EscrowFreed implements SessionCheck {
    private record Lock(int node, Hash session, long sinceNanos) {}

    private final SessionBounds bounds;
    private final long epochMillis;
    private final WitnessHoldings holdings = new WitnessHoldings();
    private final Map<Hash, Lock> locks = new LinkedHashMap<>();
    private final Set<Hash> begun = new TreeSet<>();
    private final Findings findings = new Findings();

    /** @param epochMillis what clocks show at virtual time 0 */
    public EscrowFreed(SessionBounds bounds, long epochMillis) {
        this.bounds = bounds;
        this.epochMillis = epochMillis;
    }

    @Override
    public String id() {
        return "escrow-freed";
    }

    @Override
    public String statement() {
        return "funds are free again when all timeouts of their lock, and of the session if it began, are over";
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void stepped(SessionStep step) {
        if (step.state().equals("IN_SESSION") || Variables.isTrue(step.configuration(), "in_session")) {
            begun.add(step.key().session());
        }
    }

    @Override
    public void signed(SignedBlock block) {
        holdings.observe(block);
        Hash session = block.session();
        if (session == null) {
            return;
        }
        switch (block.block().type()) {
            case "BALANCE_LOCK" -> locks.put(session, new Lock(block.node(), session, block.timeNanos()));
            case "BALANCE_RELEASE", "BALANCE_UNLOCK", "ESCROW_EXPIRED" -> {
                locks.remove(session);
                findings.expect(true, block.timeNanos(), () -> "");
            }
            default -> {}
        }
    }

    @Override
    public void ended(SessionBook book) {
        for (Lock lock : locks.values()) {
            if (isDue(lock.session(), lock.node(), lock.sinceNanos(), bounds.lockedNanos(), book)) {
                findings.expect(
                        false,
                        book.nowNanos(),
                        () -> "the chain of node " + lock.node() + " still has a lock for " + lock.session());
            }
        }
        long nowMillis = epochMillis + TimeUnit.NANOSECONDS.toMillis(book.nowNanos());
        for (WitnessHoldings.Held held : holdings.uncharged()) {
            if (isDue(held.session(), held.node(), held.sinceNanos(), bounds.heldNanos(), book)) {
                findings.expect(
                        !held.isLive(nowMillis),
                        book.nowNanos(),
                        () -> "node " + held.node() + " still holds " + held.micros() + " micro-credits for "
                                + held.session());
            }
        }
    }

    private boolean isDue(Hash session, int node, long sinceNanos, long boundNanos, SessionBook book) {
        long bound = begun.contains(session) ? bounds.settledNanos() : boundNanos;
        return book.nowNanos() - sinceNanos - book.downNanos(node) > bound;
    }
}
