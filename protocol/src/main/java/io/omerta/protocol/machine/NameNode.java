package io.omerta.protocol.machine;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Value;

/** An expression that is the value of a name or a literal. */
abstract class NameNode extends Node {
    NameNode(Span span) {
        super(span);
    }

    static final class Constant extends NameNode {
        private final Value value;

        Constant(Value value, Span span) {
            super(span);
            this.value = value;
        }

        @Override
        Value value(Frame frame) {
            return value;
        }
    }

    static final class Variable extends NameNode {
        private final int slot;

        Variable(int slot, Span span) {
            super(span);
            this.slot = slot;
        }

        @Override
        Value value(Frame frame) {
            return frame.variable(slot);
        }
    }

    static final class Local extends NameNode {
        private final int index;

        Local(int index, Span span) {
            super(span);
            this.index = index;
        }

        @Override
        Value value(Frame frame) {
            return frame.locals[index];
        }
    }

    static final class Sender extends NameNode {
        Sender(Span span) {
            super(span);
        }

        @Override
        Value value(Frame frame) {
            Value sender = frame.sender;
            if (sender == null) {
                throw isNull();
            }
            return sender;
        }
    }

    static final class Self extends NameNode {
        Self(Span span) {
            super(span);
        }

        @Override
        Value value(Frame frame) {
            return frame.surroundings.self();
        }
    }

    static final class Instances extends NameNode {
        private final int actor;

        Instances(int actor, Span span) {
            super(span);
            this.actor = actor;
        }

        @Override
        Value value(Frame frame) {
            return frame.instances(actor);
        }
    }
}
