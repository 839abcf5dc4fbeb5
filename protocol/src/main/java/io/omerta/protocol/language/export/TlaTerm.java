package io.omerta.protocol.language.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An expression in TLA+. A fault has no counterpart there, so each expression comes with the conditions under which it
 * has a value; where one of them is false, its value must not be asked for.
 *
 * @param value closed: it can stand as an operand anywhere
 * @param conditions closed, in the order of evaluation: a later one may be asked for only if those before it are true
 * @param nullable whether its value may be {@code Null}
 */
record TlaTerm(String value, List<String> conditions, boolean nullable) {
    static final String TRUE = "TRUE";

    TlaTerm {
        conditions = List.copyOf(conditions);
    }

    static TlaTerm total(String value) {
        return new TlaTerm(value, List.of(), false);
    }

    /** The conditions under which it has a value other than {@code Null}. */
    List<String> present() {
        return nullable ? and(conditions, List.of("(" + value + " # Null)")) : conditions;
    }

    /** The same expression with further conditions before its own. */
    TlaTerm after(List<String> earlier) {
        return new TlaTerm(value, and(earlier, conditions), nullable);
    }

    boolean isTotal() {
        return conditions.isEmpty();
    }

    static List<String> and(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        second.stream().filter(condition -> !both.contains(condition)).forEach(both::add);
        return both;
    }

    /** All conditions as one, closed. */
    static String all(List<String> conditions) {
        if (conditions.size() < 2) {
            return conditions.isEmpty() ? TRUE : conditions.get(0);
        }
        return conditions.stream().collect(Collectors.joining(" /\\ ", "(", ")"));
    }
}
