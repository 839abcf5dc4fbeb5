package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.BlockModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled action of a transition. */
abstract class Action {
    abstract void run(Frame frame, List<MachineEffect> effects);

    static final class Assign extends Action {
        private final int slot;
        private final Node value;

        Assign(int slot, Node value) {
            this.slot = slot;
            this.value = value;
        }

        @Override
        void run(Frame frame, List<MachineEffect> effects) {
            frame.assign(slot, value.value(frame));
        }
    }

    static final class AppendValue extends Action {
        private final int slot;
        private final Node value;

        AppendValue(int slot, Node value) {
            this.slot = slot;
            this.value = value;
        }

        @Override
        void run(Frame frame, List<MachineEffect> effects) {
            frame.assign(slot, appended(frame.variable(slot), value, value.present(frame)));
        }
    }

    /** A list with one more element; {@code null} counts as the empty list. */
    static ValueList appended(Value list, Node at, Value element) {
        return list instanceof ValueList elements
                ? ListBuiltins.append(at, elements, element)
                : CompositeNode.list(at, new Value[] {element});
    }

    /** A payload as it is sent: signed if the message is. */
    static final class Payload {
        final MessageModel message;
        private final CompositeNode.RecordLiteral literal;
        private final @Nullable SignedBody signed;

        /** @param signed null if the message is not */
        Payload(MessageModel message, CompositeNode.RecordLiteral literal, @Nullable SignedBody signed) {
            this.message = message;
            this.literal = literal;
            this.signed = signed;
        }

        Struct body(Frame frame) {
            Struct content = literal.value(frame);
            if (signed == null) {
                return content;
            }
            Surroundings surroundings = frame.surroundings;
            try {
                Signature signature = surroundings.sign(surroundings.hash(SignedBody.DOMAIN, content));
                return signed.sign(content, signature, literal);
            } catch (UnanswerableException refusal) {
                throw AnswerType.unanswerable(literal, refusal);
            }
        }
    }

    static final class Send extends Action {
        private final Node target;
        private final Payload payload;

        Send(Node target, Payload payload) {
            this.target = target;
            this.payload = payload;
        }

        @Override
        void run(Frame frame, List<MachineEffect> effects) {
            PeerId to = (PeerId) target.present(frame);
            effects.add(new MachineEffect.Send(to, payload.message, payload.body(frame)));
        }
    }

    static final class Broadcast extends Action {
        private final Node recipients;
        private final Payload payload;

        Broadcast(Node recipients, Payload payload) {
            this.recipients = recipients;
            this.payload = payload;
        }

        @Override
        void run(Frame frame, List<MachineEffect> effects) {
            ValueList peers = (ValueList) recipients.present(frame);
            Struct body = payload.body(frame);
            Value self = frame.surroundings.self();
            for (Value peer : ListBuiltins.distinct(peers)) {
                if (!peer.equals(self)) {
                    effects.add(new MachineEffect.Send((PeerId) peer, payload.message, body));
                }
            }
        }
    }

    static final class AppendBlock extends Action {
        private final BlockModel block;
        private final CompositeNode.RecordLiteral payload;

        AppendBlock(BlockModel block, CompositeNode.RecordLiteral payload) {
            this.block = block;
            this.payload = payload;
        }

        @Override
        void run(Frame frame, List<MachineEffect> effects) {
            effects.add(new MachineEffect.Append(block, payload.value(frame)));
        }
    }
}
