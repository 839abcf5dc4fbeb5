package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a machine is at rest. Timers are known by the place of their transition. */
final class NaiveConfiguration {
    String state;
    final Map<String, Value> store;
    final Set<Integer> armed = new TreeSet<>();
    final Set<Integer> expired = new TreeSet<>();
    final List<Waiting> waiting = new ArrayList<>();
    final Set<String> composed = new TreeSet<>();

    /** @param since when the message came, milliseconds */
    record Waiting(Stimulus.Message message, long since) {}

    NaiveConfiguration(String state, Map<String, Value> store) {
        this.state = state;
        this.store = new LinkedHashMap<>(store);
    }

    NaiveConfiguration copy() {
        NaiveConfiguration copy = new NaiveConfiguration(state, store);
        copy.armed.addAll(armed);
        copy.expired.addAll(expired);
        copy.waiting.addAll(waiting);
        copy.composed.addAll(composed);
        return copy;
    }
}
