package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.FinalityCheckpoint;
import io.omerta.protocol.chain.ForkEvidence;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.QuorumCertificate;
import io.omerta.protocol.gossip.ConflictProof;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The native functions of transaction 04: pages of chains, what is wrong with them, and where the proofs go. */
public final class AuditNatives {
    private static final String AUDIT = "omerta.audit";

    /** Blocks of the own chain in which records of sessions with a peer are looked for. */
    private static final int SEARCHED_MAX = 8192;

    /** Longest list of records; leaves room in a message. */
    private static final int RECORD_BYTES_MAX = 2 * Block.ENCODED_BYTES_MAX;

    private static final StructShape PAGE_READING =
            StructShape.of("PageReading", "verdict", "head", "next_height", "discrepancies");
    private static final StructShape REPLAY = StructShape.of("Replay", "possible", "discrepancies");
    private static final StructShape RECORD_READING = StructShape.of("RecordReading", "confirmed", "discrepancies");

    /**
     * What audits rest on.
     *
     * @param finality the checkpoint that the own chain was pruned at, if it was
     * @param evidence takes the proofs
     */
    public record Ports(
            PeerKnowledge knowledge,
            ChainTrust trust,
            Supplier<Optional<FinalityCheckpoint>> finality,
            EvidenceSink evidence) {}

    private final Ports ports;
    private final DiscrepancyProofs proofs;
    private final EscrowReader escrows;
    private final AuditedChain.Rules rules;
    private final PageReader reader;

    private AuditNatives(TransactionSpec escrow, TransactionSpec settlement, NodeIdentity identity, Ports ports) {
        this.ports = ports;
        this.proofs = new DiscrepancyProofs(escrow, settlement, ports.trust(), identity.hasher(), identity.verifier());
        this.escrows = new EscrowReader(escrow, identity.hasher(), identity.verifier());
        this.rules = new AuditedChain.Rules(
                proofs,
                escrows,
                new SettlementReader(settlement, identity.hasher(), identity.verifier()),
                new ChainFunds(escrow, settlement, identity.hasher(), identity.verifier()),
                identity.hasher(),
                identity.verifier());
        this.reader = new PageReader(proofs, ports.knowledge(), identity.hasher(), identity.verifier());
    }

    /**
     * A library with these functions added.
     *
     * @param escrow transaction 00, whose records are judged
     * @param settlement transaction 02
     */
    public static NativeLibrary added(
            NativeLibrary library,
            TransactionSpec escrow,
            TransactionSpec settlement,
            NodeIdentity identity,
            Ports ports) {
        AuditNatives natives = new AuditNatives(escrow, settlement, identity, ports);
        return library.with(AUDIT, "own_page", AuditNatives::ownPage)
                .with(AUDIT, "own_finality", natives::ownFinality)
                .with(AUDIT, "kept_page", natives::keptPage)
                .with(AUDIT, "finality_signers", natives::finalitySigners)
                .with(AUDIT, "read_page", natives::readPage)
                .with(AUDIT, "replay", natives::replay)
                .with(AUDIT, "refuted", natives::refuted)
                .with(AUDIT, "counterparties", natives::counterparties)
                .with(AUDIT, "own_records", natives::ownRecords)
                .with(AUDIT, "compare_records", natives::compareRecords)
                .with(AUDIT, "is_proof", natives::isProof)
                .with(AUDIT, "report", natives::report);
    }

    private static Value ownPage(NativeCall at, List<Value> arguments) {
        OptionalLong head = at.chain().heightOf((Hash) arguments.get(1));
        long from = Math.max(number(arguments.get(0)), at.chain().chain().firstHeight());
        if (head.isEmpty() || from > head.getAsLong()) {
            return Value.Absent.INSTANCE;
        }
        return page(at.chain().chain().page(from, head.getAsLong()).blocks(), number(arguments.get(2)));
    }

    private Value keptPage(NativeCall at, List<Value> arguments) {
        PeerId subject = (PeerId) arguments.get(0);
        List<Block> blocks = ports.knowledge()
                .view(subject)
                .flatMap(view ->
                        ports.knowledge().chainUpTo(subject, view.checkpoint().hash()))
                .map(ChainSegment::blocks)
                .orElse(List.of());
        long from = number(arguments.get(1));
        return page(blocks.stream().filter(block -> block.height() >= from).toList(), number(arguments.get(2)));
    }

    private static Value page(List<Block> blocks, long bytesMax) {
        if (blocks.isEmpty() || bytesMax < Block.ENCODED_BYTES_MAX + ChainSegment.FRAME_BYTES_MAX) {
            return Value.Absent.INSTANCE;
        }
        int bytes = (int) Math.min(bytesMax, ChainSegment.ENCODED_BYTES_MAX);
        return ByteString.of(ChainSegment.CODEC.encode(ChainSegment.beginningOf(blocks, bytes)));
    }

    private Value ownFinality(NativeCall at, List<Value> arguments) {
        return ports.finality()
                .get()
                .filter(checkpoint -> at.chain().chain().firstHeight() > 0)
                .<Value>map(checkpoint -> ByteString.of(FinalityCheckpoint.CODEC.encode(checkpoint)))
                .orElse(Value.Absent.INSTANCE);
    }

