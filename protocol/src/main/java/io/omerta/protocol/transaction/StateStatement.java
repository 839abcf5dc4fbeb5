package io.omerta.protocol.transaction;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.HASH;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.SIGNATURE;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.UINT;

import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.Arrays;
import java.util.List;

/**
 * What a witness stated of a chain: the {@code StateStatement} of {@code shared/state.omt}.
 *
 * @param evidence hash of the last block that the statement is about
 * @param evidenceHeight of that block
 * @param signature of the witness, {@code SIGN("state", answer)}
 */
public record StateStatement(
        PeerId subject,
        Question question,
        Hash evidence,
        long evidenceHeight,
        long number,
        PeerId witness,
        Signature signature) {
    /** What was asked: {@code QueryType}. */
    public enum Question {
        BALANCE,
        AGE,
        TRUST,
        CHAIN_HEAD,
        CHAIN_LENGTH
    }

    /** The domain of {@code SIGN} and {@code VERIFY} in protocol files. */
    private static final HashDomain STATEMENT = HashDomain.of("omerta.statement");

    private static final TypeDescriptor.StructOf ANSWER = new TypeDescriptor.StructOf(
            StructShape.of("StateAnswer", "subject", "query_type", "evidence_hash", "evidence_height", "number"),
            List.of(
                    PEER_ID,
                    new TypeDescriptor.EnumOf(
                            "QueryType",
                            Arrays.stream(Question.values()).map(Question::name).toList()),
                    HASH,
                    UINT,
                    UINT));

    /** Carries statements, in the form that machines hold. */
    public static final RecordCodec<StateStatement> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("StateStatement", "answer", "witness", "signature"),
                    List.of(ANSWER, PEER_ID, SIGNATURE)),
            1024,
            StateStatement::toStruct,
            StateStatement::read);

    /** What the witness signed. */
    public Hash hash(Hasher hasher) {
        return hasher.hash(STATEMENT, ValueList.of(new Text("state"), answer()));
    }

    public boolean isSigned(Hasher hasher, Verifier verifier) {
        return verifier.verify(witness, hash(hasher), signature);
    }

    private Struct answer() {
        return Struct.of(
                ANSWER.shape(),
                subject,
                new Value.EnumMember(question.name()),
                evidence,
                new Value.Int(evidenceHeight),
                new Value.Int(number));
    }

    private Struct toStruct() {
        return Struct.of(CODEC.type().shape(), answer(), witness, signature);
    }

    private static StateStatement read(List<Value> values) {
        List<Value> answer = ((Struct) values.get(0)).values();
        return new StateStatement(
                (PeerId) answer.get(0),
                Question.valueOf(((Value.EnumMember) answer.get(1)).name()),
                (Hash) answer.get(2),
                ((Value.Int) answer.get(3)).value(),
                ((Value.Int) answer.get(4)).value(),
                (PeerId) values.get(1),
                (Signature) values.get(2));
    }
}
