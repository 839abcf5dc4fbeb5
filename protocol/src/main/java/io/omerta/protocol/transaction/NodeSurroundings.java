package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.PeerView;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.machine.Surroundings;
import io.omerta.protocol.machine.UnanswerableException;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a machine of a node may ask, during one input. */
final class NodeSurroundings implements Surroundings {
    /** What all sessions of a node share. */
    record Shared(
            NodeIdentity identity,
            OwnChain chain,
            PeerKnowledge knowledge,
            NativeLibrary natives,
            SegmentReader segments,
            ChainStates states,
            SessionLimits limits) {}

    private static final HashDomain NONCE = HashDomain.of("omerta.nonce");

    private final Shared node;
    private final Session session;
    private final Turn turn;

    NodeSurroundings(Shared node, Session session, Turn turn) {
        this.node = node;
        this.session = session;
        this.turn = turn;
    }

    @Override
    public PeerId self() {
        return node.identity().peerId();
    }

    @Override
    public Hash session() {
        return session.key.session();
    }

    @Override
    public long nowMillis() {
        return turn.nowMillis();
    }

    /** Derived from the node's secret, so that they are the same when the input is taken again. */
    @Override
    public ByteString randomBytes(int count) {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count; at += Hash.BYTES) {
            byte[] block = nextNonce().toByteArray();
            System.arraycopy(block, 0, bytes, at, Math.min(block.length, count - at));
        }
        return ByteString.of(bytes);
    }

    private Hash nextNonce() {
        return node.identity()
                .hasher()
                .hash(
                        NONCE,
                        ValueList.of(
                                node.identity().secret(),
                                new Text(session.key.transaction()),
                                session.key.session(),
                                new Text(session.key.role()),
                                new Value.Int(session.draws++)));
    }

    @Override
    public Hash hash(HashDomain domain, Value value) {
        return node.identity().hasher().hash(domain, value);
    }

    @Override
    public Signature sign(Hash hash) {
        return node.identity().signer().sign(hash);
    }

    @Override
    public boolean verify(PeerId signer, Hash hash, Signature signature) {
        return node.identity().verifier().verify(signer, hash, signature);
    }

    @Override
    public Value call(NativeModel function, List<Value> arguments) {
        NativeCall at = new NativeCall(self(), session(), nowMillis(), node.chain());
        return turn.answers.answer(() -> node.natives().call(function, at, arguments));
    }

    @Override
    public Value ask(Builtin builtin, List<Value> arguments) {
        return switch (builtin) {
            case READ -> turn.answers.answer(() -> read((PeerId) arguments.get(0), ((Text) arguments.get(1)).text()));
            case CHAIN_HEAD -> chain().checkpoint().hash();
            case CHAIN_CONTAINS, CHAIN_CONTAINS_HASH -> new Value.Bool(
                    contains(arguments.get(0), (Hash) arguments.get(1)));
            case CHAIN_SEGMENT -> segment((Hash) arguments.get(1));
            case CHAIN_STATE_AT -> state(arguments.get(0), (Hash) arguments.get(1));
            case VERIFY_CHAIN_SEGMENT -> new Value.Bool(node.segments()
                    .read((ByteString) arguments.get(0))
                    .filter(segment -> segment.owner().equals(arguments.get(1)))
                    .isPresent());
            default -> throw new UnanswerableException("a node does not answer " + builtin);
        };
    }

    private Chain chain() {
        return node.chain().chain();
    }

    private boolean contains(Value chain, Hash hash) {
        return chain instanceof ByteString segment
                ? node.segments().upTo(segment, hash).isPresent()
                : node.chain().contains(hash);
    }

    private ByteString segment(Hash upTo) {
        ChainSegment segment = ownUpTo(upTo);
        ByteString bytes = ByteString.ofOwned(ChainSegment.CODEC.encode(segment));
        if (bytes.length() > node.limits().segmentBytesMax()) {
            throw new UnanswerableException("the chain up to that block has " + bytes.length() + " bytes, at most "
                    + node.limits().segmentBytesMax() + " are given");
        }
        return bytes;
    }

    private Value state(Value chain, Hash hash) {
        Optional<List<Block>> blocks = chain instanceof ByteString segment
                ? node.segments().upTo(segment, hash)
                : Optional.of(ownUpTo(hash).blocks());
        return blocks.map(known -> node.states().of(known, hash))
                .orElseThrow(() -> new UnanswerableException("the segment does not verify or lacks the block " + hash));
    }

    private ChainSegment ownUpTo(Hash hash) {
        ChainSegment segment = node.chain().upTo(hash);
        if (segment == null) {
            throw new UnanswerableException("the own chain lacks the block " + hash + ", or is too long up to it");
        }
        return segment;
    }

    private Value read(PeerId peer, String key) {
        Optional<PeerView> view = node.knowledge().view(peer);
        Optional<Value> answer =
                switch (key) {
                    case "head_hash" -> view.map(known -> known.checkpoint().hash());
                    case "head_height" -> view.map(
                            known -> new Value.Int(known.checkpoint().height()));
                    case "age" -> view.map(known -> new Value.Int(known.ageMillis(nowMillis())));
                    case "last_contact" -> view.map(known -> new Value.Timestamp(known.lastContactMillis()));
                    case "balance" -> number(node.knowledge().balanceMicros(peer));
                    case "trust" -> number(node.knowledge().trustMilli(peer));
                    default -> Optional.empty();
                };
        return answer.orElse(Value.Absent.INSTANCE);
    }

    private static Optional<Value> number(OptionalLong number) {
        return number.isPresent() ? Optional.of(new Value.Int(number.getAsLong())) : Optional.empty();
    }
}
