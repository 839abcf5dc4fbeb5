package io.omerta.reports.text;

/** Text made safe for XML and HTML. */
public final class Markup {
    private static final char REPLACEMENT = '\uFFFD';

    private Markup() {}

    /**
     * The text with markup characters as references, safe in content and in quoted attributes. Characters that XML 1.0
     * (section 2.2) cannot hold, even as references, become U+FFFD.
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(character) ? character : REPLACEMENT);
            }
        }
        return escaped.toString();
    }

    /** The text with the characters that XML 1.0 cannot hold replaced by U+FFFD, otherwise unchanged. */
    public static String legal(String text) {
        if (text.codePoints().allMatch(Markup::isXml)) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isXml(character) ? character : REPLACEMENT)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
