package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.ForkEvidence;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.Sighting;
import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.chain.VerifiedSegment;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.gossip.ConflictProof;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.machine.UnanswerableException;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** The native functions of transaction 03: whom to ask, and what chains and heads of others say. */
public final class QueryNatives {
    private static final String STATE = "omerta.state";

    private static final StructShape SIGNED_HEAD = StructShape.of("SignedHead", "hash", "height", "proof");

    /**
     * What queries rest on.
     *
     * @param bootstrap peers that a newcomer may ask
     */
    public record Ports(
            PeerKnowledge knowledge,
            SeenChains seen,
            ChainTrust trust,
            Incomes incomes,
            EvidenceSink evidence,
            List<PeerId> bootstrap) {
        public Ports {
            bootstrap = List.copyOf(bootstrap);
        }
    }

    private final Ports ports;
    private final StateAnswers answers;
    private final ChainFunds funds;
    private final SegmentReader segments;
    private final DiscrepancyProofs proofs;
    private final Hasher hasher;
    private final Verifier verifier;
    private final int segmentBytesMax;

    private QueryNatives(
            TransactionSpec escrow,
            TransactionSpec settlement,
            NodeIdentity identity,
            SessionLimits limits,
            Ports ports) {
        this.ports = ports;
        this.hasher = identity.hasher();
        this.verifier = identity.verifier();
        this.answers = new StateAnswers(ports.trust());
        this.funds = new ChainFunds(escrow, settlement, hasher, verifier);
        this.segments = new SegmentReader(hasher, verifier, Programs.SEGMENTS_OF_ONE_NODE);
        this.proofs = new DiscrepancyProofs(escrow, settlement, ports.trust(), hasher, verifier);
        this.segmentBytesMax = limits.segmentBytesMax();
    }

    /**
     * A library with these functions added.
     *
     * @param escrow transaction 00, whose records say what an owner has locked
     * @param settlement transaction 02
     */
    public static NativeLibrary added(
            NativeLibrary library,
            TransactionSpec escrow,
            TransactionSpec settlement,
            NodeIdentity identity,
            SessionLimits limits,
            Ports ports) {
        QueryNatives natives = new QueryNatives(escrow, settlement, identity, limits, ports);
        return library.with(STATE, "acquaintances", natives::acquaintances)
                .with(STATE, "newest_chain", natives::newestChain)
                .with(STATE, "segment_head", natives::segmentHead)
                .with(STATE, "signed_head", natives::signedHead)
                .with(STATE, "state_number", natives::stateNumber)
                .with(STATE, "note_chain", natives::noteChain)
                .with(STATE, "forks_in", natives::forksIn);
    }

    private Value acquaintances(NativeCall at, List<Value> arguments) {
        TreeSet<PeerId> peers = new TreeSet<>(at.chain().recordedPeers());
        if (peers.size() < ((Value.Int) arguments.get(1)).value()) {
            peers.addAll(ports.bootstrap());
        }
        peers.remove((PeerId) arguments.get(0));
        return ValueList.of(List.copyOf(peers));
    }

    private Value newestChain(NativeCall at, List<Value> arguments) {
        PeerId owner = (PeerId) arguments.get(0);
        return ports.knowledge()
                .view(owner)
                .flatMap(view ->
                        ports.knowledge().chainUpTo(owner, view.checkpoint().hash()))
                .map(ChainSegment.CODEC::encode)
                .filter(bytes -> bytes.length <= segmentBytesMax)
                .<Value>map(ByteString::of)
                .orElse(Value.Absent.INSTANCE);
    }

    private Value segmentHead(NativeCall at, List<Value> arguments) {
        return segment(arguments)
                .<Value>map(segment -> head(segment.head().signedHeader(hasher)))
                .orElse(Value.Absent.INSTANCE);
    }

    private Value signedHead(NativeCall at, List<Value> arguments) {
        return header(arguments.get(0), arguments.get(1)).<Value>map(this::head).orElse(Value.Absent.INSTANCE);
    }

    private Struct head(SignedHeader header) {
        return Struct.of(
                SIGNED_HEAD,
                header.header().hash(hasher),
                new Value.Int(header.header().height()),
                ByteString.of(SignedHeader.CODEC.encode(header)));
    }

    private Optional<SignedHeader> header(Value owner, Value proof) {
        return SignedHeader.CODEC.parse(((ByteString) proof).toByteArray()) instanceof Parsed.Read<SignedHeader> read
                        && read.record().header().owner().equals(owner)
                        && read.record().isSignedByOwner(hasher, verifier)
                ? Optional.of(read.record())
                : Optional.empty();
    }

    private Value stateNumber(NativeCall at, List<Value> arguments) {
        StateStatement.Question question =
                StateStatement.Question.valueOf(((Value.EnumMember) arguments.get(0)).name());
        List<Block> blocks = segments.read((ByteString) arguments.get(1))
                .map(VerifiedSegment::blocks)
                .orElseThrow(() -> new UnanswerableException("the chain does not verify"));
        OptionalLong number = answers.number(question, blocks);
        return new Value.Int(number.isPresent() ? number.getAsLong() : balance(blocks, at.session()));
    }

    /** As of the time of the last block, so that all who have the chain say the same. */
    private long balance(List<Block> blocks, Hash session) {
        Block evidence = blocks.get(blocks.size() - 1);
        return funds.freeMicros(blocks, evidence.timeMillis(), ports.incomes(), other -> !other.equals(session))
                .orElse(0);
    }

    private Value noteChain(NativeCall at, List<Value> arguments) {
        Optional<VerifiedSegment> segment = segment(arguments);
        if (segment.isPresent()
                && ports.seen().observe(segment.get(), at.nowMillis()) instanceof Sighting.Forked forked) {
            ports.evidence().conflict(new ConflictProof.Fork(forked.evidence()));
            return fork(Optional.of(forked.evidence()));
        }
        return ValueList.of();
    }

    private Value forksIn(NativeCall at, List<Value> arguments) {
        List<SignedHeader> headers = new ArrayList<>();
        for (Value proof : ((ValueList) arguments.get(1)).elements()) {
            header(arguments.get(0), proof).ifPresent(headers::add);
        }
        return fork(headers.stream()
                .flatMap(one -> headers.stream().flatMap(other -> ForkEvidence.between(one, other, hasher).stream()))
                .findFirst());
    }

    private Value fork(Optional<ForkEvidence> evidence) {
        return ValueList.of(evidence.flatMap(proofs::fork).stream()
                .map(Discrepancy::toStruct)
                .toList());
    }

    private Optional<VerifiedSegment> segment(List<Value> arguments) {
        return segments.read((ByteString) arguments.get(1))
                .filter(segment -> segment.owner().equals(arguments.get(0)));
    }
}
