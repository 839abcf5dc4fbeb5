package io.omerta.protocol.language.model;

import io.omerta.protocol.wire.TypeDescriptor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The static type of an expression. Any variable may hold {@code null} until it is assigned; types do not track it.
 * Types are equal by content, and named types by name.
 */
public sealed interface Type {
    /** The type as protocol sources write it. */
    String notation();

    /** How its values travel, or null for a type without values of its own, such as that of {@code null}. */
    @Nullable
    TypeDescriptor descriptor();

    /** Types without parts. */
    enum Scalar implements Type {
        BOOL("bool", TypeDescriptor.Primitive.BOOL),
        INT("int", TypeDescriptor.Primitive.INT),
        /** Integers from 0 upwards: statically the same as {@code int}, and tested where a value is kept or passed. */
        UINT("uint", TypeDescriptor.Primitive.UINT),
        /** Exact fractions in millionths; {@code float} is another name for it. */
        FIXED("fixed", TypeDescriptor.Primitive.FIXED),
        /** Milliseconds since the epoch of the host's clock. */
        TIMESTAMP("timestamp", TypeDescriptor.Primitive.TIMESTAMP),
        /** The difference of two timestamps: an integer of milliseconds on the wire. */
        DURATION("duration", TypeDescriptor.Primitive.INT),
        BYTES("bytes", TypeDescriptor.Primitive.BYTES),
        STRING("string", TypeDescriptor.Primitive.STRING),
        HASH("hash", TypeDescriptor.Primitive.HASH),
        PEER_ID("peer_id", TypeDescriptor.Primitive.PEER_ID),
        SIGNATURE("signature", TypeDescriptor.Primitive.SIGNATURE);

        private final String notation;
        private final TypeDescriptor descriptor;

        Scalar(String notation, TypeDescriptor descriptor) {
            this.notation = notation;
            this.descriptor = descriptor;
        }

        @Override
        public String notation() {
            return notation;
        }

        @Override
        public TypeDescriptor descriptor() {
            return descriptor;
        }

        /** Whether values are integers without a unit. */
        public boolean isInteger() {
            return this == INT || this == UINT;
        }
    }

    /** Types that no declaration can name. */
    enum Special implements Type {
        /** Of {@code null}; fits every type. */
        NULL("null"),
        /** Of what has no value because it never returns, {@code ABORT(...)}; fits every type. */
        NEVER("never"),
        /** Of the actor's own chain; only functions of chains take it. */
        CHAIN("chain"),
        /** Of what is in error already; fits every type, so that one fault is told once. */
        UNKNOWN("unknown");

        private final String notation;

        Special(String notation) {
            this.notation = notation;
        }

        @Override
        public String notation() {
            return notation;
        }

        @Override
        public @Nullable TypeDescriptor descriptor() {
            return null;
        }
    }

    record ListOf(Type element) implements Type {
        @Override
        public String notation() {
            return "list<" + element.notation() + ">";
        }

        @Override
        public @Nullable TypeDescriptor descriptor() {
            TypeDescriptor of = element.descriptor();
            return of == null ? null : new TypeDescriptor.ListOf(of);
        }
    }

    record MapOf(Type key, Type value) implements Type {
        @Override
        public String notation() {
            return "map<" + key.notation() + ", " + value.notation() + ">";
        }

        @Override
        public @Nullable TypeDescriptor descriptor() {
            TypeDescriptor from = key.descriptor();
            TypeDescriptor to = value.descriptor();
            return from == null || to == null ? null : new TypeDescriptor.MapOf(from, to);
        }
    }

    /**
     * A declared enum, or the states of an actor.
     *
     * @param members in declared order
     */
    record EnumOf(String name, List<String> members) implements Type {
        public EnumOf {
            members = List.copyOf(members);
        }

        @Override
        public String notation() {
            return name;
        }

        @Override
        public TypeDescriptor descriptor() {
            return new TypeDescriptor.EnumOf(name, members);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof EnumOf that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** A struct, message, block or, in properties, the view of an actor's configuration. */
    record RecordOf(RecordModel record) implements Type {
        @Override
        public String notation() {
            return record.name();
        }

        @Override
        public TypeDescriptor descriptor() {
            return record.descriptor();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof RecordOf that && record.name().equals(that.record.name());
        }

        @Override
        public int hashCode() {
            return record.name().hashCode();
        }
    }

    /** Stands for one type that each call chooses anew: a single capital letter in the head of a function. */
    record Variable(String name) implements Type {
        @Override
        public String notation() {
            return name;
        }

        @Override
        public @Nullable TypeDescriptor descriptor() {
            return null;
        }
    }

    /** Of {@code x => body}. */
    record Lambda(Type parameter, Type result) implements Type {
        public Lambda {
            Objects.requireNonNull(parameter);
            Objects.requireNonNull(result);
        }

        @Override
        public String notation() {
            return parameter.notation() + " => " + result.notation();
        }

        @Override
        public @Nullable TypeDescriptor descriptor() {
            return null;
        }
    }
}
