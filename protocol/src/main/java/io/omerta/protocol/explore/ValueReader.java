package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads values that people write: numbers, {@code true}, members of enums, {@code "text"}, {@code null}, members of the
 * session by name, {@code [lists]}, the name of a role for the list of its members, and {@code {field value, ...}} where
 * fields that are missing have the usual value.
 */
final class ValueReader {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_]\\w*(?:\\[\\d+])?" + "|-?\\d+(?:\\.\\d+)?|[\\[\\]{},()|:.=])");

    private final Session session;
    private final Domains domains;
    private final String text;
    private final Matcher matcher;
    private int at;

    ValueReader(Session session, Domains domains, String text) {
        this.session = session;
        this.domains = domains;
        this.text = text;
        this.matcher = TOKEN.matcher(text);
    }

    /** Whether everything has been read. */
    boolean isAtEnd() {
        return text.substring(at).isBlank();
    }

    /** Reads a word or punctuation mark if it comes next. */
    boolean accept(String token) {
        if (token.equals(peek())) {
            at = matcher.end();
            return true;
        }
        return false;
    }

    /** @throws IllegalArgumentException if something else comes next */
    void expect(String token) {
        if (!accept(token)) {
            throw wrong(token);
        }
    }

    String next(String what) {
        String token = peek();
        if (token.isEmpty()) {
            throw wrong(what);
        }
        at = matcher.end();
        return token;
    }

    private String peek() {
        return matcher.find(at) && text.substring(at, matcher.start()).isBlank() ? matcher.group(1) : "";
    }

    /**
     * Reads a value of a type.
     *
     * @param name of what it is for
     * @throws IllegalArgumentException if there is none
     */
    Value value(String name, Type type) {
        if (accept("null")) {
            return Value.Absent.INSTANCE;
        }
        if (type instanceof Type.ListOf list) {
            return list(name, list);
        }
        if (type instanceof Type.RecordOf record) {
            return record(record.record());
        }
        String token = next(name + " of type " + type.notation());
        if (type instanceof Type.EnumOf members && members.members().contains(token)) {
            return new Value.EnumMember(token);
        }
        if (type instanceof Type.Scalar scalar) {
            return scalar(name, scalar, token);
        }
        throw wrong(name + " of type " + type.notation() + ", but found " + token);
    }

    private Value scalar(String name, Type.Scalar type, String token) {
        try {
            switch (type) {
                case BOOL -> {
                    if (token.equals("true") || token.equals("false")) {
                        return new Value.Bool(token.equals("true"));
                    }
                }
                case INT, DURATION -> {
                    return new Value.Int(Long.parseLong(token));
                }
                case UINT -> {
                    long number = Long.parseLong(token);
                    if (number >= 0) {
                        return new Value.Int(number);
                    }
                }
                case FIXED -> {
                    return new Value.Fixed(
                            new BigDecimal(token).movePointRight(6).longValueExact());
                }
                case TIMESTAMP -> {
                    return new Value.Timestamp(Long.parseLong(token));
                }
                case STRING -> {
                    if (token.startsWith("\"")) {
                        return new Text(token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1"));
                    }
                }
                case PEER_ID -> {
                    Member member = session.member(token);
                    if (member != null) {
                        return member.peer();
                    }
                    throw new IllegalArgumentException("there is no " + token + "; the members are "
                            + String.join(
                                    ", ",
                                    session.members().stream().map(Member::name).toList()));
                }
                case HASH, BYTES, SIGNATURE -> {
                    if (token.equals("known")) {
                        return domains.of(name, type).get(0);
                    }
                }
            }
        } catch (NumberFormatException | ArithmeticException notOfTheType) {
            throw wrong(name + " of type " + type.notation() + ", but found " + token);
        }
        throw wrong(name + " of type " + type.notation() + ", but found " + token);
    }

    private Value list(String name, Type.ListOf type) {
        if (type.element() == Type.Scalar.PEER_ID && !"[".equals(peek())) {
            String role = next("[ or the name of a role");
            if (!session.roles().contains(role)) {
                throw wrong("[ or the name of a role");
            }
            return ValueList.of(session.members(role).stream().map(Member::peer).toList());
        }
        expect("[");
        List<Value> elements = new ArrayList<>();
        while (!accept("]")) {
            if (!elements.isEmpty()) {
                expect(",");
            }
            elements.add(value(name, type.element()));
        }
        return ValueList.of(elements);
    }

    private Value record(RecordModel record) {
        List<Value> values = new ArrayList<>();
        for (FieldModel field : record.fields()) {
            values.add(domains.of(field.name(), field.type()).get(0));
        }
        expect("{");
        boolean first = true;
        while (!accept("}")) {
            if (!first) {
                expect(",");
            }
            first = false;
            String field = next("a field of " + record.name());
            int place = record.indexOf(field);
            if (place < 0) {
                throw wrong("a field of " + record.name() + " ("
                        + String.join(", ", record.shape().fields()) + "), but found " + field);
            }
            values.set(place, value(field, record.fields().get(place).type()));
        }
        return Struct.of(record.shape(), values);
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("\"" + text + "\": expected " + expected + " at character " + (at + 1));
    }
}
