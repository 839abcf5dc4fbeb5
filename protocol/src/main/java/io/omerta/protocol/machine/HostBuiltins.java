package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;

/** Built-in functions that the surroundings answer. */
final class HostBuiltins {
    /** Most bytes of one {@code RANDOM_BYTES}. */
    private static final int RANDOM_BYTES_MAX = 1024;

    private HostBuiltins() {}

    static Value now(BuiltinNode call, Frame frame) {
        long now = frame.nowMillis();
        if (now < 0) {
            throw call.fault(Fault.Kind.UNANSWERABLE, "the clock shows " + now + " ms, before its epoch");
        }
        return new Value.Timestamp(now);
    }

    static Value session(BuiltinNode call, Frame frame) {
        return frame.surroundings.session();
    }

    static Value randomBytes(BuiltinNode call, Frame frame) {
        long count = call.number(frame, 0);
        if (count < 0 || count > RANDOM_BYTES_MAX) {
            throw call.fault(Fault.Kind.OUT_OF_RANGE, "at most " + RANDOM_BYTES_MAX + " random bytes, not " + count);
        }
        ByteString bytes = frame.surroundings.randomBytes((int) count);
        if (bytes.length() != count) {
            throw call.fault(Fault.Kind.UNANSWERABLE, bytes.length() + " random bytes were given instead of " + count);
        }
        return bytes;
    }

    static Value load(BuiltinNode call, Frame frame) {
        return call.argument(0).value(frame);
    }

    /** A question about a chain or a peer. Of a peer it may be that nothing is known. */
    static BuiltinNode.Computation question(Builtin builtin, Type answer) {
        AnswerType type = new AnswerType(builtin.name(), answer, builtin == Builtin.READ);
        return (call, frame) -> {
            Value[] arguments = new Value[call.count()];
            for (int i = 0; i < arguments.length; i++) {
                Node argument = call.argument(i);
                arguments[i] = argument instanceof OwnChain ? Value.Absent.INSTANCE : argument.present(frame);
            }
            return type.require(call, frame.surroundings.ask(builtin, Arrays.asList(arguments)));
        };
    }

    /** The actor's own chain, which only the surroundings know. */
    static final class OwnChain extends Node {
        OwnChain(Span span) {
            super(span);
        }

        @Override
        Value value(Frame frame) {
            return Value.Absent.INSTANCE;
        }
    }
}
