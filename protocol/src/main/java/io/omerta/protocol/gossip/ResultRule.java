package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads and makes results of a {@link ResultForm}. */
final class ResultRule implements ItemRule {
    /** The domains of {@code HASH} and {@code SIGN} in protocol files. */
    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");

    private static final HashDomain STATEMENT = HashDomain.of("omerta.statement");

    private final ResultForm form;
    private final TypedCodec content;
    private final TypedCodec vote;
    private final ItemHashes hashes;
    private final Hasher hasher;

    ResultRule(ResultForm form, ItemHashes hashes, Hasher hasher) {
        this.form = form;
        this.content = new TypedCodec(form.content().notation(), form.content());
        this.vote = new TypedCodec(form.vote().signed().notation(), form.vote().signed());
        this.hashes = hashes;
        this.hasher = hasher;
    }

    @Override
    public @Nullable Claim read(GossipItem item) {
        Struct read = struct(content, item.content());
        if (read == null) {
            return null;
        }
        Struct lock = form.lock() == null ? null : (Struct) read.get(0);
        Struct decision = lock == null ? read : (Struct) read.get(1);
        if (!has(decision, form.required()) || (lock != null && !hash(lock).equals(ResultForm.lockHash(decision)))) {
            return null;
        }
        try {
            return claim(item, decision, lock);
        } catch (IllegalArgumentException broken) {
            // A rule that the types do not express, such as the size of a cabal.
            return null;
        }
    }

    private @Nullable Claim claim(GossipItem item, Struct decision, @Nullable Struct lock) {
        Hash decided = hash(decision);
        Map<PeerId, Struct> votes = new TreeMap<>();
        for (Endorsement endorsement : item.signatures()) {
            if (endorsement.statement().length() > 0) {
                Struct statement = struct(vote, endorsement.statement());
                if (statement == null || !isFor(decided, endorsement.signer(), statement)) {
                    return null;
                }
                votes.put(endorsement.signer(), statement);
            }
        }
        List<PeerId> members = new ArrayList<>();
        ((ValueList) ResultForm.field(ResultForm.WITNESSES, lock == null ? decision : lock, null))
                .elements()
                .forEach(member -> members.add((PeerId) member));
        Cabal cabal = Cabal.of(members);
        Map<PeerId, Hash> parties = new TreeMap<>();
        for (ResultForm.Party party : form.parties()) {
            parties.put((PeerId) ResultForm.field(party.field(), decision, lock), signedBy(party, decided));
        }
        if (votes.isEmpty() || !Signing.isWithinBounds(cabal, parties)) {
            return null;
        }
        List<Value> slot = new ArrayList<>();
        form.slot().forEach(name -> slot.add(ResultForm.field(name, decision, lock)));
        return new Claim.Result(
                hashes.identity(item),
                new Signing(cabal, votes, parties),
                median(votes, ResultForm.Vote.TIME),
                hashes.slot(form.itemType(), ValueList.of(slot)),
                form.itemType() == ItemType.LOCK_RESULT ? lockClaim(decision, votes) : null);
    }

    private static LockClaim lockClaim(Struct decision, Map<PeerId, Struct> votes) {
        return new LockClaim(
                (Hash) ResultForm.field("session_id", decision, null),
                (PeerId) ResultForm.field("consumer", decision, null),
                (Hash) ResultForm.field("consumer_chain_head", decision, null),
                number(ResultForm.field("amount", decision, null)),
                median(votes, "observed_balance"));
    }

    /** The lower median of what witnesses state: while most are honest, it lies between what two honest ones do. */
    private static long median(Map<PeerId, Struct> votes, String field) {
        List<Long> stated = votes.values().stream()
                .map(statement -> number(ResultForm.field(field, statement, null)))
                .sorted()
                .toList();
        return stated.get((stated.size() - 1) / 2);
    }

    private static long number(Value value) {
        return value instanceof Value.Timestamp time ? time.millis() : ((Value.Int) value).value();
    }

