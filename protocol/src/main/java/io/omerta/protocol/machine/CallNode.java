package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;
import java.util.List;

/** A call of a function that the protocol declares. */
abstract class CallNode extends Node {
    final Node[] arguments;

    CallNode(Node[] arguments, Span span) {
        super(span);
        this.arguments = arguments;
    }

    static final class Declared extends CallNode {
        private final FunctionBody function;

        Declared(FunctionBody function, Node[] arguments, Span span) {
            super(arguments, span);
            this.function = function;
        }

        @Override
        Value value(Frame frame) {
            Value[] locals = function.newLocals();
            for (int i = 0; i < arguments.length; i++) {
                locals[i] = arguments[i].value(frame);
            }
            return function.call(frame, locals);
        }
    }

    /** A function that the host supplies; its answer is not believed to be of the declared type. */
    static final class Native extends CallNode {
        private final NativeModel function;
        private final AnswerType result;

        Native(NativeModel function, Node[] arguments, Span span) {
            super(arguments, span);
            this.function = function;
            this.result = new AnswerType(function.name(), function.result(), function.optionalResult());
        }

        @Override
        Value value(Frame frame) {
            Value[] values = new Value[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].value(frame);
            }
            frame.work(span);
            List<Value> given = Arrays.asList(values);
            try {
                return result.require(this, frame.surroundings.call(function, given));
            } catch (UnanswerableException refusal) {
                throw AnswerType.unanswerable(this, refusal);
            }
        }
    }
}