    private Value finalitySigners(NativeCall at, List<Value> arguments) {
        return reader.finality((PeerId) arguments.get(0), (ByteString) arguments.get(1))
                .map(checkpoint -> ValueList.of(checkpoint.certificate().endorsements().stream()
                        .map(QuorumCertificate.Endorsement::signer)
                        .toList()))
                .orElse(ValueList.of());
    }

    private Value readPage(NativeCall at, List<Value> arguments) {
        PageReader.Reading reading =
                reader.read((PeerId) arguments.get(0), bytes(arguments.get(1)), pages(arguments.get(2)), (ByteString)
                        arguments.get(3));
        if (reading instanceof PageReader.Reading.Follows follows) {
            return reading("FOLLOWS", follows.head(), follows.nextHeight(), follows.discrepancies());
        }
        return reading instanceof PageReader.Reading.Broken broken
                ? reading("BROKEN", Value.Absent.INSTANCE, 0, broken.discrepancies())
                : reading("USELESS", Value.Absent.INSTANCE, 0, List.of());
    }

    private static Value reading(String verdict, Value head, long nextHeight, List<Discrepancy> found) {
        return Struct.of(
                PAGE_READING, new Value.EnumMember(verdict), head, new Value.Int(nextHeight), discrepancies(found));
    }

    private Value replay(NativeCall at, List<Value> arguments) {
        AuditedChain.Replay replay = chain(arguments).replay();
        return Struct.of(REPLAY, new Value.Bool(replay.possible()), discrepancies(replay.discrepancies()));
    }

    private Value refuted(NativeCall at, List<Value> arguments) {
        List<StateStatement> statements = new ArrayList<>();
        ((ValueList) arguments.get(2))
                .elements()
                .forEach(statement -> statements.add(StateStatement.CODEC.fromStruct(statement)));
        return discrepancies(chain(arguments).refuted((PeerId) arguments.get(0), statements));
    }

    private Value counterparties(NativeCall at, List<Value> arguments) {
        return ValueList.of(chain(arguments).counterparties());
    }

    private Value compareRecords(NativeCall at, List<Value> arguments) {
        return chain(arguments)
                .compare((PeerId) arguments.get(2), (ByteString) arguments.get(3))
                .<Value>map(comparison -> Struct.of(
                        RECORD_READING,
                        new Value.Bool(comparison.confirmed()),
                        discrepancies(comparison.discrepancies())))
                .orElse(Value.Absent.INSTANCE);
    }

    private AuditedChain chain(List<Value> arguments) {
        return new AuditedChain(pages(arguments.get(1)), rules);
    }

    /** The newest blocks about sessions with a peer, in the order of the chain; empty if there are none. */
    private Value ownRecords(NativeCall at, List<Value> arguments) {
        PeerId subject = (PeerId) arguments.get(0);
        var chain = at.chain().chain();
        long lowest = Math.max(chain.firstHeight(), chain.height() - SEARCHED_MAX);
        List<Block> newest = new ArrayList<>();
        int bytes = ChainSegment.FRAME_BYTES_MAX;
        for (long height = chain.height(); height >= lowest && newest.size() < ChainSegment.BLOCKS_MAX; height--) {
            Block block = chain.blockAt(height);
            if (block != null && isWith(subject, block)) {
                bytes += Block.CODEC.toStruct(block).encodedBytes();
                if (bytes > RECORD_BYTES_MAX) {
                    break;
                }
                newest.add(block);
            }
        }
        Collections.reverse(newest);
        return ByteString.of(newest.isEmpty() ? new byte[0] : ChainSegment.CODEC.encode(new ChainSegment(newest)));
    }

    private boolean isWith(PeerId peer, Block block) {
        return escrows.locked(block)
                .or(() -> escrows.opened(block))
                .filter(session -> session.counterparty().equals(peer))
                .isPresent();
    }

    private Value isProof(NativeCall at, List<Value> arguments) {
        return new Value.Bool(proofs.isProof(Discrepancy.of(arguments.get(0))));
    }

    private Value report(NativeCall at, List<Value> arguments) {
        ValueList found = (ValueList) arguments.get(0);
        found.elements().forEach(discrepancy -> hand(Discrepancy.of(discrepancy)));
        return new Value.Int(found.size());
    }

    private void hand(Discrepancy discrepancy) {
        if (discrepancy.kind() == DiscrepancyKind.CHAIN_FORK
                && ForkEvidence.CODEC.parse(discrepancy.proof().toByteArray())
                        instanceof Parsed.Read<ForkEvidence> fork) {
            ports.evidence().conflict(new ConflictProof.Fork(fork.record()));
        } else {
            ports.evidence().discrepancy(discrepancy);
        }
    }

    private static ValueList discrepancies(List<Discrepancy> found) {
        return ValueList.of(found.stream().map(Discrepancy::toStruct).toList());
    }

    private static List<ByteString> pages(Value list) {
        List<ByteString> pages = new ArrayList<>();
        ((ValueList) list).elements().forEach(page -> pages.add((ByteString) page));
        return pages;
    }

    private static @Nullable ByteString bytes(Value value) {
        return value instanceof ByteString bytes ? bytes : null;
    }

    private static long number(Value value) {
        return ((Value.Int) value).value();
    }
}
