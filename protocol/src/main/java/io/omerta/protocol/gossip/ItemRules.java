package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.ValueList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How items of every type are read and verified. Whether a cabal was drawn as it should is not among the rules: it takes
 * the chain of another peer to tell, and proofs hold without.
 *
 * <p>Not for use by several threads, unless hasher and verifier are.
 */
public final class ItemRules {
    private static final HashDomain DOUBLE_LOCK = HashDomain.of("omerta.evidence.double_lock");
    private static final HashDomain CONTRADICTION = HashDomain.of("omerta.evidence.contradiction");

    private final Map<ItemType, ItemRule> rules = new EnumMap<>(ItemType.class);
    private final Map<String, ResultRule> byOrigin = new LinkedHashMap<>();
    private final ItemHashes hashes;
    private final DoubleLockRule doubleLocks;
    private final Hasher hasher;
    private final Verifier verifier;

    /** @param forms of the results that there are, one for each type */
    public ItemRules(List<ResultForm> forms, Hasher hasher, Verifier verifier) {
        this.hasher = hasher;
        this.verifier = verifier;
        hashes = new ItemHashes(hasher);
        doubleLocks = new DoubleLockRule(hasher, verifier);
        for (ResultForm form : forms) {
            ResultRule rule = new ResultRule(form, hashes, hasher);
            rules.put(form.itemType(), rule);
            byOrigin.put(form.origin().message(), rule);
        }
        rules.put(ItemType.PEER_HEAD, this::readHead);
        rules.put(ItemType.CONFLICT_PROOF, this::readProof);
    }

    /**
     * The item of the result in a message, or nothing if there is none in it. Whether it is signed as it must be is not
     * looked at, see {@link #isTrue(GossipItem)}.
     *
     * @param message its name
     * @param locks finds the decision of a lock by its hash, null if it is not known
     */
    public Optional<GossipItem> result(String message, Struct body, Function<Hash, @Nullable Struct> locks) {
        ResultRule rule = byOrigin.get(message);
        if (rule == null) {
            return Optional.empty();
        }
        Hash lockHash = rule.lockHash(body);
        Struct lock = lockHash == null ? null : locks.apply(lockHash);
        return lockHash != null && lock == null ? Optional.empty() : rule.item(body, lock);
    }

    /** What a result decides, or nothing if an item is none. Looks at no signature. */
    public Optional<Decided> decided(GossipItem item) {
        return rules.get(item.type()) instanceof ResultRule rule ? rule.decided(item) : Optional.empty();
    }

    /**
     * The proof that two locks are, in whichever order they are given, or nothing if both may hold or it takes other blocks
     * to tell.
     *
     * @param between blocks of the consumer after the head of the one, up to that of the other; empty if they are the same
     */
    public Optional<ConflictProof> doubleLock(LockItem one, LockItem other, List<Block> between) {
        return doubleLockInOrder(one.item(), other.item(), between)
                .or(() -> doubleLockInOrder(other.item(), one.item(), between));
    }

    private Optional<ConflictProof> doubleLockInOrder(GossipItem first, GossipItem second, List<Block> between) {
        return read(first) instanceof Claim.Result one
                        && read(second) instanceof Claim.Result other
                        && one.lock() != null
                        && other.lock() != null
                        && doubleLocks.isDoubled(one.lock(), other.lock(), between)
                ? Optional.of(new ConflictProof.DoubleLock(
                        new DoubleLockEvidence(one.lock().consumer(), first, second, between)))
                : Optional.empty();
    }

    /** The head of a chain as an item. */
    public static GossipItem head(SignedHeader head) {
        return new GossipItem(ItemType.PEER_HEAD, ByteString.of(SignedHeader.CODEC.encode(head)), List.of());
    }

    /** What an item claims, or null if its content is not what its type asks for. Looks at no signature. */
    @Nullable
    Claim read(GossipItem item) {
        ItemRule rule = rules.get(item.type());
        return rule == null ? null : rule.read(item);
    }

    /** Whether an item claims something that is signed as it must be. */
    public boolean isTrue(GossipItem item) {
        Claim claim = read(item);
        return claim != null && isTrue(item, claim);
    }

    /** Whether what an item claims is signed as it must be. */
    boolean isTrue(GossipItem item, Claim claim) {
        if (claim instanceof Claim.Result result) {
            return result.signing().isMetBy(item.signatures(), hasher, verifier);
        }
        boolean provesItself = item.signatures().isEmpty();
        if (claim instanceof Claim.Head head) {
            return provesItself && head.header().isSignedByOwner(hasher, verifier);
        }
        return provesItself && isProof(((Claim.Misconduct) claim).proof());
    }

    /** Whether a proof proves what it claims. */
    public boolean isProof(ConflictProof proof) {
        if (proof instanceof ConflictProof.DoubleLock doubleLock) {
            return isProof(doubleLock.evidence());
        }
        if (proof instanceof ConflictProof.Fork fork) {
            return fork.evidence().isProof(hasher, verifier);
        }
        ContradictoryResults evidence = ((ConflictProof.Contradiction) proof).evidence();
        return read(evidence.first()) instanceof Claim.Result first
                && read(evidence.second()) instanceof Claim.Result second
                && first.slot().equals(second.slot())
                && first.identity().compareTo(second.identity()) < 0
                && isTrue(evidence.first(), first)
                && isTrue(evidence.second(), second);
    }

    private boolean isProof(DoubleLockEvidence evidence) {
        return read(evidence.first()) instanceof Claim.Result first
                && read(evidence.second()) instanceof Claim.Result second
                && first.lock() != null
                && second.lock() != null
                && first.lock().consumer().equals(evidence.consumer())
                && doubleLocks.isDoubled(first.lock(), second.lock(), evidence.between())
                && isTrue(evidence.first(), first)
                && isTrue(evidence.second(), second);
    }

    /** Whether signatures that another variant lacks are true and of those who may sign. */
    boolean mayJoin(List<Endorsement> signatures, Claim.Result claim) {
        return claim.signing().areTrue(signatures, hasher, verifier);
    }

    ItemHashes hashes() {
        return hashes;
    }

    private @Nullable Claim readHead(GossipItem item) {
        return SignedHeader.CODEC.parse(item.content().toByteArray()) instanceof Parsed.Read<SignedHeader> read
                ? new Claim.Head(hashes.head(read.record().header()), read.record())
                : null;
    }

    private @Nullable Claim readProof(GossipItem item) {
        return ConflictProof.CODEC.parse(item.content().toByteArray()) instanceof Parsed.Read<ConflictProof> read
                ? new Claim.Misconduct(identity(read.record()), read.record())
                : null;
    }

    /** The same for every proof by the same two statements, whoever signed them. */
    private Hash identity(ConflictProof proof) {
        if (proof instanceof ConflictProof.DoubleLock doubleLock) {
            return hasher.hash(
                    DOUBLE_LOCK,
                    ValueList.of(
                            hashes.identity(doubleLock.evidence().first()),
                            hashes.identity(doubleLock.evidence().second())));
        }
        if (proof instanceof ConflictProof.Fork fork) {
            return fork.evidence().identity(hasher);
        }
        ContradictoryResults evidence = ((ConflictProof.Contradiction) proof).evidence();
        return hasher.hash(
                CONTRADICTION, ValueList.of(hashes.identity(evidence.first()), hashes.identity(evidence.second())));
    }
}
