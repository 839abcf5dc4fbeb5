package io.omerta.protocol.machine;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * The payload of a signed message: what is signed is the payload without its last field, the signature, under its own
 * name ({@code protocol/docs/semantics.md}, section 3).
 */
public final class SignedBody {
    /** What payloads are hashed for when they are signed. */
    public static final HashDomain DOMAIN = HashDomain.of("omerta.message");

    private final StructShape signed;
    private final StructShape unsigned;

    /** Of the signature. */
    private final int place;

    /** @param signed the shape of the payload, whose last field is the signature */
    public SignedBody(StructShape signed) {
        List<String> fields = signed.fields();
        this.signed = signed;
        this.place = fields.size() - 1;
        this.unsigned = StructShape.of(signed.name(), fields.subList(0, place));
    }

    /** The shape without the signature. */
    StructShape unsigned() {
        return unsigned;
    }

    /** The payload with its signature. */
    Struct sign(Struct content, Signature signature, Node at) {
        Value[] values = new Value[place + 1];
        for (int i = 0; i < place; i++) {
            values[i] = content.get(i);
        }
        values[place] = signature;
        return CompositeNode.struct(at, signed, values);
    }

    /** Whether a payload of the message's type has the signature of a peer. */
    public boolean isSignedBy(PeerId signer, Struct body, Hasher hasher, Verifier verifier) {
        Hash hash = hasher.hash(DOMAIN, body.beginning(unsigned));
        return verifier.verify(signer, hash, (Signature) body.get(place));
    }
}
