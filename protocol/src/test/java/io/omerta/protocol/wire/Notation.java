package io.omerta.protocol.wire;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** Reads the notation that {@link Value#toString} writes. */
public final class Notation {
    private final String text;
    private int at;

    private Notation(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if the text is not the notation of one value */
    public static Value parse(String text) {
        Notation notation = new Notation(text);
        Value value = notation.value();
        if (notation.at != text.length()) {
            throw new IllegalArgumentException("more than one value in " + text);
        }
        return value;
    }

    private Value value() {
        char first = text.charAt(at);
        if (first == '[') {
            return list();
        }
        if (first == '{') {
            return map();
        }
        if (first == '"') {
            return string();
        }
        if (first == '@') {
            at++;
            return new Value.Timestamp(Long.parseLong(word()));
        }
        String word = word();
        if (first == '-' || Character.isDigit(first)) {
            return word.contains(".")
                    ? new Value.Fixed(Long.parseLong(word.replace(".", "")))
                    : new Value.Int(Long.parseLong(word));
        }
        if (text.startsWith(":", at) && !text.startsWith(": ", at)) {
            at++;
            return octets(word, HexFormat.of().parseHex(word()));
        }
        if (skips('{')) {
            return struct(word);
        }
        return switch (word) {
            case "absent" -> Value.Absent.INSTANCE;
            case "false" -> Value.Bool.FALSE;
            case "true" -> Value.Bool.TRUE;
            default -> new Value.EnumMember(word);
        };
    }

    private static Value octets(String kind, byte[] bytes) {
        return switch (kind) {
            case "bytes" -> ByteString.of(bytes);
            case "hash" -> Hash.of(bytes);
            case "peer_id" -> PeerId.of(bytes);
            case "signature" -> Signature.of(bytes);
            default -> throw new IllegalArgumentException("unknown kind " + kind);
        };
    }

    private Value string() {
        StringBuilder content = new StringBuilder();
        at++;
        while (!skips('"')) {
            if (!skips('\\')) {
                content.append(text.charAt(at++));
            } else if (skips('u')) {
                content.append((char) HexFormat.fromHexDigits(text, at, at + 4));
                at += 4;
            } else {
                content.append(text.charAt(at++));
            }
        }
        return new Text(content.toString());
    }

    private Value list() {
        List<Value> elements = new ArrayList<>();
        at++;
        while (!skips(']')) {
            elements.add(value());
            separator();
        }
        return ValueList.of(elements);
    }

    private Value map() {
        TreeMap<Value, Value> entries = new TreeMap<>();
        at++;
        while (!skips('}')) {
            Value key = value();
            colon();
            entries.put(key, value());
            separator();
        }
        return ValueMap.of(entries);
    }

    private Value struct(String name) {
        List<String> fields = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        while (!skips('}')) {
            fields.add(word());
            colon();
            values.add(value());
            separator();
        }
        return Struct.of(StructShape.of(name, fields), values);
    }

    /** Letters, digits and what may stand in a number. */
    private String word() {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean skips(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        if (there) {
            at++;
        }
        return there;
    }

    private void colon() {
        if (!skips(':') || !skips(' ')) {
            throw new IllegalArgumentException("colon and blank expected at " + at + " of " + text);
        }
    }

    private void separator() {
        if (skips(',')) {
            skips(' ');
        }
    }
}
