package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.wire.Mismatch;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;

/** The type of what the surroundings answer. */
final class AnswerType {
    private final TypedCodec codec;

    /**
     * @param question name of the function asked
     * @param optional whether {@code null} is an answer
     */
    AnswerType(String question, Type type, boolean optional) {
        TypeDescriptor descriptor = type.descriptor();
        if (descriptor == null) {
            throw new IllegalArgumentException(
                    question + " answers " + type.notation() + ", which is no type of values");
        }
        this.codec = new TypedCodec(question, optional ? new TypeDescriptor.OptionalOf(descriptor) : descriptor);
    }

    /** The answer, if it is of the type. */
    Value require(Node at, Value answer) {
        Mismatch mismatch = codec.check(answer);
        if (mismatch != null) {
            throw at.fault(Fault.Kind.UNANSWERABLE, mismatch.message());
        }
        return answer;
    }

    static EvaluationFault unanswerable(Node at, UnanswerableException refusal) {
        return at.fault(Fault.Kind.UNANSWERABLE, String.valueOf(refusal.getMessage()));
    }
}
