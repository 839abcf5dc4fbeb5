package io.omerta.sim.network.session;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.transaction.SessionObserver;
import io.omerta.protocol.transaction.SessionRefusal;
import io.omerta.protocol.wire.Hash;
import io.omerta.sim.network.NodeLifecycle;
import io.omerta.sim.network.session.check.SessionBook;
import io.omerta.sim.network.session.check.SessionCheck;
import io.omerta.sim.network.session.check.SessionStep;
import io.omerta.sim.network.session.check.SignedBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Sees every step of every session, and passes it on: to the checks if the node is honest, to the owners of the nodes in any
 * case. A node that loses its disk signs its chain's blocks anew; it does not count as honest from then on.
 */
final class SessionWatch implements NodeLifecycle {
    private final SessionPopulation population;
    private final SessionBook book;
    private final List<SessionCheck> checks;
    private final SessionMarks marks;
    private final SessionOwners owners;
    private final LongSupplier nowNanos;
    private final boolean[] honest;
    private final Map<Integer, List<Hash>> signed = new LinkedHashMap<>();
    private final long[] chainSeen;
    private boolean paused;

    /** @param nowNanos virtual time */
    SessionWatch(
            SessionPopulation population,
            List<SessionCheck> checks,
            SessionMarks marks,
            SessionOwners owners,
            LongSupplier nowNanos) {
        this.population = population;
        this.book = new SessionBook(population.nodes());
        this.checks = List.copyOf(checks);
        this.marks = marks;
        this.owners = owners;
        this.nowNanos = nowNanos;
        this.honest = new boolean[population.nodes()];
        for (int node = 0; node < honest.length; node++) {
            honest[node] = population.behaviour(node) == null;
        }
        this.chainSeen = new long[population.nodes()];
    }

    /** Sees what one node does. */
    SessionObserver of(int node) {
        return new SessionObserver() {
            @Override
            public void stepped(SessionKey session, MachineInput input, Outcome outcome) {
                if (!paused) {
                    see(node, session, input, outcome);
                }
            }

            @Override
            public void refused(SessionRefusal reason, String detail) {}
        };
    }

    /** Whether steps are not looked at for the moment. */
    void pause(boolean whether) {
        paused = whether;
    }

    private void see(int node, SessionKey key, MachineInput input, Outcome outcome) {
        if (honest[node]) {
            SessionStep step = book.file(nowNanos.getAsLong(), node, population.peer(node), key, input, outcome);
            if (step != null) {
                marks.count(step);
                checks.forEach(check -> check.stepped(step));
            }
        }
        owners.stepped(node, key, outcome.next());
    }

    /**
     * A node's chain after an input.
     *
     * @param fromTheStart whether the node may have built it anew
     */
    void chainIs(int node, Chain chain, boolean fromTheStart) {
        if (!honest[node] || !fromTheStart && chain.height() == chainSeen[node]) {
            return;
        }
        List<Hash> known = signed.computeIfAbsent(node, any -> new ArrayList<>());
        long before = population.chain(node).height();
        long first = fromTheStart || chainSeen[node] == 0 ? before + 1 : chainSeen[node] + 1;
        Hasher hasher = population.identities().hasher();
        for (long height = first; height <= chain.height(); height++) {
            Block block = chain.blockAt(height);
            if (block != null) {
                int place = (int) (height - before - 1);
                see(new SignedBlock(nowNanos.getAsLong(), node, population.peer(node), block), known, place, hasher);
            }
        }
        chainSeen[node] = chain.height();
    }

    private void see(SignedBlock block, List<Hash> known, int place, Hasher hasher) {
        Hash hash = block.block().header(hasher).hash(hasher);
        if (place == known.size()) {
            known.add(hash);
            checks.forEach(check -> check.signed(block));
        } else if (!known.get(place).equals(hash)) {
            checks.forEach(check -> check.forked(block));
        }
    }

    @Override
    public void onCrash(int node, boolean durableStateLost) {
        book.wentDown(node, nowNanos.getAsLong());
        marks.crashed();
        if (durableStateLost) {
            honest[node] = false;
            book.forget(node);
        }
    }

    @Override
    public void onRestart(int node) {
        book.cameUp(node, nowNanos.getAsLong());
    }

    /** The run is over: what remains to be said of it. */
    void end() {
        book.endAt(nowNanos.getAsLong());
        checks.forEach(check -> check.ended(book));
    }
}
