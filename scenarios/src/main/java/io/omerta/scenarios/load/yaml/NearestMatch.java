package io.omerta.scenarios.load.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what a user probably meant. */
public final class NearestMatch {
    private static final int LONGEST_NAME = 64;
    private static final int MOST_CANDIDATES = 10_000;
    private static final int MOST_LISTED = 24;

    private NearestMatch() {}

    /**
     * The candidate nearest to the text, by edits with neighbouring letters swapped counting as one, if it is near: at
     * most a third of the longer one's letters, or one. Case, '-' and '_' count as nothing. Ties go to the first.
     */
    public static Optional<String> of(String text, Collection<String> candidates) {
        if (text.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        int seen = 0;
        for (String candidate : candidates) {
            if (seen++ == MOST_CANDIDATES) {
                break;
            }
            int distance = distance(plain(text), plain(candidate));
            int limit = Math.max(1, Math.max(text.length(), candidate.length()) / 3);
            if (distance <= limit && distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** "did you mean ...? allowed: ...", or the second part alone. */
    public static String hint(String text, Collection<String> candidates) {
        String allowed = "allowed: "
                + candidates.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))
                + (candidates.size() > MOST_LISTED ? ", ... (" + candidates.size() + " in all)" : "");
        return of(text, candidates)
                .map(match -> "did you mean \"" + match + "\"? " + allowed)
                .orElse(allowed);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Optimal string alignment distance. */
    private static int distance(String a, String b) {
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[b.length()];
    }
}
