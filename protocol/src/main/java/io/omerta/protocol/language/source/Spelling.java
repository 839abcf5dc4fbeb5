package io.omerta.protocol.language.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the names that a misspelt one may stand for, by edit distance (Levenshtein 1966) on lower-cased names. */
public final class Spelling {
    /** Farthest name suggested. */
    private static final int MAX_DISTANCE = 2;

    private static final int MAX_SUGGESTIONS = 3;

    /** In shorter names two edits change most of the letters. */
    private static final int MIN_FIXABLE_LENGTH = 4;

    /** Longer names are not compared: the table of distances grows with the square of the length. */
    private static final int MAX_LENGTH = 255;

    private Spelling() {}

    /** Up to three candidates within two edits, nearest first, then in alphabetical order. */
    public static List<String> suggest(String word, Collection<String> candidates) {
        List<Candidate> near = new ArrayList<>();
        for (String candidate : candidates) {
            int distance = distance(word, candidate);
            if (distance <= MAX_DISTANCE && distance < candidate.length()) {
                near.add(new Candidate(candidate, distance));
            }
        }
        near.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
        return near.stream().limit(MAX_SUGGESTIONS).map(Candidate::name).toList();
    }

    /** The one candidate that may replace the word unseen: alone within two edits, and neither name short. */
    public static Optional<String> fix(String word, Collection<String> candidates) {
        List<String> near = suggest(word, candidates);
        boolean safe = near.size() == 1
                && word.length() >= MIN_FIXABLE_LENGTH
                && near.get(0).length() >= MIN_FIXABLE_LENGTH;
        return safe ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static int distance(String first, String second) {
        if (Math.max(first.length(), second.length()) > MAX_LENGTH
                || Math.abs(first.length() - second.length()) > MAX_DISTANCE) {
            return Integer.MAX_VALUE;
        }
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private record Candidate(String name, int distance) {}
}
