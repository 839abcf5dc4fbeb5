package io.omerta.protocol.transaction;

import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.Outcome;
import java.util.Map;
import java.util.TreeMap;

/** How often which role of a transaction came to rest in which state, sent what and recorded what. */
final class Transcript {
    private final TreeMap<String, Integer> counts = new TreeMap<>();

    void stepped(SessionKey session, Outcome outcome) {
        String who = session.transaction() + " " + session.role() + " ";
        count(who + "to " + outcome.next().state().name());
        for (MachineEffect effect : outcome.effects()) {
            if (effect instanceof MachineEffect.Send send) {
                count(who + "sends " + send.message().name());
            } else if (effect instanceof MachineEffect.Append append) {
                count(who + "records " + append.block().name());
            }
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** One line for each, in order. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            text.append(count.getKey()).append(" x").append(count.getValue()).append('\n');
        }
        return text.toString();
    }
}
