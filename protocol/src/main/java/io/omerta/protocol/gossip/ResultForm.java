package io.omerta.protocol.gossip;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.HASH;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.TIMESTAMP;

import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction's result, as its participants sign it, becomes an item that anybody can verify. The names are those of
 * the transaction's file.
 *
 * @param itemType of the items that carry it
 * @param decision the struct that is decided. Its hash is what all signatures are about
 * @param lock the struct whose hash is in the decision's field {@value #LOCK_HASH}, and which names the witnesses and whom
 *     else the decision leaves out; null if the decision names them itself
 * @param required values that the decision must have for there to be anything to tell
 * @param vote what each witness signs
 * @param parties who must sign besides a quorum of the witnesses
 * @param slot fields that say what is decided; all honest peers sign at most one result with the same values there
 * @param origin the message in which a result comes about
 */
public record ResultForm(
        ItemType itemType,
        TypeDescriptor.StructOf decision,
        TypeDescriptor.@Nullable StructOf lock,
        Map<String, Value> required,
        Vote vote,
        List<Party> parties,
        List<String> slot,
        Origin origin) {
    /** The field that names the witnesses, in the order in which they were drawn. */
    static final String WITNESSES = "witnesses";

    /** The field of a decision that names the lock. */
    static final String LOCK_HASH = "lock_hash";

    /**
     * What each witness signs.
     *
     * @param signed payload of the message without its signature; the witness is in the field {@value #WITNESS} and the
     *     time in {@value #TIME}
     * @param hash field with the hash of the decision
     * @param required values that make the vote one for the decision
     */
    public record Vote(TypeDescriptor.StructOf signed, String hash, Map<String, Value> required) {
        static final String WITNESS = "witness";
        static final String TIME = "timestamp";

        /** @throws IllegalArgumentException if the payload lacks a field */
        public Vote {
            required = new TreeMap<>(required);
            require(signed, WITNESS, PEER_ID);
            require(signed, TIME, TIMESTAMP);
            require(signed, hash, HASH);
            TypeDescriptor.StructOf type = signed;
            required.keySet().forEach(field -> require(type, field));
        }
    }

    /**
     * One who signs the decision itself.
     *
     * @param field that names the peer
     * @param purpose first of what is signed, the hash of the decision being the second
     * @param signature field of the origin that has the signature
     */
    public record Party(String field, String purpose, String signature) {}

    /**
     * A message that has a result in it.
     *
     * @param message its name
     * @param decision path of field names to the decision
     * @param votes path to the list of votes, which have their signatures as their last field
     */
    public record Origin(String message, List<String> decision, List<String> votes) {
        public Origin {
            decision = List.copyOf(decision);
            votes = List.copyOf(votes);
        }
    }

    /** @throws IllegalArgumentException if a type lacks a field */
    public ResultForm {
        required = new TreeMap<>(required);
        parties = List.copyOf(parties);
        slot = List.copyOf(slot);
        if (lock != null) {
            require(decision, LOCK_HASH, HASH);
        }
        List<TypeDescriptor.StructOf> types = new ArrayList<>(List.of(decision));
        if (lock != null) {
            types.add(lock);
        }
        require(types.get(types.size() - 1), WITNESSES, Cabal.TYPE);
        List<String> named = new ArrayList<>(slot);
        parties.forEach(party -> named.add(party.field()));
        for (String field : named) {
            if (types.stream().allMatch(type -> type.shape().indexOf(field) < 0)) {
                require(decision, field);
            }
        }
        TypeDescriptor.StructOf type = decision;
        required.keySet().forEach(field -> require(type, field));
    }

    /** The type of an item's content: the decision, with the lock before it if it needs one. */
    TypeDescriptor.StructOf content() {
        return lock == null
                ? decision
                : new TypeDescriptor.StructOf(
                        StructShape.of("LOCKED_RESULT", "lock", "decision"), List.of(lock, decision));
    }

    /** The value of a field of the decision, or else of the lock. */
    static Value field(String name, Struct decision, @Nullable Struct lock) {
        Value value = decision.get(name);
        if (value == null && lock != null) {
            value = lock.get(name);
        }
        if (value == null) {
            throw new IllegalArgumentException(
                    "no field " + name + " in a " + decision.shape().name());
        }
        return value;
    }

    /** The hash by which a decision names its lock. */
    static Hash lockHash(Struct decision) {
        return (Hash) field(LOCK_HASH, decision, null);
    }

    private static TypeDescriptor require(TypeDescriptor.StructOf type, String field) {
        int place = type.shape().indexOf(field);
        if (place < 0) {
            throw new IllegalArgumentException("a " + type.shape().name() + " needs a field " + field + ", but has "
                    + type.shape().fields());
        }
        return type.types().get(place);
    }

    private static void require(TypeDescriptor.StructOf type, String field, TypeDescriptor wanted) {
        TypeDescriptor found = require(type, field);
        if (!found.equals(wanted)) {
            throw new IllegalArgumentException("the field " + field + " of a "
                    + type.shape().name() + " must be a " + wanted.notation() + ", but is a " + found.notation());
        }
    }
}
