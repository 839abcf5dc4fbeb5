package io.omerta.protocol.wire;

/** The rule for names of structs, fields and enum members: an ASCII letter or {@code _}, then those and digits. */
public final class Names {
    private Names() {}

    public static boolean isName(String text) {
        if (text.isEmpty() || !isNameStart(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!isNamePart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static String require(String what, String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(what
                    + " name must be ASCII letters, digits and _, not starting with a digit, but was \"" + name + "\"");
        }
        return name;
    }

    /** Position of the first byte that cannot stand there in a name, or {@code to}. */
    static int firstInvalid(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            char character = (char) (bytes[i] & 0xff);
            if (!(i == from ? isNameStart(character) : isNamePart(character))) {
                return i;
            }
        }
        return to;
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || (c >= '0' && c <= '9');
    }
}
