package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.QuorumCertificate;
import io.omerta.protocol.chain.QuorumCertificate.Endorsement;
import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.ledger.LockResult;
import io.omerta.protocol.ledger.SignedLock;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How items of every type are read and verified. Whether a cabal was drawn as it should is not among the rules: it takes
 * the chain of another peer to tell, and proofs hold without.
 *
 * <p>Not for use by several threads, unless hasher and verifier are.
 */
public final class ItemRules {
    private static final HashDomain CONTRADICTION = HashDomain.of("omerta.evidence.contradiction");

    private final Map<ItemType, ItemRule> rules = new EnumMap<>(ItemType.class);
    private final ItemHashes hashes;
    private final Hasher hasher;
    private final Verifier verifier;

    public ItemRules(Hasher hasher, Verifier verifier) {
        this.hasher = hasher;
        this.verifier = verifier;
        hashes = new ItemHashes(hasher);
        rules.put(ItemType.LOCK_RESULT, this::readLock);
        addResult(ResultForm.TOP_UP);
        addResult(ResultForm.SETTLEMENT);
        addResult(ResultForm.ATTESTATION);
        addResult(ResultForm.CHECK);
        rules.put(ItemType.PEER_HEAD, this::readHead);
        rules.put(ItemType.CONFLICT_PROOF, this::readProof);
    }

    private void addResult(ResultForm form) {
        rules.put(form.itemType(), new ResultRule(form, hashes, hasher));
    }

    /** A lock as an item. */
    public static GossipItem lock(SignedLock lock) {
        List<Endorsement> signatures = new ArrayList<>(lock.certificate().endorsements());
        PeerId consumer = lock.result().reservation().consumer();
        signatures.removeIf(endorsement -> endorsement.signer().equals(consumer));
        signatures.add(new Endorsement(consumer, lock.consumer()));
        return new GossipItem(
                ItemType.LOCK_RESULT,
                ByteString.of(LockResult.CODEC.encode(lock.result())),
                QuorumCertificate.of(signatures));
    }

    /** The head of a chain as an item. */
    public static GossipItem head(SignedHeader head) {
        return new GossipItem(
                ItemType.PEER_HEAD, ByteString.of(SignedHeader.CODEC.encode(head)), new QuorumCertificate(List.of()));
    }

    /** What an item claims, or null if its content is not what its type asks for. Looks at no signature. */
    @Nullable
    Claim read(GossipItem item) {
        ItemRule rule = rules.get(item.type());
        return rule == null ? null : rule.read(item);
    }

    /** Whether what an item claims is signed as it must be. */
    boolean isTrue(GossipItem item, Claim claim) {
        if (claim instanceof Claim.Result result) {
            return result.signing().isMetBy(item.signatures(), verifier);
        }
        boolean provesItself = item.signatures().endorsements().isEmpty();
        if (claim instanceof Claim.Head head) {
            return provesItself && head.header().isSignedByOwner(hasher, verifier);
        }
        return provesItself && isProof(((Claim.Misconduct) claim).proof());
    }

    /** Whether a proof proves what it claims. */
    public boolean isProof(ConflictProof proof) {
        if (proof instanceof ConflictProof.DoubleLock doubleLock) {
            return doubleLock.evidence().isProof(hasher, verifier);
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

    /** Whether signatures that another variant lacks are true and of those who may sign. */
    boolean mayJoin(List<Endorsement> signatures, Claim.Result claim) {
        return claim.signing().areTrue(signatures, verifier);
    }

    ItemHashes hashes() {
        return hashes;
    }

    private @Nullable Claim readLock(GossipItem item) {
        if (!(LockResult.CODEC.parse(item.content().toByteArray()) instanceof Parsed.Read<LockResult> read)) {
            return null;
        }
        LockResult result = read.record();
        PeerId consumer = result.reservation().consumer();
        List<Endorsement> witnesses = new ArrayList<>();
        Signature consumerSignature = null;
        for (Endorsement endorsement : item.signatures().endorsements()) {
            if (endorsement.signer().equals(consumer)) {
                consumerSignature = endorsement.signature();
            }
            if (result.cabal().contains(endorsement.signer())) {
                witnesses.add(endorsement);
            }
        }
        if (consumerSignature == null || !Signing.isWithinBounds(result.cabal(), List.of(consumer))) {
            return null;
        }
        return new Claim.Result(
                hashes.identity(item),
                new Signing(result.hash(hasher), result.cabal(), List.of(consumer)),
                result.reservation().fromMillis(),
                hashes.slot(
                        ItemType.LOCK_RESULT, ValueList.of(result.reservation().session(), consumer)),
                new SignedLock(result, new QuorumCertificate(witnesses), consumerSignature));
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
            return doubleLock.evidence().identity(hasher);
        }
        if (proof instanceof ConflictProof.Fork fork) {
            return fork.evidence().identity(hasher);
        }
        ContradictoryResults evidence = ((ConflictProof.Contradiction) proof).evidence();
        return hasher.hash(
                CONTRADICTION, ValueList.of(hashes.identity(evidence.first()), hashes.identity(evidence.second())));
    }
}
