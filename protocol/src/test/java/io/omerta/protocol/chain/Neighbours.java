package io.omerta.protocol.chain;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Sha256Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;

/** Some identities and what they sign, for tests. */
public final class Neighbours {
    private static final StructShape NOTE = StructShape.of("NOTE", "number");
    private static final HashDomain STATE = HashDomain.of("omerta.test.state");

    public final Hasher hasher = new Sha256Hasher();
    private final SimulatedIdentities identities = new SimulatedIdentities(1);
    public final Verifier verifier = identities.verifier();
    public final SegmentVerifier segments = new SegmentVerifier(hasher, verifier);

    public Signer signer(long identity) {
        return identities.signer(identity);
    }

    public PeerId peer(long identity) {
        return signer(identity).peerId();
    }

    /** Any hash, the same for the same number. */
    public Hash hash(long number) {
        return hasher.hash(STATE, new Value.Int(number));
    }

    /** A body of no meaning. */
    public static Struct note(long number) {
        return Struct.of(NOTE, new Value.Int(number));
    }

    /** A chain of some length, whose blocks are a second apart and hold numbers from a first one on. */
    public Chain chain(long identity, int blocks, long firstNumber) {
        return grown(Chain.begin(0, signer(identity), hasher), identity, blocks - 1, firstNumber);
    }

    public Chain grown(Chain chain, long identity, int blocks, long firstNumber) {
        Chain grown = chain;
        for (int i = 0; i < blocks; i++) {
            long timeMillis = 1_000 * (grown.height() + 1);
            grown = grown.append(note(firstNumber + i), timeMillis, signer(identity), hasher);
        }
        return grown;
    }

    public SignedHeader head(Chain chain) {
        return chain.head().signedHeader(hasher);
    }

    /** All blocks of a short chain, verified. */
    public VerifiedSegment verified(Chain chain) {
        ChainSegment segment = chain.page(chain.firstHeight(), chain.height());
        return verified(segment, new Anchor.Genesis(chain.owner()));
    }

    public VerifiedSegment verified(ChainSegment segment, Anchor anchor) {
        SegmentVerdict verdict = segments.verify(segment, anchor);
        return assertInstanceOf(SegmentVerdict.Valid.class, verdict, verdict::toString)
                .segment();
    }

    /** Signatures of the identities from 1 up to a number over a hash. */
    public QuorumCertificate certificate(Hash message, int signers) {
        List<QuorumCertificate.Endorsement> endorsements = new ArrayList<>();
        for (int i = 1; i <= signers; i++) {
            endorsements.add(
                    new QuorumCertificate.Endorsement(peer(i), signer(i).sign(message)));
        }
        return QuorumCertificate.of(endorsements);
    }

    /** The cabal of the identities from 1 up to a number. */
    public Cabal cabal(int members) {
        List<PeerId> peers = new ArrayList<>();
        for (int i = 1; i <= members; i++) {
            peers.add(peer(i));
        }
        return Cabal.of(peers);
    }

    /** The record in an encoding that must be readable. */
    public static <T> T read(RecordCodec<T> codec, byte[] encoding) {
        Parsed<T> parsed = codec.parse(encoding);
        return ((Parsed.Read<T>) assertInstanceOf(Parsed.Read.class, parsed, parsed::toString)).record();
    }
}
