package io.omerta.cli;

import io.omerta.scenarios.model.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages of the Language Server Protocol on a pair of streams: header fields, an empty line, and as many bytes as the
 * header tells (Language Server Protocol 3.17, "Base Protocol"). What it reads is bounded.
 */
final class LspFrames {
    /** Room for a document of the largest size, each byte of it escaped. */
    private static final int MAX_CONTENT_BYTES = 8 << 20;

    private static final int MAX_HEADER_LINE_BYTES = 1024;
    private static final int MAX_HEADER_LINES = 16;
    private static final String LENGTH = "content-length:";

    private final InputStream in;
    private final OutputStream out;

    LspFrames(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * The content of the next message, or nothing at the end of the stream.
     *
     * @throws InvalidInputException if what comes is no message: there is no telling where the next one begins
     */
    Optional<byte[]> read() throws IOException {
        int lengthBytes = -1;
        for (int lines = 0; lines < MAX_HEADER_LINES; lines++) {
            String line = headerLine();
            if (line == null) {
                if (lines == 0) {
                    return Optional.empty();
                }
                throw malformed("it ends within a header");
            }
            if (line.isEmpty()) {
                return Optional.of(content(lengthBytes));
            }
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                lengthBytes = length(line.substring(LENGTH.length()).strip());
            }
        }
        throw malformed("a header has more than " + MAX_HEADER_LINES + " lines");
    }

    void write(byte[] content) throws IOException {
        out.write(("Content-Length: " + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.flush();
    }

    private byte[] content(int lengthBytes) throws IOException {
        if (lengthBytes < 0) {
            throw malformed("a header has no Content-Length");
        }
        byte[] content = in.readNBytes(lengthBytes);
        if (content.length < lengthBytes) {
            throw malformed("it ends within a message");
        }
        return content;
    }

    private static int length(String digits) {
        int length = digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
        if (length > MAX_CONTENT_BYTES) {
            throw malformed("Content-Length is not a number from 0 to " + MAX_CONTENT_BYTES);
        }
        return length;
    }

    /** A line without its end, or null at the end of the stream. */
    private @Nullable String headerLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\n') {
                return line.toString(StandardCharsets.US_ASCII).stripTrailing();
            }
            if (line.size() == MAX_HEADER_LINE_BYTES) {
                throw malformed("a line of a header has more than " + MAX_HEADER_LINE_BYTES + " bytes");
            }
            line.write(octet);
        }
        return line.size() == 0 ? null : line.toString(StandardCharsets.US_ASCII);
    }

    private static InvalidInputException malformed(String why) {
        return new InvalidInputException("standard input is not the Language Server Protocol: " + why
                + "; an editor starts this command, see its settings for language servers");
    }
}
