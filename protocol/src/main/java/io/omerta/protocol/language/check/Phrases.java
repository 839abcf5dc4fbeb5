package io.omerta.protocol.language.check;

import io.omerta.protocol.language.tree.ActorMember.Transition;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pieces of messages. */
final class Phrases {
    private Phrases() {}

    /** {@code `a`, `b` and `c`}. */
    static <T> String list(List<T> items, Function<T, ?> name) {
        List<String> quoted =
                items.stream().map(item -> "`" + name.apply(item) + "`").toList();
        int last = quoted.size() - 1;
        return last < 1
                ? String.join("", quoted)
                : quoted.stream().limit(last).collect(Collectors.joining(", ")) + " and " + quoted.get(last);
    }

    /** The head of a transition as a canonical text, {@code S -> T auto}. */
    static String head(Transition transition) {
        String event = transition.event().span().text().strip().replaceAll("\\s+", " ");
        return transition.from() + " -> " + transition.to() + " " + event;
    }
}
