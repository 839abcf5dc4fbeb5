package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An action of a transition. */
public sealed interface Action {
    /** Everything from the first to the last token. */
    Span span();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code store a, b}: keeps trigger parameters or message fields under their own names. */
    record StoreParameters(List<Name> names, Span span) implements Action {
        /** Keeps its own copy of the list. */
        public StoreParameters {
            names = List.copyOf(names);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStoreParameters(this);
        }
    }

    /** {@code STORE(target, value)}. */
    record StoreValue(Name target, Expression value, Span span) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStoreValue(this);
        }
    }

    /** {@code target = value}, to a variable of the store. */
    record Assign(Name target, Expression value, Span span) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAssign(this);
        }
    }

    /** {@code lookup target = value}. */
    record Lookup(Name target, Expression value, Span span) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLookup(this);
        }
    }

    /**
     * {@code SEND(target, MESSAGE)} or {@code SEND(target, MESSAGE { field value, ... })}.
     *
     * @param payload null: each field takes the variable of its name
     */
    record Send(Expression target, Name message, Expression.@Nullable StructLiteral payload, Span span)
            implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSend(this);
        }
    }

    /**
     * {@code BROADCAST(list, MESSAGE)} or {@code BROADCAST(list, MESSAGE { field value, ... })}.
     *
     * @param recipients a list of peers in the store
     * @param payload null: each field takes the variable of its name
     */
    record Broadcast(Name recipients, Name message, Expression.@Nullable StructLiteral payload, Span span)
            implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBroadcast(this);
        }
    }

    /**
     * {@code APPEND(chain, BLOCK)} or {@code APPEND(chain, BLOCK { field value, ... })}: to the actor's own chain.
     *
     * @param payload null: each field takes the variable of its name
     */
    record AppendBlock(Name block, Expression.@Nullable StructLiteral payload, Span span) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAppendBlock(this);
        }
    }

    /** {@code APPEND(target, value)}: to a list of the store. */
    record AppendValue(Name target, Expression value, Span span) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAppendValue(this);
        }
    }

    /** One method for each kind, so that the compiler finds who has forgotten one. */
    interface Visitor<R> {
        R visitStoreParameters(StoreParameters storeParameters);

        R visitStoreValue(StoreValue storeValue);

        R visitAssign(Assign assign);

        R visitLookup(Lookup lookup);

        R visitSend(Send send);

        R visitBroadcast(Broadcast broadcast);

        R visitAppendBlock(AppendBlock appendBlock);

        R visitAppendValue(AppendValue appendValue);
    }
}
