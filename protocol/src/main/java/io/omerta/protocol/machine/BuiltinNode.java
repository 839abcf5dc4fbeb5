package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;

/** A call of a built-in function. Arguments are evaluated in order, by what the function computes. */
final class BuiltinNode extends Node {
    /** What a built-in function computes. */
    @FunctionalInterface
    interface Computation {
        Value compute(BuiltinNode call, Frame frame);
    }

    /** Of the result. */
    final Type type;

    private final Node[] arguments;
    private final Computation computation;

    BuiltinNode(Computation computation, Node[] arguments, Type type, Span span) {
        super(span);
        this.computation = computation;
        this.arguments = arguments;
        this.type = type;
    }

    @Override
    Value value(Frame frame) {
        try {
            return computation.compute(this, frame);
        } catch (UnanswerableException refusal) {
            throw AnswerType.unanswerable(this, refusal);
        }
    }

    int count() {
        return arguments.length;
    }

    Node argument(int place) {
        return arguments[place];
    }

    LambdaNode lambda(int place) {
        return (LambdaNode) arguments[place];
    }

    Value present(Frame frame, int place) {
        return arguments[place].present(frame);
    }

    long number(Frame frame, int place) {
        return arguments[place].number(frame);
    }

    ValueList list(Frame frame, int place) {
        return (ValueList) arguments[place].present(frame);
    }

    ValueMap map(Frame frame, int place) {
        return (ValueMap) arguments[place].present(frame);
    }

    /** A list of the arguments from a place on, none of them {@code null}. */
    ValueList tuple(Frame frame, int from) {
        Value[] values = new Value[arguments.length - from];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[from + i].present(frame);
        }
        return CompositeNode.list(this, values);
    }

    /** A number as a value of the type of the result. */
    Value result(long number) {
        return NumberNode.boxed(type, number);
    }
}
