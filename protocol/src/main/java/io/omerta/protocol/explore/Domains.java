package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The few values of each type that are enough to tell most behaviours apart: an amount, the next one, none, and one that
 * is too large for every sum. The first value is the usual one.
 */
final class Domains {
    /** The time, which stands still. */
    static final long NOW_MILLIS = 1_000_000;

    private static final long AMOUNT = 100;
    private static final List<Value> UNSIGNED =
            List.of(new Value.Int(AMOUNT), new Value.Int(0), new Value.Int(AMOUNT + 1), new Value.Int(Long.MAX_VALUE));
    private static final List<Value> SIGNED = List.of(
            new Value.Int(AMOUNT),
            new Value.Int(0),
            new Value.Int(AMOUNT + 1),
            new Value.Int(Long.MAX_VALUE),
            new Value.Int(-1));

    private final Session session;
    private final SymbolicTerms terms;

    Domains(Session session, SymbolicTerms terms) {
        this.session = session;
        this.terms = terms;
    }

    /**
     * Values of a type.
     *
     * @param name of what they are for: one that names a role stands for its members
     */
    List<Value> of(String name, Type type) {
        if (type instanceof Type.Scalar scalar) {
            return scalar(name, scalar);
        }
        if (type instanceof Type.ListOf list) {
            return list.element() == Type.Scalar.PEER_ID ? peerLists(name) : lists(name, list.element());
        }
        if (type instanceof Type.EnumOf members) {
            return members.members().stream().<Value>map(Value.EnumMember::new).toList();
        }
        if (type instanceof Type.RecordOf record) {
            return records(record.record());
        }
        return List.of(ValueMap.of(Collections.<Value, Value>emptySortedMap()));
    }

    private List<Value> scalar(String name, Type.Scalar type) {
        return switch (type) {
            case BOOL -> List.of(Value.Bool.TRUE, Value.Bool.FALSE);
            case INT -> SIGNED;
            case UINT -> UNSIGNED;
            case FIXED -> List.of(new Value.Fixed(1_000_000), new Value.Fixed(0), new Value.Fixed(500_000));
            case TIMESTAMP -> List.of(new Value.Timestamp(NOW_MILLIS));
            case DURATION -> List.of(new Value.Int(1_000), new Value.Int(0));
            case BYTES -> List.of(terms.usualBytes());
            case STRING -> List.of(new Text("text"));
            case HASH -> List.of(session.id(), Session.OTHER_ID);
            case PEER_ID -> peers(name);
            case SIGNATURE -> List.of(Signature.of(new byte[Signature.BYTES]));
        };
    }

    private List<Value> peers(String name) {
        String role = session.roleCalled(name);
        return identities(role == null ? session.members() : session.members(role));
    }

    private List<Value> peerLists(String name) {
        String role = session.roleCalled(name);
        return List.of(ValueList.of(identities(role == null ? session.members() : session.members(role))));
    }

    private static List<Value> identities(List<Member> members) {
        return members.stream().<Value>map(Member::peer).toList();
    }

    private List<Value> lists(String name, Type element) {
        List<Value> elements = of(name, element);
        return List.of(ValueList.of(), ValueList.of(elements.subList(0, Math.min(1, elements.size()))));
    }

    private List<Value> records(RecordModel record) {
        List<List<Value>> fields = new ArrayList<>();
        for (FieldModel field : record.fields()) {
            List<Value> values = new ArrayList<>(of(field.name(), field.type()));
            if (field.optional()) {
                values.add(Value.Absent.INSTANCE);
            }
            fields.add(values);
        }
        return combinations(fields, 1).stream()
                .<Value>map(values -> Struct.of(record.shape(), values))
                .toList();
    }

    /**
     * Choices of one value for each place: all of them if there are at most so many, else the one of first values and
     * those that differ from it in one place.
     */
    static List<List<Value>> combinations(List<List<Value>> places, int most) {
        long all = count(places);
        if (all == 0) {
            return List.of();
        }
        List<List<Value>> chosen = new ArrayList<>();
        List<Value> first = new ArrayList<>();
        places.forEach(values -> first.add(values.get(0)));
        chosen.add(first);
        for (int place = 0; place < places.size(); place++) {
            List<List<Value>> from = all <= most ? List.copyOf(chosen) : List.of(first);
            for (Value value : places.get(place).subList(1, places.get(place).size())) {
                for (List<Value> choice : from) {
                    List<Value> other = new ArrayList<>(choice);
                    other.set(place, value);
                    chosen.add(other);
                }
            }
        }
        return chosen;
    }

    /** How many choices of one value for each place there are, or many. */
    static long count(List<List<Value>> places) {
        long all = 1;
        for (List<Value> values : places) {
            all = Math.min(Integer.MAX_VALUE, all * values.size());
        }
        return all;
    }
}
