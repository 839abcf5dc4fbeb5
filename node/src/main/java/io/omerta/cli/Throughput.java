package io.omerta.cli;

import java.util.Locale;

/** Says how far a run has come and how fast it is. */
final class Throughput {
    private final long startNanos = System.nanoTime();

    String text(String variant, int completed, int total, long events) {
        double seconds = Math.max(1e-3, (System.nanoTime() - startNanos) / 1e9);
        String rest = completed == 0
                ? ""
                : String.format(Locale.ROOT, ", about %s left", duration(seconds / completed * (total - completed)));
        return String.format(
                Locale.ROOT,
                "%d of %d replications%s, %.1f M events%s",
                completed,
                total,
                variant.isEmpty() ? "" : " (" + variant + ")",
                events / 1e6,
                rest);
    }

    private static String duration(double seconds) {
        if (seconds < 90) {
            return Math.round(seconds) + " s";
        }
        return seconds < 5400 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
    }
}
