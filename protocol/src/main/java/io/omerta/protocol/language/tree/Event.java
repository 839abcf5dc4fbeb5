package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;
import org.jspecify.annotations.Nullable;

/** What may make a transition fire. */
public sealed interface Event {
    /** Everything from the first to the last token. */
    Span span();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code auto}: nothing but the guard is awaited. */
    record Auto(Span span) implements Event {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAuto(this);
        }
    }

    /** {@code on name}: a message or a trigger, told apart when names are resolved. */
    record On(Name name, Span span) implements Event {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOn(this);
        }
    }

    /** {@code on timeout(parameter)}: the state has lasted that long. */
    record Timeout(Name parameter, Span span) implements Event {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTimeout(this);
        }
    }

    /**
     * {@code collect message from members until threshold by voter on agreement where condition into votes}: enough
     * distinct members of a list have sent the message.
     *
     * @param members list of peers whose messages count
     * @param threshold number of members that suffices
     * @param voter field of the message that names its sender
     * @param agreement what the counted messages must agree on; null if nothing
     * @param condition which messages count; null for all
     * @param votes list of the store that gathers them
     */
    record Collect(
            Name message,
            Name members,
            Expression threshold,
            Name voter,
            @Nullable Expression agreement,
            @Nullable Expression condition,
            Name votes,
            Span span)
            implements Event {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCollect(this);
        }
    }

    /** One method for each kind, so that the compiler finds who has forgotten one. */
    interface Visitor<R> {
        R visitAuto(Auto auto);

        R visitOn(On on);

        R visitTimeout(Timeout timeout);

        R visitCollect(Collect collect);
    }
}
