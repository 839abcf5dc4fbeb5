package io.omerta.protocol.mutation;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;

/**
 * A shipped file with one change.
 *
 * @param path of the file, from the folder of the transactions
 * @param kind of change
 * @param place that is replaced
 * @param replacement what stands there instead
 */
record Mutant(String path, Kind kind, Span place, String replacement) {
    private static final int TEXT_MAX = 90;

    /** What is done to the text. */
    enum Kind {
        GUARD_NEGATED,
        CONJUNCT_DROPPED,
        SENDER_CHECK_DROPPED,
        SIGNATURE_CHECK_DROPPED,
        COMPARISON_OFF_BY_ONE,
        QUORUM_OFF_BY_ONE,
        PARAMETER_OFF_BY_ONE,
        TIMEOUT_REMOVED,
        APPEND_REMOVED
    }

    Source changed() {
        String text = place.source().text();
        return Source.of(
                place.source().name(), text.substring(0, place.start()) + replacement + text.substring(place.end()));
    }

    /** File, line and change, on one line. */
    @Override
    public String toString() {
        return path + ":" + place.startPosition().line() + " " + kind + ": " + shown(place.text())
                + (replacement.isEmpty() ? "" : " => " + shown(replacement));
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return "`" + (line.length() <= TEXT_MAX ? line : line.substring(0, TEXT_MAX) + "...") + "`";
    }
}
