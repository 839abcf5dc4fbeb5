package io.omerta.protocol.chain;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.SIGNATURE;

import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Signatures of several witnesses over one hash, one of each.
 *
 * @param endorsements at most {@link Cabal#MEMBERS_MAX}, in rising order of their signers, who are distinct
 */
public record QuorumCertificate(List<Endorsement> endorsements) {
    /** One witness's signature. */
    public record Endorsement(PeerId signer, Signature signature) {}

    /** What a certificate is worth. */
    public enum Verdict {
        /** A quorum of the cabal signed the hash. */
        VALID,
        /** A signer is not in the cabal. */
        STRANGER,
        /** A signature is not its signer's over this hash. */
        FORGED,
        /** Fewer than a quorum signed. */
        TOO_FEW
    }

    static final TypeDescriptor.StructOf ENDORSEMENT_TYPE = new TypeDescriptor.StructOf(
            StructShape.of("Endorsement", "signer", "signature"), List.of(PEER_ID, SIGNATURE));

    /** Its list of endorsements, for use inside a record. */
    public static final TypeDescriptor TYPE = new TypeDescriptor.ListOf(ENDORSEMENT_TYPE);

    public QuorumCertificate {
        endorsements = List.copyOf(endorsements);
        if (endorsements.size() > Cabal.MEMBERS_MAX) {
            throw new IllegalArgumentException("a certificate has at most " + Cabal.MEMBERS_MAX + " signatures, but "
                    + endorsements.size() + " were given");
        }
        Cabal.requireRising(endorsements.stream().map(Endorsement::signer).toList());
    }

    /**
     * The certificate of these signatures, in whichever order they are given.
     *
     * @throws IllegalArgumentException if one signer gives two
     */
    public static QuorumCertificate of(List<Endorsement> endorsements) {
        List<Endorsement> sorted = new ArrayList<>(endorsements);
        sorted.sort(Comparator.comparing(Endorsement::signer));
        return new QuorumCertificate(sorted);
    }

    /** Whether a quorum of a cabal signed a hash. Signatures beyond the quorum must be true as well. */
    public Verdict verify(Cabal cabal, Hash message, Verifier verifier) {
        for (Endorsement endorsement : endorsements) {
            if (!cabal.contains(endorsement.signer())) {
                return Verdict.STRANGER;
            }
            if (!verifier.verify(endorsement.signer(), message, endorsement.signature())) {
                return Verdict.FORGED;
            }
        }
        return endorsements.size() >= cabal.quorum() ? Verdict.VALID : Verdict.TOO_FEW;
    }

    /** A value of {@link #TYPE}. */
    public ValueList toValue() {
        List<Struct> structs = new ArrayList<>();
        for (Endorsement endorsement : endorsements) {
            structs.add(Struct.of(ENDORSEMENT_TYPE.shape(), endorsement.signer(), endorsement.signature()));
        }
        return ValueList.of(structs);
    }

    /**
     * The certificate of a value of {@link #TYPE}.
     *
     * @throws IllegalArgumentException if the signers are not in order
     */
    public static QuorumCertificate fromValue(Value value) {
        List<Endorsement> endorsements = new ArrayList<>();
        for (Value element : ((ValueList) value).elements()) {
            List<Value> values = ((Struct) element).values();
            endorsements.add(new Endorsement((PeerId) values.get(0), (Signature) values.get(1)));
        }
        return new QuorumCertificate(endorsements);
    }
}
