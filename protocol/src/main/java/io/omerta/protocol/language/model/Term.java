package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * An expression with every name resolved and every type known. Conversions are explicit: where an integer is used as a
 * fraction stands a {@link Widen}, where it must not be negative a {@link NotNegative}.
 */
public sealed interface Term {
    Type type();

    Span span();

    /** A literal, the value of a parameter, an enum's member. */
    record Constant(Value value, Type type, Span span) implements Term {}

    /** The value of a parameter of the transaction, which a compilation may replace. */
    record ParameterValue(ParameterModel parameter, Span span) implements Term {
        @Override
        public Type type() {
            return parameter.type();
        }
    }

    /** A variable of the actor's store. */
    record Variable(int slot, String name, Type type, Span span) implements Term {}

    /**
     * A local: parameter of the trigger at hand, of the function or of a lambda, variable of a function. The payload of
     * the message at hand is local 0 of a transition on a message.
     */
    record Local(int index, String name, Type type, Span span) implements Term {}

    /** {@code message.sender}: the peer that sent the message at hand. */
    record Sender(Span span) implements Term {
        @Override
        public Type type() {
            return Type.Scalar.PEER_ID;
        }
    }

    /** {@code peer_id}: the actor's own identity. */
    record Self(Span span) implements Term {
        @Override
        public Type type() {
            return Type.Scalar.PEER_ID;
        }
    }

    /** {@code chain}: the actor's own chain, as an argument of functions of chains. */
    record OwnChain(Span span) implements Term {
        @Override
        public Type type() {
            return Type.Special.CHAIN;
        }
    }

    /** In properties: all instances of an actor, each a view of its configuration, see {@link ActorModel#view()}. */
    record Instances(ActorModel actor, Type type, Span span) implements Term {}

    /** A field of a record, by its place. */
    record FieldOf(Term target, int field, Type type, Span span) implements Term {}

    /** An element of a list by its place from 0, or of a map by key: {@code null} if the map has no such key. */
    record ElementOf(Term target, Term index, Type type, Span span) implements Term {}

    /** Operands of arithmetic and comparison have one type, or are of a timestamp and a duration. */
    record Binary(BinaryOperator operator, Term left, Term right, Type type, Span span) implements Term {}

    record Not(Term operand, Span span) implements Term {
        @Override
        public Type type() {
            return Type.Scalar.BOOL;
        }
    }

    record Negate(Term operand, Type type, Span span) implements Term {}

    record Conditional(Term condition, Term whenTrue, Term whenFalse, Type type, Span span) implements Term {}

    record CallFunction(FunctionModel function, List<Term> arguments, Type type, Span span) implements Term {
        public CallFunction {
            arguments = List.copyOf(arguments);
        }
    }

    /** Arguments that are functions are {@link Lambda}s. */
    record CallBuiltin(Builtin builtin, List<Term> arguments, Type type, Span span) implements Term {
        public CallBuiltin {
            arguments = List.copyOf(arguments);
        }
    }

    record CallNative(NativeModel function, List<Term> arguments, Span span) implements Term {
        public CallNative {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return function.result();
        }
    }

    /**
     * A function of one parameter. It sees the locals around it; its parameter is one more of them.
     *
     * @param parameter local that holds the argument
     */
    record Lambda(int parameter, Term body, Type type, Span span) implements Term {}

    record ListOf(List<Term> elements, Type type, Span span) implements Term {
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A record made from all its fields.
     *
     * @param fields one for each field of the record, in their order; of a signed message all but the signature
     */
    record RecordOf(RecordModel record, List<Term> fields, Span span) implements Term {
        public RecordOf {
            fields = List.copyOf(fields);
        }

        @Override
        public Type type() {
            return new Type.RecordOf(record);
        }
    }

    /** An integer as a fraction of the same value. */
    record Widen(Term integer, Span span) implements Term {
        @Override
        public Type type() {
            return Type.Scalar.FIXED;
        }
    }

    /** An integer that is kept or passed as {@code uint}: a fault if it is negative. */
    record NotNegative(Term integer, Span span) implements Term {
        @Override
        public Type type() {
            return Type.Scalar.UINT;
        }
    }
}
