package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.SignedBody;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What byzantine members can say. They act as one: each message of their roles, to each member that receives it, with
 * fields from what their machines hold, what is on its way to or from them, and the usual few values; signed by
 * themselves, since they have no other key. Among it are equivocation, repetition, votes for others, stale and wrong
 * values, and messages about another session. What their machines have not kept they have forgotten.
 */
final class Adversary {
    /** Bodies of one message that are all tried; if there are more, those that differ from the first in one field. */
    private static final int BODIES_MAX = 96;

    /** Values of one field. */
    private static final int VALUES_MAX = 8;

    private final Session session;
    private final SymbolicTerms terms;
    private final Domains domains;
    private final Reactions reactions;
    private final List<MessageModel> messages;
    private final boolean anybody;
    private final Set<String> cut = new LinkedHashSet<>();
    private final Map<List<Integer>, List<Letter>> thought = new LinkedHashMap<>();

    Adversary(Session session, SymbolicTerms terms, Domains domains, Reactions reactions, List<MessageModel> messages) {
        this.session = session;
        this.terms = terms;
        this.domains = domains;
        this.reactions = reactions;
        this.messages = messages;
        this.anybody = session.members().stream().anyMatch(Member::byzantine);
    }

    /** Every message that a byzantine member can send. */
    List<Letter> lies(SystemState state) {
        if (!anybody) {
            return List.of();
        }
        List<Integer> view = new ArrayList<>();
        for (ActorState actor : state.actors) {
            if (actor.member.byzantine()) {
                view.add(actor.number);
            }
        }
        for (Letter letter : state.letters) {
            if (isSeen(letter)) {
                view.add(letter.number());
            }
        }
        List<Letter> lies = thought.get(view);
        if (lies == null) {
            lies = think(state);
            thought.put(view, lies);
        }
        return lies;
    }

    /** Names of the messages of which not every body that could be built was tried. */
    Set<String> cut() {
        return cut;
    }

    private static boolean isSeen(Letter letter) {
        return letter.from().byzantine() || letter.to().byzantine();
    }

    private List<Letter> think(SystemState state) {
        Set<Value> known = known(state);
        Set<Letter> lies = new LinkedHashSet<>();
        for (Member liar : session.members()) {
            if (liar.byzantine()) {
                for (MessageModel message : messages) {
                    if (message.sender().equals(liar.role())) {
                        for (Struct body : bodies(liar, message, known)) {
                            for (Member to : session.members()) {
                                if (to != liar && message.isFor(to.role())) {
                                    lies.add(reactions.letter(liar, to, message, body));
                                }
                            }
                        }
                    }
                }
            }
        }
        return List.copyOf(lies);
    }

    private Set<Value> known(SystemState state) {
        Set<Value> known = new LinkedHashSet<>();
        for (Letter letter : state.letters) {
            if (isSeen(letter)) {
                learn(letter.body(), known);
            }
        }
        for (ActorState actor : state.actors) {
            if (actor.member.byzantine()) {
                actor.configuration.variables().forEach(value -> learn(value, known));
                for (Configuration.Waiting waiting : actor.configuration.waiting()) {
                    learn(waiting.body(), known);
                }
            }
        }
        return known;
    }

    /** A value and all its parts. */
    private static void learn(Value value, Set<Value> known) {
        if (value instanceof Value.Absent || !known.add(value)) {
            return;
        }
        if (value instanceof Struct struct) {
            struct.values().forEach(part -> learn(part, known));
        } else if (value instanceof ValueList list) {
            list.elements().forEach(part -> learn(part, known));
        } else if (value instanceof ValueMap map) {
            map.keys().forEach(part -> learn(part, known));
            map.values().forEach(part -> learn(part, known));
        }
    }

    private List<Struct> bodies(Member liar, MessageModel message, Set<Value> known) {
        RecordModel record = message.body();
        int declared = record.fields().size() - (message.signed() ? 1 : 0);
        List<List<Value>> fields = new ArrayList<>();
        for (FieldModel field : record.fields().subList(0, declared)) {
            fields.add(values(liar, message.name(), field, known));
        }
        if (Domains.count(fields) > BODIES_MAX) {
            cut.add(message.name());
        }
        List<Struct> bodies = new ArrayList<>();
        for (List<Value> values : Domains.combinations(fields, BODIES_MAX)) {
            bodies.add(Struct.of(record.shape(), message.signed() ? signed(liar, record, values) : values));
        }
        return bodies;
    }

    private List<Value> signed(Member liar, RecordModel record, List<Value> values) {
        StructShape content =
                StructShape.of(record.name(), record.shape().fields().subList(0, values.size()));
        List<Value> all = new ArrayList<>(values);
        all.add(terms.sign(liar.peer(), terms.hash(SignedBody.DOMAIN, Struct.of(content, values))));
        return all;
    }

    /** Values for a field: of identities the liar's own first, of others what is known first. */
    private List<Value> values(Member liar, String message, FieldModel field, Set<Value> known) {
        Set<Value> values = new LinkedHashSet<>();
        if (field.type() == Type.Scalar.PEER_ID) {
            values.add(liar.peer());
            for (Member member : session.members()) {
                values.add(member.peer());
            }
        } else {
            TypedCodec codec = new TypedCodec(field.name(), field.descriptor());
            for (Value value : known) {
                if (codec.check(value) == null) {
                    values.add(value);
                }
            }
            values.addAll(domains.of(field.name(), field.type()));
        }
        if (values.size() > VALUES_MAX) {
            cut.add(message);
        }
        return List.copyOf(values).subList(0, Math.min(VALUES_MAX, values.size()));
    }
}
