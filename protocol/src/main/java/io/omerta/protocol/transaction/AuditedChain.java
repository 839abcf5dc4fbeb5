package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** A chain whose pages were read, as an audit judges it. */
final class AuditedChain {
    /** Most discrepancies that one question is answered with: an audit keeps no more. */
    static final int FOUND_MAX = 3;

    /**
     * What comes of a replay.
     *
     * @param possible whether no block records what cannot be
     * @param discrepancies that can be proved
     */
    record Replay(boolean possible, List<Discrepancy> discrepancies) {}

    /**
     * What a counterparty's records say.
     *
     * @param confirmed whether it has a record of every session that the chain has with it
     */
    record Comparison(boolean confirmed, List<Discrepancy> discrepancies) {}

    /** A block and what it says of a session. */
    private record Recorded(Block block, EscrowReader.Session session) {
        Hash id() {
            return session.id();
        }
    }

    private final List<Block> blocks = new ArrayList<>();
    private final Rules rules;

    /** What chains are judged by. */
    record Rules(
            DiscrepancyProofs proofs,
            EscrowReader escrows,
            SettlementReader settlements,
            ChainFunds funds,
            Hasher hasher,
            Verifier verifier) {}

    /** @param pages read by {@link PageReader}, in order */
    AuditedChain(List<ByteString> pages, Rules rules) {
        pages.forEach(page -> blocks.addAll(PageReader.blocks(page)));
        this.rules = rules;
    }

    /** Replays what the chain records of funds; what began before its first page is not judged. */
    Replay replay() {
        List<Discrepancy> found = new ArrayList<>();
        for (Block block : blocks) {
            if (found.size() < FOUND_MAX) {
                rules.proofs()
                        .of(DiscrepancyKind.VALUE_MISMATCH, List.of(block))
                        .ifPresent(found::add);
            }
        }
        for (Block payment : blocks) {
            if (payment.type().equals(SettlementReader.PAYMENT) && found.size() < FOUND_MAX) {
                byAnotherLock(payment).filter(d -> !found.contains(d)).ifPresent(found::add);
            }
        }
        List<Block> judged = judged();
        int impossible = rules.funds().firstImpossible(judged);
        if (impossible < judged.size()) {
            impossible(judged, impossible).filter(d -> !found.contains(d)).ifPresent(found::add);
        }
        return new Replay(
                found.isEmpty() && impossible == judged.size(), found.subList(0, Math.min(found.size(), FOUND_MAX)));
    }

    /** That a payment is not by the lock under which its session was served. */
    private Optional<Discrepancy> byAnotherLock(Block payment) {
        Hash session = settled(payment).map(Recorded::id).orElse(null);
        return blocks.stream()
                .filter(block -> block.type().equals(EscrowReader.OPENED)
                        && Objects.equals(block.body().get("session_id"), session))
                .flatMap(opened -> rules.proofs().of(DiscrepancyKind.VALUE_MISMATCH, List.of(opened, payment)).stream())
                .findFirst();
    }

    /** The shortest proof that a block is impossible. */
    private Optional<Discrepancy> impossible(List<Block> judged, int index) {
        Block block = judged.get(index);
        Optional<Discrepancy> byItself = rules.proofs().of(DiscrepancyKind.VALUE_MISMATCH, List.of(block));
        if (byItself.isPresent()) {
            return byItself;
        }
        for (Block lock : judged.subList(0, index)) {
            DiscrepancyKind kind = block.type().equals(EscrowReader.LOCK)
                    ? DiscrepancyKind.DOUBLE_SPEND
                    : DiscrepancyKind.VALUE_MISMATCH;
            if (lock.type().equals(EscrowReader.LOCK)) {
                Optional<Discrepancy> byLock = rules.proofs().of(kind, List.of(lock, block));
                if (byLock.isPresent()) {
                    return byLock;
                }
            }
        }
        return blocks.get(0).height() == 0
                ? rules.proofs().of(DiscrepancyKind.VALUE_MISMATCH, blocks.subList(0, blocks.indexOf(block) + 1))
                : Optional.empty();
    }

