package io.omerta.protocol.language.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of one scope: legal in Java, in its usual spelling, and distinct even where letters have no case, as in names of
 * class files on some systems.
 */
final class JavaNames {
    /** Java Language Specification, Java SE 17 Edition, 3.9 and 3.10: reserved keywords and literals. */
    private static final List<String> KEYWORDS = List.of(
            ("_ abstract assert boolean break byte case catch char class const continue default do double else enum"
                            + " extends false final finally float for goto if implements import instanceof int"
                            + " interface long native new null package private protected public return short static"
                            + " strictfp super switch synchronized this throw throws transient true try void volatile"
                            + " while")
                    .split(" "));

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Components may not have the names of methods of {@code Object}, or of what each record declares itself. */
    private static final List<String> NOT_COMPONENTS = List.of(
            "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "toValue", "wait", "yield");

    private final Set<String> taken = new TreeSet<>();

    /** @param reserved names that have a meaning in the scope already */
    JavaNames(List<String> reserved) {
        reserved.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
    }

    static JavaNames ofComponents() {
        JavaNames names = new JavaNames(List.of());
        names.taken.addAll(NOT_COMPONENTS);
        names.taken.addAll(NOT_COMPONENTS.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList());
        return names;
    }

    /**
     * A name that no other has.
     *
     * @param wanted how it is called if it can be
     * @param otherwise what is added if it cannot
     */
    String take(String wanted, String otherwise) {
        String name = wanted;
        for (int i = 1; KEYWORDS.contains(name) || !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = wanted + otherwise + (i == 1 ? "" : Integer.toString(i));
        }
        return name;
    }

    /** {@code LOCK_REQUEST} and {@code lock request} become {@code LockRequest}. */
    static String ofType(String name) {
        StringBuilder type = new StringBuilder();
        for (String word : words(name)) {
            type.append(capitalised(word));
        }
        return startsLegally(type) ? type.toString() : "T" + type;
    }

    /** {@code session_id} becomes {@code sessionId}. */
    static String ofComponent(String name) {
        String type = ofType(name);
        List<String> words = words(name);
        if (words.isEmpty() || !Character.isLetter(words.get(0).charAt(0))) {
            return "_" + String.join("", words);
        }
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    /** Whether a text can be the name of a package; letters are those of ASCII. */
    static boolean isPackage(String text) {
        return Stream.of(text.split("\\.", -1))
                .allMatch(part -> IDENTIFIER.matcher(part).matches() && !KEYWORDS.contains(part));
    }

    private static boolean startsLegally(StringBuilder name) {
        return name.length() > 0 && Character.isLetter(name.charAt(0));
    }

    /** Runs of ASCII letters and digits. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** What is written in capitals only is a word like others. */
    private static String capitalised(String word) {
        boolean shouted = word.equals(word.toUpperCase(Locale.ROOT));
        return word.substring(0, 1).toUpperCase(Locale.ROOT)
                + (shouted ? word.substring(1).toLowerCase(Locale.ROOT) : word.substring(1));
    }
}
