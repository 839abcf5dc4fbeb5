package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an actor. */
public sealed interface ActorMember {
    /** Everything from the first to the last token. */
    Span span();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code store ( name type ... )}: the actor's variables. */
    record Store(Body<Field> fields, Span span) implements ActorMember {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStore(this);
        }
    }

    /**
     * {@code trigger name(parameter type, ...) in [STATE, ...]}: a command from the actor's own host.
     *
     * @param states where it is accepted
     */
    record Trigger(
            Name name,
            List<Field> parameters,
            List<Name> states,
            Expression.@Nullable StringLiteral description,
            Span span)
            implements ActorMember {
        /** Keeps its own copy of the list. */
        public Trigger {
            parameters = List.copyOf(parameters);
            states = List.copyOf(states);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTrigger(this);
        }
    }

    /**
     * {@code state NAME initial terminal idle}.
     *
     * @param properties as written, in order
     */
    record State(Name name, List<StateProperty> properties, Expression.@Nullable StringLiteral description, Span span)
            implements ActorMember {
        /** Keeps its own copy of the list. */
        public State {
            properties = List.copyOf(properties);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitState(this);
        }
    }

    /**
     * {@code FROM -> TO event when guard ( actions ) else -> OTHER ( actions )}.
     *
     * @param otherwise taken when the guard is false
     */
    record Transition(
            Name from,
            Name to,
            Event event,
            @Nullable Expression guard,
            Body<Action> actions,
            @Nullable Otherwise otherwise,
            Span span)
            implements ActorMember {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTransition(this);
        }
    }

    /**
     * {@code defer MESSAGE, ... in [STATE, ...]} or {@code ignore ...}: what becomes of messages that no transition
     * awaits.
     *
     * @param states empty: in every state without a transition for the message
     */
    record Deferral(DeferralKind kind, List<Name> messages, List<Name> states, Span span) implements ActorMember {
        /** Keeps its own copy of the list. */
        public Deferral {
            messages = List.copyOf(messages);
            states = List.copyOf(states);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDeferral(this);
        }
    }

    /** One method for each kind, so that the compiler finds who has forgotten one. */
    interface Visitor<R> {
        R visitStore(Store store);

        R visitTrigger(Trigger trigger);

        R visitState(State state);

        R visitTransition(Transition transition);

        R visitDeferral(Deferral deferral);
    }
}
