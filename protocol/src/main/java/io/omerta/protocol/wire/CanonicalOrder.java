package io.omerta.protocol.wire;

import java.util.Arrays;

/**
 * The order of canonical encodings as unsigned byte strings, found without encoding. Kinds follow their tags; numbers of
 * one kind compare as numbers; what has a length compares by length first, then by content. It suffices to compare part
 * by part, because no encoding is the beginning of another.
 */
final class CanonicalOrder {
    private CanonicalOrder() {}

    static int compare(Value a, Value b) {
        if (a == b) {
            return 0;
        }
        if (a.kind() != b.kind()) {
            return a.kind().compareTo(b.kind());
        }
        return switch (a.kind()) {
            case ABSENT -> 0;
            case BOOL -> Boolean.compare(((Value.Bool) a).value(), ((Value.Bool) b).value());
            case INT -> Long.compare(((Value.Int) a).value(), ((Value.Int) b).value());
            case FIXED -> Long.compare(((Value.Fixed) a).micros(), ((Value.Fixed) b).micros());
            case TIMESTAMP -> Long.compare(((Value.Timestamp) a).millis(), ((Value.Timestamp) b).millis());
            case BYTES, HASH, PEER_ID, SIGNATURE -> octets((Octets) a, (Octets) b);
            case TEXT -> text((Text) a, (Text) b);
            case ENUM_MEMBER -> name(((Value.EnumMember) a).name(), ((Value.EnumMember) b).name());
            case LIST -> array(((ValueList) a).elements, ((ValueList) b).elements);
            case MAP -> map((ValueMap) a, (ValueMap) b);
            case STRUCT -> struct((Struct) a, (Struct) b);
        };
    }

    private static int octets(Octets a, Octets b) {
        int byLength = Integer.compare(a.length(), b.length());
        return byLength != 0 ? byLength : Arrays.compareUnsigned(a.octets, b.octets);
    }

    /** UTF-8 sorts by code point, UTF-16 does not: a surrogate pair is above every single character. */
    private static int text(Text a, Text b) {
        int byLength = Integer.compare(a.utf8Bytes(), b.utf8Bytes());
        if (byLength != 0) {
            return byLength;
        }
        String left = a.text();
        String right = b.text();
        for (int i = 0; i < left.length() && i < right.length(); i++) {
            char c = left.charAt(i);
            char d = right.charAt(i);
            if (c != d) {
                boolean pairLeft = Character.isSurrogate(c);
                return pairLeft == Character.isSurrogate(d) ? Character.compare(c, d) : pairLeft ? 1 : -1;
            }
        }
        return 0;
    }

    private static int name(String a, String b) {
        int byLength = Integer.compare(a.length(), b.length());
        return byLength != 0 ? byLength : a.compareTo(b);
    }

    private static int array(Value[] a, Value[] b) {
        int byLength = Integer.compare(a.length, b.length);
        for (int i = 0; byLength == 0 && i < a.length; i++) {
            int byElement = compare(a[i], b[i]);
            if (byElement != 0) {
                return byElement;
            }
        }
        return byLength;
    }

    private static int map(ValueMap a, ValueMap b) {
        int byLength = Integer.compare(a.size(), b.size());
        for (int i = 0; byLength == 0 && i < a.size(); i++) {
            int byKey = compare(a.keys[i], b.keys[i]);
            int byEntry = byKey != 0 ? byKey : compare(a.values[i], b.values[i]);
            if (byEntry != 0) {
                return byEntry;
            }
        }
        return byLength;
    }

    private static int struct(Struct a, Struct b) {
        StructShape left = a.shape();
        StructShape right = b.shape();
        int byHeader = Arrays.compareUnsigned(left.encodedHeader, right.encodedHeader);
        for (int i = 0; byHeader == 0 && i < a.values.length; i++) {
            int byName = Arrays.compareUnsigned(left.encodedFields[i], right.encodedFields[i]);
            int byField = byName != 0 ? byName : compare(a.values[i], b.values[i]);
            if (byField != 0) {
                return byField;
            }
        }
        return byHeader;
    }
}
