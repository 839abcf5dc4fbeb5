package io.omerta.protocol.transaction;

import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shipped transaction with some of its text replaced: a protocol that lacks one of its guards, so that a test shows what
 * the guard is for, or the program of a peer that does not keep to the protocol.
 */
public final class Variant {
    /** How it begins to say that there is nothing to replace. */
    static final String NOT_FOUND = "the transaction does not hold ";

    private static final Pattern TOKEN = Pattern.compile("\\w+|[^\\w\\s]");

    private final ShippedTransactions shipped;
    private final Map<String, String> replacements = new LinkedHashMap<>();
    private final Map<String, Value> parameters = new LinkedHashMap<>();
    private String declarations = "";

    private Variant(ShippedTransactions shipped) {
        this.shipped = shipped;
    }

    public static Variant of(ShippedTransactions shipped) {
        return new Variant(shipped);
    }

    /** Replaces a text, wherever it stands in the transaction or a file that it imports; its layout does not matter. */
    public Variant with(String text, String other) {
        replacements.put(text, other);
        return this;
    }

    Variant without(String text) {
        return with(text, "");
    }

    Variant parameter(String name, Value value) {
        parameters.put(name, value);
        return this;
    }

    /** Adds declarations, such as a property to explore. */
    Variant plus(String text) {
        declarations += "\n" + text;
        return this;
    }

    /** What is changed, one line each. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        replacements.forEach((text, other) -> changes.add(
                other.isEmpty()
                        ? "without `" + onOneLine(text) + "`"
                        : "`" + onOneLine(other) + "` for `" + onOneLine(text) + "`"));
        if (!declarations.isEmpty()) {
            changes.add("with `" + onOneLine(declarations) + "`");
        }
        return changes;
    }

    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    public TransactionSpec compile() {
        return TransactionSpec.compile(model(), parameters);
    }

    ProtocolModel model() {
        LinkedHashMap<String, String> unused = new LinkedHashMap<>(replacements);
        Source changed = replaced(shipped.source(), unused);
        Source main = Source.of(changed.name(), changed.text() + declarations);
        ImportSource shippedImports = ShippedTransactions.imports();
        CheckedProtocol checked = Checker.check(main, new ImportSource() {
            @Override
            public Optional<Source> find(List<String> path) {
                return shippedImports.find(path).map(source -> replaced(source, unused));
            }

            @Override
            public Optional<Source> transaction(String id) {
                return shippedImports.transaction(id);
            }
        });
        if (!unused.isEmpty()) {
            throw new AssertionError(NOT_FOUND + unused.keySet());
        }
        return checked.requireModel();
    }

    private Source replaced(Source source, Map<String, String> unused) {
        String text = source.text();
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            Matcher found = spaced(replacement.getKey()).matcher(text);
            if (found.find()) {
                unused.remove(replacement.getKey());
                text = found.replaceAll(Matcher.quoteReplacement(replacement.getValue()));
            }
        }
        return Source.of(source.name(), text);
    }

    /** Finds a text by its words and signs, however they are laid out. */
    private static Pattern spaced(String text) {
        StringBuilder pattern = new StringBuilder();
        String before = "";
        for (String token :
                TOKEN.matcher(text).results().map(MatchResult::group).toList()) {
            boolean words = isWord(before) && isWord(token);
            pattern.append(before.isEmpty() ? "" : words ? "\\s+" : "\\s*").append(Pattern.quote(token));
            before = token;
        }
        return Pattern.compile(pattern.toString());
    }

    private static boolean isWord(String token) {
        return !token.isEmpty() && Character.isJavaIdentifierPart(token.charAt(0));
    }
}
