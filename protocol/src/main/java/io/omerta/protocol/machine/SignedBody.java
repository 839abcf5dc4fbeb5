package io.omerta.protocol.machine;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** The payload of a signed message, and the same without the signature, which is what is signed. */
public final class SignedBody {
    /** What payloads are hashed for when they are signed. */
    public static final HashDomain DOMAIN = HashDomain.of("omerta.message");

    private SignedBody() {}

    /** The shape of a message's payload without the signature. */
    static StructShape unsignedShape(MessageModel message) {
        return unsignedShape(message.body().shape());
    }

    /** The shape of a signed payload without its last field, the signature. */
    static StructShape unsignedShape(StructShape signed) {
        List<String> fields = signed.fields();
        return StructShape.of(signed.name(), fields.subList(0, fields.size() - 1));
    }

    static Struct withoutSignature(StructShape unsigned, Struct body) {
        List<Value> values = body.values();
        return Struct.of(unsigned, values.subList(0, values.size() - 1));
    }

    /** The payload with its signature, which is the last field. */
    static Struct withSignature(Node at, MessageModel message, Struct unsigned, Signature signature) {
        Value[] values = new Value[unsigned.shape().fields().size() + 1];
        for (int i = 0; i < values.length - 1; i++) {
            values[i] = unsigned.get(i);
        }
        values[values.length - 1] = signature;
        return CompositeNode.struct(at, message.body().shape(), values);
    }
}
