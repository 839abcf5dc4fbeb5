package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sessions of a node, within its limits. */
final class SessionTable {
    private final SessionLimits limits;
    private final Map<SessionKey, Session> begun = new LinkedHashMap<>();
    private final Map<SessionKey, Session> pending = new LinkedHashMap<>();
    private final Set<SessionKey> finished = new LinkedHashSet<>();
    private final Map<Long, Session> byNumber = new LinkedHashMap<>();
    private final Map<PeerId, Integer> byOpener = new TreeMap<>();

    SessionTable(SessionLimits limits) {
        this.limits = limits;
    }

    /** The session of a key, begun or pending, or null. */
    @Nullable
    Session find(SessionKey key) {
        Session session = begun.get(key);
        return session == null ? pending.get(key) : session;
    }

    @Nullable
    Session find(long number) {
        return byNumber.get(number);
    }

    /** The machines that a node has in one session of a transaction. */
    List<Session> find(String transaction, Hash session, Program program) {
        List<Session> found = new ArrayList<>();
        for (Program.Part part : program.parts()) {
            Session candidate = find(new SessionKey(transaction, session, part.role()));
            if (candidate != null) {
                found.add(candidate);
            }
        }
        return found;
    }

    boolean isFinished(SessionKey key) {
        return finished.contains(key);
    }

    /** The sessions that have begun and not ended, in the order in which they began. */
    List<Session> begun() {
        return Collections.unmodifiableList(new ArrayList<>(begun.values()));
    }

    /** Those that have begun or wait to begin. */
    Set<SessionKey> keys() {
        Set<SessionKey> keys = new LinkedHashSet<>(begun.keySet());
        keys.addAll(pending.keySet());
        return keys;
    }

    /** Whether one more session of another peer may begin, or wait to begin. */
    boolean hasRoomFor(PeerId opener) {
        return begun.size() < limits.sessionsMax() && byOpener.getOrDefault(opener, 0) < limits.perPeerMax();
    }

    /** Files a session by what has become of it: begun, ended, waiting to begin, or nothing at all. */
    void file(Session session) {
        if (session.hasBegun() && !session.hasEnded() && begun.containsKey(session.key)) {
            return;
        }
        remove(session);
        if (session.hasEnded()) {
            finish(session.key);
        } else if (session.hasBegun()) {
            add(session, begun);
        } else if (!session.configuration.waiting().isEmpty()) {
            if (pending.size() == limits.pendingMax()) {
                remove(pending.values().iterator().next());
            }
            add(session, pending);
        }
    }

    private void add(Session session, Map<SessionKey, Session> where) {
        where.put(session.key, session);
        byNumber.put(session.number, session);
        byOpener.merge(session.opener, 1, Integer::sum);
    }

    private void remove(Session session) {
        if (byNumber.remove(session.number) != null) {
            begun.remove(session.key);
            pending.remove(session.key);
            byOpener.computeIfPresent(session.opener, (opener, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Remembers that a session has ended. */
    void finish(SessionKey key) {
        if (finished.size() == limits.finishedMax()) {
            Iterator<SessionKey> oldest = finished.iterator();
            oldest.next();
            oldest.remove();
        }
        finished.add(key);
    }
}
