package io.omerta.sim.network.session.check;

import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.Instance;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The machines of honest nodes as they are now. A session of which all machines have ended is forgotten. */
public final class SessionBook {
    private record Name(String transaction, Hash session) {}

    /** A machine that has begun. */
    public static final class Entry {
        private final int node;
        private final SessionKey key;
        private final long begunNanos;
        private Instance instance;

        private Entry(int node, SessionKey key, long begunNanos, Instance instance) {
            this.node = node;
            this.key = key;
            this.begunNanos = begunNanos;
            this.instance = instance;
        }

        public int node() {
            return node;
        }

        public SessionKey key() {
            return key;
        }

        /** Virtual time at which the machine left its initial state. */
        public long begunNanos() {
            return begunNanos;
        }

        public Configuration configuration() {
            return instance.configuration();
        }
    }

    private final Map<Name, List<Entry>> sessions = new LinkedHashMap<>();
    private final long[] downSinceNanos;
    private final long[] downNanos;
    private long nowNanos;

    public SessionBook(int nodes) {
        this.downSinceNanos = new long[nodes];
        this.downNanos = new long[nodes];
    }

    /** Files a step; null if the machine has not left its initial state. */
    public @Nullable SessionStep file(
            long timeNanos, int node, PeerId peer, SessionKey key, MachineInput input, Outcome outcome) {
        nowNanos = timeNanos;
        if (outcome.next().state().initial()) {
            return null;
        }
        Name name = new Name(key.transaction(), key.session());
        List<Entry> entries = sessions.computeIfAbsent(name, any -> new ArrayList<>());
        Instance instance = new Instance(peer, outcome.next());
        String from = "";
        Entry entry = find(entries, node, key);
        if (entry == null) {
            entries.add(new Entry(node, key, timeNanos, instance));
        } else {
            from = entry.configuration().state().name();
            entry.instance = instance;
        }
        if (outcome.next().state().terminal()
                && entries.stream()
                        .allMatch(each -> each.configuration().state().terminal())) {
            sessions.remove(name);
        }
        return new SessionStep(timeNanos, node, peer, key, input, outcome, from, () -> byRole(entries));
    }

    private static @Nullable Entry find(List<Entry> entries, int node, SessionKey key) {
        for (Entry entry : entries) {
            if (entry.node == node && entry.key.role().equals(key.role())) {
                return entry;
            }
        }
        return null;
    }

    private static Map<String, List<Instance>> byRole(List<Entry> entries) {
        Map<String, List<Instance>> byRole = new LinkedHashMap<>();
        for (Entry entry : entries) {
            byRole.computeIfAbsent(entry.key.role(), role -> new ArrayList<>()).add(entry.instance);
        }
        return byRole;
    }

    /** Time goes on to the end of the run. */
    public void endAt(long timeNanos) {
        nowNanos = timeNanos;
    }

    /** Virtual time of the last event. */
    public long nowNanos() {
        return nowNanos;
    }

    public void wentDown(int node, long timeNanos) {
        downSinceNanos[node] = timeNanos;
    }

    public void cameUp(int node, long timeNanos) {
        downNanos[node] += timeNanos - downSinceNanos[node];
    }

    /** How long a node was down until now, in all; its machines could not go on meanwhile. */
    public long downNanos(int node) {
        return downNanos[node];
    }

    /** A node does not count from now on. */
    public void forget(int node) {
        sessions.values().forEach(entries -> entries.removeIf(entry -> entry.node == node));
    }

    /** The machines that have not ended. */
    public List<Entry> open() {
        List<Entry> open = new ArrayList<>();
        for (List<Entry> entries : sessions.values()) {
            entries.stream()
                    .filter(entry -> !entry.configuration().state().terminal())
                    .forEach(open::add);
        }
        return open;
    }

    /** The machines that have not ended, and should have by some time after they began. */
    List<Entry> overdue(ToLongFunction<Entry> boundNanos) {
        return open().stream()
                .filter(entry -> nowNanos - entry.begunNanos - downNanos[entry.node] > boundNanos.applyAsLong(entry))
                .toList();
    }
}
