package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Name;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names that must differ from each other. */
final class NameTable {
    private final BindLog log;
    private final String place;
    private final Map<String, First> names = new LinkedHashMap<>();

    /** @param place where the names must differ, for the message: " in `M`", or empty */
    NameTable(BindLog log, String place) {
        this.log = log;
        this.place = place;
    }

    /**
     * Takes a name.
     *
     * @param what it names, with its article: "a field"
     * @return whether it is the first of its text; else the fault has been told
     */
    boolean isNew(Name name, String what) {
        First first = names.putIfAbsent(name.text(), new First(what, name.span()));
        if (first != null) {
            String before = first.what().equals(what) ? "" : ", first as " + first.what();
            log.add(Diagnostic.of(
                            Code.E20,
                            name.span(),
                            "`" + name.text() + "` is declared twice" + place + before + "; rename or delete one")
                    .withRelated(first.span(), "first declared here"));
        }
        return first == null;
    }

    private record First(String what, Span span) {}
}
