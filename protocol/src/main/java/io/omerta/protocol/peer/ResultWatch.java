package io.omerta.protocol.peer;

import io.omerta.protocol.gossip.GossipItem;
import io.omerta.protocol.gossip.ItemRules;
import io.omerta.protocol.gossip.ItemType;
import io.omerta.protocol.gossip.ResultForm;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.transaction.SessionObserver;
import io.omerta.protocol.transaction.SessionRefusal;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds in what a peer's sessions send and receive the results that everybody is told. Passes on what it sees. */
final class ResultWatch implements SessionObserver {
    /** Locks that are remembered for the results that name them. */
    private static final int LOCKS_MAX = 4_096;

    private final ItemRules rules;
    private final SessionObserver next;
    private final TreeSet<String> messages = new TreeSet<>();
    private final List<GossipItem> found = new ArrayList<>();
    private final LinkedHashMap<Hash, Struct> locks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, Struct> eldest) {
            return size() > LOCKS_MAX;
        }
    };

    ResultWatch(List<ResultForm> forms, ItemRules rules, SessionObserver next) {
        this.rules = rules;
        this.next = next;
        forms.forEach(form -> messages.add(form.origin().message()));
    }

    /** What was found since this was asked last, each once; not verified. */
    List<GossipItem> takeFound() {
        List<GossipItem> taken = found.stream().distinct().toList();
        found.clear();
        return taken;
    }

    boolean hasFound() {
        return !found.isEmpty();
    }

    /** Takes note of an item that was verified. */
    void learn(GossipItem item) {
        if (item.type() == ItemType.LOCK_RESULT) {
            rules.decided(item).ifPresent(lock -> locks.put(lock.hash(), lock.decision()));
        }
    }

    @Override
    public void stepped(SessionKey session, MachineInput input, Outcome outcome) {
        if (input instanceof MachineInput.Received received) {
            look(received.message().name(), received.body());
        }
        for (MachineEffect effect : outcome.effects()) {
            if (effect instanceof MachineEffect.Send send) {
                look(send.message().name(), send.body());
            }
        }
        next.stepped(session, input, outcome);
    }

    private void look(String message, Struct body) {
        if (messages.contains(message)) {
            rules.result(message, body, locks::get).ifPresent(found::add);
        }
    }

    @Override
    public void refused(SessionRefusal reason, String detail) {
        next.refused(reason, detail);
    }
}
