package io.omerta.scenarios.load.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of a file.
 *
 * @param text without byte order mark
 * @param sha256 of the file's bytes, hexadecimal
 */
public record TextFile(String text, String sha256) {
    /** A file that gives no text, and why; the message is complete. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(Path file, String place, String reason) {
            super(file + place + ": error: " + reason);
        }

        /** The same problem with the name of the file only, to be put into another message. */
        public String asDetail() {
            return String.valueOf(getMessage()).replaceFirst(": error: ", ": ");
        }
    }

    /** Longest text that is parsed, in bytes. */
    public static final int LONGEST_YAML = 1 << 20;

    /**
     * Reads a file.
     *
     * @param kind what it should be, for messages, such as "scenario file"
     * @param longest largest size accepted, in bytes
     * @throws Unreadable if it is missing, a directory, unreadable, too long or not UTF-8
     */
    public static TextFile read(Path file, String kind, int longest) throws Unreadable {
        if (Files.isDirectory(file)) {
            throw new Unreadable(file, "", "this is a directory; give a " + kind + " inside it" + listing(file));
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                long size = Math.max(Files.size(file), bytes.length);
                throw new Unreadable(
                        file, "", "the file has " + size + " bytes; a " + kind + " may have at most " + longest);
            }
        } catch (NoSuchFileException e) {
            throw new Unreadable(file, "", "no such file" + nearest(file));
        } catch (AccessDeniedException e) {
            throw new Unreadable(file, "", "no permission to read this file");
        } catch (IOException e) {
            throw new Unreadable(file, "", "cannot be read: " + e.getMessage());
        }
        return decode(file, bytes);
    }

    /** Reads what comes with the program, from beside a class. */
    public static TextFile resource(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return decode(Path.of(name), in.readAllBytes());
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of the text in UTF-8, hexadecimal. */
    public static TextFile ofText(String text) {
        return new TextFile(text, sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static TextFile decode(Path file, byte[] bytes) throws Unreadable {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int lineStart = text.lastIndexOf('\n') + 1;
            long line = text.chars().filter(c -> c == '\n').count() + 1;
            int column = text.codePointCount(lineStart, text.length()) + 1;
            throw new Unreadable(
                    file,
                    ":" + line + ":" + column,
                    "byte 0x" + HexFormat.of().toHexDigits(bytes[in.position()])
                            + " is not UTF-8; save the file as UTF-8");
        }
        return new TextFile(text.startsWith("\uFEFF") ? text.substring(1) : text, sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String nearest(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return parent == null ? "" : "; there is no directory " + file.getParent() + " either";
        }
        return NearestMatch.of(String.valueOf(file.getFileName()), names(parent))
                .map(match -> "; did you mean \"" + file.resolveSibling(match) + "\"?")
                .orElse("");
    }

    private static String listing(Path directory) {
        String first = names(directory).stream()
                .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                .findFirst()
                .orElse("");
        return first.isEmpty() ? "" : ", such as " + directory.resolve(first);
    }

    private static Set<String> names(Path directory) {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (IOException e) {
            // Only a hint is lost.
            return Set.of();
        }
        return names;
    }
}
