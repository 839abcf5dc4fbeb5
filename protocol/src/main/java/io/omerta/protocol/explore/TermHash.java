package io.omerta.protocol.explore;

import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructuralHash;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of parts of a state under a {@link Naming}, with lists whose order does not matter as bags. Hashes,
 * signatures and random bytes are looked into, for they too tell of members.
 */
final class TermHash {
    private final Session session;
    private final SymbolicTerms terms;
    private final ListOrder order;
    private final List<@Nullable PartHashes> actors = new ArrayList<>();
    private final List<@Nullable PartHashes> letters = new ArrayList<>();
    private final List<@Nullable PartHashes> answers = new ArrayList<>();

    /** What is known of one part: the members that it tells of, a bit for each, and its fingerprints by naming of these. */
    private static final class PartHashes {
        private final long members;
        private final Map<Long, Fingerprint> known = new LinkedHashMap<>();
        private long lastNaming;
        private @Nullable Fingerprint last;

        PartHashes(long members) {
            this.members = members;
        }

        Fingerprint under(long naming, Consumer<StructuralHash> content) {
            long local = Naming.of(naming, members);
            Fingerprint fingerprint = local == lastNaming ? last : null;
            if (fingerprint == null) {
                fingerprint = known.computeIfAbsent(local, unknown -> {
                    StructuralHash hash = new StructuralHash();
                    content.accept(hash);
                    return new Fingerprint(hash.high(), hash.low());
                });
                lastNaming = local;
                last = fingerprint;
            }
            return fingerprint;
        }
    }

    TermHash(Session session, SymbolicTerms terms, ListOrder order) {
        this.session = session;
        this.terms = terms;
        this.order = order;
    }

    Fingerprint of(ActorState actor, long naming) {
        return part(actors, actor.number, () -> members(actor)).under(naming, hash -> add(hash, actor, naming));
    }

    Fingerprint of(Letter letter, long naming) {
        return part(letters, letter.number(), () -> members(letter)).under(naming, hash -> add(hash, letter, naming));
    }

    Fingerprint of(Answer answer, long naming) {
        return part(answers, answer.number(), () -> members(answer.key()) | members(answer.value()))
                .under(naming, hash -> {
                    add(hash, answer.key(), naming);
                    add(hash, answer.value(), naming);
                });
    }

    /** The part of a number, which is known from now on. */
    private static PartHashes part(List<@Nullable PartHashes> parts, int number, LongSupplier members) {
        while (parts.size() <= number) {
            parts.add(null);
        }
        PartHashes known = parts.get(number);
        if (known == null) {
            known = new PartHashes(members.getAsLong());
            parts.set(number, known);
        }
        return known;
    }

    private void add(StructuralHash hash, Letter letter, long naming) {
        hash.add(Naming.name(naming, letter.from().place()))
                .add(Naming.name(naming, letter.to().place()));
        add(hash, letter.body(), naming);
    }

    private long members(Letter letter) {
        return bit(letter.from()) | bit(letter.to()) | members(letter.body());
    }

    private void add(StructuralHash hash, ActorState actor, long naming) {
        Configuration configuration = actor.configuration;
        hash.add(Naming.name(naming, actor.member.place()))
                .add(new Text(actor.member.role()))
                .add(new Text(actor.state().name()))
                .add(actor.drawn);
        for (int timer = 0; timer < Long.SIZE; timer++) {
            hash.add((configuration.isArmed(timer) ? 1 : 0) + (configuration.isExpired(timer) ? 2 : 0));
        }
        configuration.variables().forEach(value -> add(hash, value, naming));
        for (Configuration.Waiting waiting : configuration.waiting()) {
            add(hash, waiting.sender(), naming);
            add(hash, waiting.body(), naming);
        }
    }

    private void add(StructuralHash hash, Value value, long naming) {
        hash.add(value.kind().ordinal());
        if (value instanceof PeerId peer && session.member(peer) != null) {
            hash.add(Naming.name(naming, place(peer)));
        } else if (value instanceof Hash digest && terms.origin(digest) != null) {
            addOrigin(hash, digest, naming);
        } else if (value instanceof Signature signature) {
            add(hash, terms.signer(signature), naming);
            add(hash, terms.signed(signature), naming);
        } else if (value instanceof ByteString bytes && terms.origin(bytes) != null) {
            addOrigin(hash, bytes, naming);
        } else if (value instanceof ValueList list) {
            addList(hash, list, naming);
        } else if (value instanceof Struct struct) {
            hash.add(new Text(struct.shape().name()));
            struct.values().forEach(part -> add(hash, part, naming));
        } else if (value instanceof ValueMap map) {
            hash.add(map.size());
            map.keys().forEach(part -> add(hash, part, naming));
            map.values().forEach(part -> add(hash, part, naming));
        } else {
            hash.add(value);
        }
    }

    private void addOrigin(StructuralHash hash, Hash digest, long naming) {
        SymbolicTerms.HashOf origin = terms.origin(digest);
        if (origin != null) {
            hash.add(origin.domain().label());
            add(hash, origin.value(), naming);
        }
    }

    private void addOrigin(StructuralHash hash, ByteString bytes, long naming) {
        Value origin = terms.origin(bytes);
        if (origin != null) {
            hash.add(bytes.length());
            add(hash, origin, naming);
        }
    }

    private void addList(StructuralHash hash, ValueList list, long naming) {
        hash.add(list.size());
        if (order.matters(list)) {
            list.elements().forEach(part -> add(hash, part, naming));
            return;
        }
        long highs = 0;
        long lows = 0;
        StructuralHash one = new StructuralHash();
        for (Value element : list.elements()) {
            add(one.clear(), element, naming);
            highs += one.high();
            lows += one.low();
        }
        hash.add(highs).add(lows);
    }

    private int place(PeerId peer) {
        Member member = session.member(peer);
        return member == null ? 0 : member.place();
    }

    private static long bit(Member member) {
        return 1L << member.place();
    }

    private long members(ActorState actor) {
        long members = bit(actor.member);
        for (Value value : actor.configuration.variables()) {
            members |= members(value);
        }
        for (Configuration.Waiting waiting : actor.configuration.waiting()) {
            members |= members(waiting.sender()) | members(waiting.body());
        }
        return members;
    }

    private long members(Value value) {
        if (value instanceof PeerId peer) {
            return session.member(peer) == null ? 0 : 1L << place(peer);
        } else if (value instanceof Hash digest) {
            SymbolicTerms.HashOf origin = terms.origin(digest);
            return origin == null ? 0 : members(origin.value());
        } else if (value instanceof Signature signature) {
            return members(terms.signer(signature)) | members(terms.signed(signature));
        } else if (value instanceof ByteString bytes) {
            Value origin = terms.origin(bytes);
            return origin == null ? 0 : members(origin);
        } else if (value instanceof ValueList list) {
            return list.elements().stream().mapToLong(this::members).reduce(0, (a, b) -> a | b);
        } else if (value instanceof Struct struct) {
            return struct.values().stream().mapToLong(this::members).reduce(0, (a, b) -> a | b);
        } else if (value instanceof ValueMap map) {
            long ofKeys = map.keys().stream().mapToLong(this::members).reduce(0, (a, b) -> a | b);
            return map.values().stream().mapToLong(this::members).reduce(ofKeys, (a, b) -> a | b);
        }
        return 0;
    }
}
