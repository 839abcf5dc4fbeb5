package io.omerta.protocol.language.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * Bytes to feed to a target.
 *
 * @param number which input it is; the same number gives the same bytes
 * @param kind how it was made
 * @param bytes what it is
 */
record FuzzInput(long number, FuzzInputs.Kind kind, byte[] bytes) {
    private static final int MAX_SHOWN = 2_000;

    /** The beginning of the input as printable ASCII. */
    String shown() {
        StringBuilder shown = new StringBuilder();
        for (char c : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (shown.length() >= MAX_SHOWN) {
                return shown.append("...").toString();
            }
            boolean plain = c == '\n' || (c >= ' ' && c <= '~' && c != '\\');
            shown.append(plain ? Character.toString(c) : String.format("\\x%02x", (int) c));
        }
        return shown.toString();
    }
}
