package io.omerta.protocol.wire;

import java.util.Locale;

/**
 * A text of Unicode scalar values. Texts are compared as they stand, without normalisation: two spellings of a letter are
 * two texts.
 */
public final class Text implements Value {
    private final String text;
    private final int utf8Bytes;

    /** @throws IllegalArgumentException if the text has an unpaired surrogate or is too long for {@link Limits} */
    public Text(String text) {
        this(text, Limits.requireSize(Utf8.length(text)));
        Limits.requireSize(encodedBytes());
    }

    /** A text known to be well-formed and within the limits. */
    Text(String text, int utf8Bytes) {
        this.text = text;
        this.utf8Bytes = utf8Bytes;
    }

    public String text() {
        return text;
    }

    /** Length in UTF-8. */
    public int utf8Bytes() {
        return utf8Bytes;
    }

    @Override
    public Kind kind() {
        return Kind.TEXT;
    }

    @Override
    public int encodedBytes() {
        return 1 + Tag.lengthBytes(utf8Bytes) + utf8Bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** In double quotes, with backslash escapes for these, backslashes and whatever is not printable ASCII. */
    @Override
    public String toString() {
        StringBuilder notation = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                notation.append('\\').append(c);
            } else if (c >= ' ' && c <= '~') {
                notation.append(c);
            } else {
                notation.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return notation.append('"').toString();
    }
}
