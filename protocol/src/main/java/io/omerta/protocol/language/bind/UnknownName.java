package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.language.tree.Name;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells a name that stands for nothing, with what may have been meant. */
final class UnknownName {
    /** More names than this are counted, not listed. */
    private static final int MAX_LISTED = 5;

    private UnknownName() {}

    /**
     * Notes the fault.
     *
     * @param kind what the name should be, with its article: "a message"
     * @param candidates names of that kind
     */
    static void tell(BindLog log, Code code, Name name, String kind, Collection<String> candidates) {
        tell(log, code, name.span(), name.text(), kind, candidates);
    }

    static void tell(BindLog log, Code code, Span span, String name, String kind, Collection<String> candidates) {
        Collection<String> distinct = log.isLong() ? List.of() : new TreeSet<>(candidates);
        List<String> near = Spelling.suggest(name, distinct);
        String hint = log.isLong() ? "" : "; " + hint(near, distinct);
        Diagnostic diagnostic = Diagnostic.of(code, span, "`" + name + "` is not " + kind + hint);
        Optional<String> meant = Spelling.fix(name, near);
        log.add(
                meant.isPresent()
                        ? diagnostic.withFix(Fix.replace("write `" + meant.get() + "`", span, meant.get()))
                        : diagnostic);
    }

    private static String hint(List<String> near, Collection<String> candidates) {
        if (!near.isEmpty()) {
            return "did you mean " + listed(near, " or ") + "?";
        }
        if (candidates.isEmpty()) {
            return "there is none";
        }
        if (candidates.size() <= MAX_LISTED) {
            return (candidates.size() == 1 ? "there is only " : "there are ") + listed(candidates, " and ");
        }
        return "none of the " + candidates.size() + " has a similar name";
    }

    /** The names in backquotes, with commas and a last word between them. */
    static String listed(Collection<String> names, String last) {
        String all = names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        int comma = all.lastIndexOf(", ");
        return comma < 0 ? all : all.substring(0, comma) + last + all.substring(comma + 2);
    }
}
