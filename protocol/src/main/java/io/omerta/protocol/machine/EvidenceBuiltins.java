package io.omerta.protocol.machine;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.SeededSampling;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;

/** Built-in functions of hashes, signatures and samples. */
final class EvidenceBuiltins {
    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");
    private static final HashDomain STATEMENT = HashDomain.of("omerta.statement");

    private EvidenceBuiltins() {}

    static Value hash(BuiltinNode call, Frame frame) {
        Value[] values = new Value[call.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = call.argument(i).value(frame);
        }
        return frame.surroundings.hash(TUPLE, CompositeNode.list(call, values));
    }

    static Value sign(BuiltinNode call, Frame frame) {
        return frame.surroundings.sign(frame.surroundings.hash(STATEMENT, call.tuple(frame, 0)));
    }

    static Value verify(BuiltinNode call, Frame frame) {
        PeerId signer = (PeerId) call.present(frame, 0);
        Signature signature = (Signature) call.present(frame, 1);
        Hash statement = frame.surroundings.hash(STATEMENT, call.tuple(frame, 2));
        return TruthNode.boxed(frame.surroundings.verify(signer, statement, signature));
    }

    /** @param signed the payload of the message that the first argument is */
    static BuiltinNode.Computation signedBy(SignedBody signed) {
        return (call, frame) -> {
            Struct body = (Struct) call.present(frame, 0);
            PeerId signer = (PeerId) call.present(frame, 1);
            Surroundings surroundings = frame.surroundings;
            return TruthNode.boxed(signed.isSignedBy(signer, body, surroundings::hash, surroundings::verify));
        };
    }

    static Value seed(BuiltinNode call, Frame frame) {
        return call.present(frame, 0);
    }

    static Value sample(BuiltinNode call, Frame frame) {
        Hash seed = (Hash) call.present(frame, 0);
        ValueList population = call.list(frame, 1);
        long count = call.number(frame, 2);
        if (count < 0 || count > population.size()) {
            throw call.fault(
                    Fault.Kind.OUT_OF_RANGE, "cannot draw " + count + " of " + population.size() + " elements");
        }
        return new SeededSampling(seed).sample(population, (int) count);
    }

    static Value abort(BuiltinNode call, Frame frame) {
        throw call.fault(Fault.Kind.ABORTED, ((Text) call.present(frame, 0)).text());
    }
}