    /** Without the blocks about locks that a pruned chain no longer holds. */
    private List<Block> judged() {
        if (blocks.isEmpty() || blocks.get(0).height() == 0) {
            return blocks;
        }
        TreeSet<Hash> known = new TreeSet<>();
        List<Block> judged = new ArrayList<>();
        for (Block block : blocks) {
            rules.escrows().locked(block).ifPresent(session -> known.add(session.id()));
            boolean changesLock =
                    block.type().equals(EscrowReader.TOPUP) || block.type().equals(EscrowReader.RELEASE);
            if (!changesLock || block.body().get("session_id") instanceof Hash id && known.contains(id)) {
                judged.add(block);
            }
        }
        return judged;
    }

    /** Those of some statements that the chain refutes. */
    List<Discrepancy> refuted(PeerId subject, List<StateStatement> statements) {
        List<Discrepancy> found = new ArrayList<>();
        for (StateStatement statement : statements) {
            if (statement.subject().equals(subject) && found.size() < FOUND_MAX) {
                upTo(statement.evidence())
                        .flatMap(chain -> rules.proofs().refuted(statement, chain))
                        .filter(d -> !found.contains(d))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<List<Block>> upTo(Hash hash) {
        for (int i = 0; i < blocks.size(); i++) {
            if (hash(blocks.get(i)).equals(hash)) {
                return Optional.of(blocks.subList(0, i + 1));
            }
        }
        return Optional.empty();
    }

    /** With whom the owner had sessions, in rising order. */
    List<PeerId> counterparties() {
        TreeSet<PeerId> peers = new TreeSet<>();
        sessions().forEach(recorded -> peers.add(recorded.session().counterparty()));
        return List.copyOf(peers);
    }

    /**
     * What a counterparty's records say, or nothing if they are not blocks that it signed.
     *
     * @param records its blocks about sessions with the owner of this chain, or nothing at all
     */
    Optional<Comparison> compare(PeerId counterparty, ByteString records) {
        List<Block> theirs = records.length() == 0 ? List.of() : PageReader.blocks(records);
        boolean readable = records.length() == 0 || !theirs.isEmpty();
        if (!readable || !theirs.stream().allMatch(block -> isSignedBy(block, counterparty))) {
            return Optional.empty();
        }
        Map<Hash, Recorded> bySession = new LinkedHashMap<>();
        theirs.forEach(block -> begun(block).ifPresent(recorded -> bySession.put(recorded.id(), recorded)));
        boolean confirmed = true;
        List<Discrepancy> found = new ArrayList<>();
        for (Recorded ours : sessions()) {
            Recorded other = bySession.get(ours.id());
            if (ours.session().counterparty().equals(counterparty)) {
                confirmed &= other != null
                        && !other.block().type().equals(ours.block().type())
                        && other.session().decision().equals(ours.session().decision());
                if (other != null && found.size() < FOUND_MAX) {
                    denial(ours.block(), other.block()).ifPresent(found::add);
                }
            }
        }
        return Optional.of(new Comparison(confirmed, found));
    }

    private Optional<Discrepancy> denial(Block ours, Block other) {
        List<Block> lockFirst = ours.type().equals(EscrowReader.LOCK) ? List.of(ours, other) : List.of(other, ours);
        return rules.proofs().of(DiscrepancyKind.COUNTERPARTY_MISMATCH, lockFirst);
    }

    /** What the chain says of sessions that began and of their settlements: nobody need know of a lock that was released. */
    private List<Recorded> sessions() {
        List<Recorded> sessions = new ArrayList<>();
        for (Block block : blocks) {
            begun(block).or(() -> settled(block)).ifPresent(sessions::add);
            if (block.type().equals(EscrowReader.RELEASE) && block.body().get("session_id") instanceof Hash id) {
                sessions.removeIf(recorded -> recorded.id().equals(id));
            }
        }
        return sessions;
    }

    private Optional<Recorded> begun(Block block) {
        return rules.escrows()
                .locked(block)
                .or(() -> rules.escrows().opened(block))
                .map(session -> new Recorded(block, session));
    }

    private Optional<Recorded> settled(Block block) {
        return rules.settlements().settled(block).map(session -> new Recorded(block, session));
    }

    private boolean isSignedBy(Block block, PeerId owner) {
        return block.owner().equals(owner)
                && block.signedHeader(rules.hasher()).isSignedByOwner(rules.hasher(), rules.verifier());
    }

    private Hash hash(Block block) {
        return block.header(rules.hasher()).hash(rules.hasher());
    }
}
