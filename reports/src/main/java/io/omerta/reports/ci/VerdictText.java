package io.omerta.reports.ci;

import io.omerta.sim.record.Verdict;

/** A verdict in lines of text. */
final class VerdictText {
    private VerdictText() {}

    /** Statement, then what was measured, the evidence and the replay command, as far as there are any. */
    static String details(Verdict verdict) {
        StringBuilder text = new StringBuilder(verdict.statement());
        line(text, "measured", verdict.measured());
        line(text, "evidence", verdict.evidence());
        line(text, "replay", verdict.replay());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isBlank()) {
            text.append('\n').append(name).append(": ").append(value);
        }
    }
}
