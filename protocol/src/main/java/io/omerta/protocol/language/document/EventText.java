package io.omerta.protocol.language.document;

import io.omerta.protocol.language.format.OneLine;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import org.jspecify.annotations.Nullable;

/** Says in a few words what makes a transition fire. */
final class EventText implements Event.Visitor<String> {
    /** Longest guard that a diagram shows, in chars. */
    private static final int MAX_GUARD_CHARS = 36;

    static final String AUTO = "auto";

    /** The guard of a transition's other way. */
    static final String ELSE = "else";

    private static final String CUT = "...";

    private EventText() {}

    /** {@code LOCK_TERMS}, {@code after LOCK_TIMEOUT}, {@code auto}, or {@code quorum of VOTE}. */
    static String of(Event event) {
        return event.accept(new EventText());
    }

    /** A guard as diagrams show it: the end of a long one is left out. Empty if there is none. */
    static String guard(@Nullable Expression guard) {
        if (guard == null) {
            return "";
        }
        String text = OneLine.of(guard);
        return text.length() <= MAX_GUARD_CHARS ? text : shortened(text);
    }

    private static String shortened(String text) {
        int end = MAX_GUARD_CHARS - CUT.length();
        int blank = text.lastIndexOf(' ', end);
        return text.substring(0, blank > MAX_GUARD_CHARS / 2 ? blank : end).stripTrailing() + CUT;
    }

    @Override
    public String visitAuto(Event.Auto auto) {
        return AUTO;
    }

    @Override
    public String visitOn(Event.On on) {
        return on.name().text();
    }

    @Override
    public String visitTimeout(Event.Timeout timeout) {
        return "after " + timeout.parameter();
    }

    @Override
    public String visitCollect(Event.Collect collect) {
        return "quorum of " + collect.message();
    }
}