    private boolean isFor(Hash decided, PeerId signer, Struct statement) {
        return Objects.equals(signer, statement.get(ResultForm.Vote.WITNESS))
                && Objects.equals(decided, statement.get(form.vote().hash()))
                && has(statement, form.vote().required());
    }

    private static boolean has(Struct struct, Map<String, Value> required) {
        return required.entrySet().stream().allMatch(field -> field.getValue().equals(struct.get(field.getKey())));
    }

    private Hash hash(Struct struct) {
        return hasher.hash(TUPLE, ValueList.of(struct));
    }

    private Hash signedBy(ResultForm.Party party, Hash decided) {
        return hasher.hash(STATEMENT, ValueList.of(new Text(party.purpose()), decided));
    }

    /**
     * The item of a result.
     *
     * @param message payload of the form's origin; what in it is not signed as it must be is found when the item is verified
     * @param lock that the decision names, or null if it needs none
     */
    Optional<GossipItem> item(Struct message, @Nullable Struct lock) {
        Struct decision = (Struct) at(message, form.origin().decision());
        TreeMap<PeerId, Endorsement> signatures = new TreeMap<>();
        for (Value element : ((ValueList) at(message, form.origin().votes())).elements()) {
            Endorsement endorsement = endorsement((Struct) element);
            if (endorsement == null) {
                return Optional.empty();
            }
            signatures.putIfAbsent(endorsement.signer(), endorsement);
        }
        for (ResultForm.Party party : form.parties()) {
            PeerId signer = (PeerId) ResultForm.field(party.field(), decision, lock);
            Signature signature = (Signature) ResultForm.field(party.signature(), message, null);
            signatures.put(signer, new Endorsement(signer, Endorsement.NOTHING, signature));
        }
        Struct content = lock == null ? decision : Struct.of(form.content().shape(), lock, decision);
        if (content.encodedBytes() > form.itemType().contentBytesMax() || signatures.size() > Cabal.MEMBERS_MAX) {
            return Optional.empty();
        }
        return Optional.of(new GossipItem(
                form.itemType(), CanonicalEncoder.encodeToBytes(content), new ArrayList<>(signatures.values())));
    }

    private @Nullable Endorsement endorsement(Struct vote) {
        StructShape shape = form.vote().signed().shape();
        int signed = shape.fields().size();
        ByteString statement =
                CanonicalEncoder.encodeToBytes(Struct.of(shape, vote.values().subList(0, signed)));
        return statement.length() > Endorsement.STATEMENT_BYTES_MAX
                ? null
                : new Endorsement((PeerId) ResultForm.field(ResultForm.Vote.WITNESS, vote, null), statement, (Signature)
                        vote.get(signed));
    }

    /** The hash of the lock that the decision in a message names, or null if it needs none. */
    @Nullable
    Hash lockHash(Struct message) {
        return form.lock() == null
                ? null
                : ResultForm.lockHash((Struct) at(message, form.origin().decision()));
    }

    /** What an item of the form's type decides, or nothing if it does not read as one. */
    Optional<Decided> decided(GossipItem item) {
        Struct read = struct(content, item.content());
        if (read == null || !(read(item) instanceof Claim.Result claim)) {
            return Optional.empty();
        }
        Struct decision = form.lock() == null ? read : (Struct) read.get(1);
        return Optional.of(new Decided(
                hash(decision),
                decision,
                new TreeSet<>(claim.signing().statements().keySet()),
                claim.timeMillis()));
    }

    private static Value at(Struct message, List<String> path) {
        Value value = message;
        for (String field : path) {
            value = ResultForm.field(field, (Struct) value, null);
        }
        return value;
    }

    private static @Nullable Struct struct(TypedCodec codec, ByteString bytes) {
        return codec.decode(bytes.toByteArray()) instanceof Decoded.Accepted accepted
                        && accepted.value() instanceof Struct struct
                ? struct
                : null;
    }
}
