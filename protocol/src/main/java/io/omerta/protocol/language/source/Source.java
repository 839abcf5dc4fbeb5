package io.omerta.protocol.language.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text of one protocol file, with an index of its lines. Lines end with LF, CR LF or a lone CR.
 *
 * <p>A source always exists: a file that is too large or is not UTF-8 gives a source whose {@link #faults} say so.
 */
public final class Source {
    /** Largest file, bytes. Two hundred times the largest transaction; keeps every later stage's memory bounded. */
    public static final int MAX_BYTES = 1 << 20;

    /** Malformed sequences told one by one; a binary file has thousands and the first few suffice. */
    private static final int MAX_ENCODING_FAULTS = 10;

    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final List<Diagnostic> faults;

    private Source(String name, String text, List<EncodingFault> encodingFaults, long sizeBytes) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
        List<Diagnostic> found = new ArrayList<>();
        if (sizeBytes > MAX_BYTES) {
            found.add(Diagnostic.of(
                    Code.S11,
                    span(0, 0),
                    "the file has " + sizeBytes + " bytes, but at most " + MAX_BYTES
                            + " are read; split it and use `imports`"));
        }
        for (EncodingFault fault : encodingFaults) {
            found.add(Diagnostic.of(
                    Code.S01,
                    span(fault.charOffset(), fault.charOffset() + 1),
                    "the byte 0x" + Integer.toHexString(fault.value()) + " at byte " + fault.byteOffset()
                            + " is not UTF-8; save the file as UTF-8"));
        }
        this.faults = List.copyOf(found);
    }

    /** A source from text in memory. Unpaired surrogates, which no file can hold, become question marks. */
    public static Source of(String name, String text) {
        return decode(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A source from the bytes of a file.
     *
     * @param name how people know the file, usually its path
     * @param utf8 its content; beyond {@link #MAX_BYTES} the text is left empty
     */
    public static Source decode(String name, byte[] utf8) {
        if (utf8.length > MAX_BYTES) {
            return tooLarge(name, utf8.length);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(utf8);
        CharBuffer out = CharBuffer.allocate(utf8.length);
        List<EncodingFault> encodingFaults = new ArrayList<>();
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            if (encodingFaults.size() < MAX_ENCODING_FAULTS) {
                encodingFaults.add(new EncodingFault(out.position(), in.position(), utf8[in.position()] & 0xff));
            }
            out.put('\uFFFD');
            in.position(in.position() + result.length());
            result = decoder.decode(in, out, true);
        }
        return new Source(name, out.flip().toString(), encodingFaults, utf8.length);
    }

    /**
     * A file that is not read because it is too large.
     *
     * @param sizeBytes its size, above {@link #MAX_BYTES}
     */
    public static Source tooLarge(String name, long sizeBytes) {
        return new Source(name, "", List.of(), sizeBytes);
    }

    /** How people know the file. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** What is wrong with the file as a file: its size or its encoding. Nothing of it should be parsed if any. */
    public List<Diagnostic> faults() {
        return faults;
    }

    /** A stretch of this source, by UTF-16 offsets. */
    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    /** Line and column of an offset from 0 to the length of the text. */
    public Position position(int offset) {
        int line = lineAt(offset);
        return new Position(line, text.codePointCount(lineStarts[line - 1], offset) + 1);
    }

    /** Number of the line, from 1, that an offset stands on. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** A line without its end, by number from 1. */
    public Span line(int number) {
        int start = lineStarts[number - 1];
        int end = number < lineStarts.length ? lineStarts[number] : text.length();
        while (end > start && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return span(start, end);
    }

    @Override
    public String toString() {
        return name;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private record EncodingFault(int charOffset, int byteOffset, int value) {}
}
