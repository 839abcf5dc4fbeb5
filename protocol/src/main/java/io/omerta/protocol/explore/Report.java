package io.omerta.protocol.explore;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an exploration has found.
 *
 * @param states different ones found, 0 for walks
 * @param transitions moves made
 * @param depth moves of the longest of the shortest runs, or of the longest walk
 * @param complete whether every run within the budget of faults was explored
 * @param properties names of all that were checked
 * @param counterexample a run after which one of them does not hold, or null
 * @param unreached states and transitions that no run came by
 * @param notices what was noticed and how often; none of it is a fault
 */
public record Report(
        int states,
        long transitions,
        int depth,
        boolean complete,
        List<String> properties,
        @Nullable Counterexample counterexample,
        List<String> unreached,
        Map<String, Long> notices) {
    /** What is known of the properties. */
    public enum Verdict {
        /** All hold in every run. */
        HELD,
        /** One of them does not. */
        VIOLATED,
        /** No counterexample was found, but not every run was looked at. */
        INCONCLUSIVE
    }

    public Report {
        properties = List.copyOf(properties);
        unreached = List.copyOf(unreached);
        notices = Collections.unmodifiableMap(new LinkedHashMap<>(notices));
    }

    public Verdict verdict() {
        if (counterexample != null) {
            return Verdict.VIOLATED;
        }
        return complete ? Verdict.HELD : Verdict.INCONCLUSIVE;
    }
}
