package io.omerta.protocol.machine;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Value;

/** A function of one parameter as an argument of a built-in function, which applies it. It has no value of its own. */
final class LambdaNode extends Node {
    private final int parameter;

    /** Another lambda if this one stands for a function of two parameters. */
    final Node body;

    LambdaNode(int parameter, Node body, Span span) {
        super(span);
        this.parameter = parameter;
        this.body = body;
    }

    /** Begins an application: the body is evaluated next. */
    Node bind(Frame frame, Value argument) {
        frame.work(span);
        frame.locals[parameter] = argument;
        return body;
    }

    /** Sets the parameter as part of the application of an enclosing lambda. */
    Node bindInner(Frame frame, Value argument) {
        frame.locals[parameter] = argument;
        return body;
    }

    @Override
    Value value(Frame frame) {
        throw new IllegalStateException("a lambda is applied, not evaluated");
    }
}
