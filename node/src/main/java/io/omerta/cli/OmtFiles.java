package io.omerta.cli;

import io.omerta.protocol.language.source.Source;
import io.omerta.scenarios.load.yaml.NearestMatch;
import io.omerta.scenarios.model.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The protocol files that a command works on: which they are, what they hold, and how they are written back. Each file
 * is read once and is one {@link Source}, under however many names it is reached.
 */
final class OmtFiles {
    static final String EXTENSION = ".omt";

    private final Path workingDirectory;
    private final Map<Path, Source> sources = new LinkedHashMap<>();

    /** @param workingDirectory files below it are named from it, others by their absolute paths */
    OmtFiles(Path workingDirectory) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    /**
     * A file to work on.
     *
     * @param path absolute
     * @param top the outermost directory in which its imports are looked for
     */
    record Chosen(Path path, Path top) {}

    /**
     * The files that the arguments of a command mean: a file itself, of a directory all protocol files in it and below
     * (links are not followed), sorted; each once.
     *
     * @throws InvalidInputException if there is no such file, or none in a directory
     */
    List<Chosen> choose(List<Path> arguments) {
        Map<Path, Chosen> chosen = new LinkedHashMap<>();
        for (Path argument : arguments) {
            Path path = workingDirectory.resolve(argument).normalize();
            if (Files.isDirectory(path)) {
                List<Path> found = below(path);
                if (found.isEmpty()) {
                    throw new InvalidInputException(argument + ": error: nothing in this directory or below ends with "
                            + EXTENSION + "; give another directory, or a file");
                }
                found.forEach(file -> chosen.putIfAbsent(realPath(file), new Chosen(file, top(file, path))));
            } else {
                chosen.putIfAbsent(realPath(path), new Chosen(path, top(path, path.resolveSibling(""))));
            }
        }
        return List.copyOf(chosen.values());
    }

    /**
     * The content of a file.
     *
     * @param path absolute
     * @throws InvalidInputException if it cannot be read; a file that is too large or not UTF-8 gives a faulty source
     */
    Source source(Path path) {
        return sources.computeIfAbsent(realPath(path), real -> read(real, name(path)));
    }

    /**
     * Replaces a file as a whole: who reads it meanwhile sees the old or the new text. Links stay links.
     *
     * @throws InvalidInputException if it cannot be written; then it is as it was
     */
    void write(Path path, String text) {
        Path real = realPath(path);
        @Nullable Path draft = null;
        try {
            if (!Files.isWritable(real)) {
                throw new AccessDeniedException(real.toString());
            }
            draft = Files.createTempFile(real.getParent(), "." + real.getFileName(), ".tmp");
            Files.writeString(draft, text);
            keepPermissions(real, draft);
            Files.move(draft, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(draft);
            throw new InvalidInputException(name(path) + ": error: cannot be written: " + reason(e), e);
        }
        show(path, text);
    }

    /** Gives a file another content than it has on the disk. */
    void show(Path path, String text) {
        sources.put(realPath(path), Source.of(name(path), text));
    }

    /** The file of a source. */
    Path path(Source source) {
        return workingDirectory.resolve(source.name());
    }

    /** How people know a file. */
    String name(Path path) {
        return (path.startsWith(workingDirectory) ? workingDirectory.relativize(path) : path).toString();
    }

    /** With links resolved, so that one file has one path. */
    Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(name(path) + ": error: no such file" + nearest(path), e);
        } catch (IOException e) {
            throw new InvalidInputException(name(path) + ": error: cannot be read: " + reason(e), e);
        }
    }

    private Path top(Path file, Path given) {
        return file.startsWith(workingDirectory) ? workingDirectory : given;
    }

    private List<Path> below(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException(name(directory) + ": error: cannot be listed: " + reason(e), e);
        }
    }

    /** Anything but a regular file may have no end, or wait for ever. */
    private static Source read(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(name + ": error: this is not a regular file; give a file or a directory");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Source.MAX_BYTES + 1);
            return bytes.length > Source.MAX_BYTES
                    ? Source.tooLarge(name, Math.max(Files.size(file), bytes.length))
                    : Source.decode(name, bytes);
        } catch (IOException e) {
            throw new InvalidInputException(name + ": error: cannot be read: " + reason(e), e);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        @Nullable PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (old != null) {
            Files.setPosixFilePermissions(to, old.readAttributes().permissions());
        }
    }

    private static void discard(@Nullable Path draft) {
        if (draft != null) {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException e) {
                // The failure before this one is the one to tell.
                return;
            }
        }
    }

    private static String reason(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        return cause instanceof AccessDeniedException denied
                ? "no permission for " + denied.getFile()
                : String.valueOf(cause == null ? failure : cause.getMessage());
    }

    private String nearest(Path missing) {
        Path directory = missing.resolveSibling("");
        if (!Files.isDirectory(directory)) {
            return "; there is no directory " + name(directory) + " either";
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            entries.map(entry -> String.valueOf(entry.getFileName())).sorted().forEach(names::add);
        } catch (IOException | UncheckedIOException e) {
            return ""; // only a hint is lost
        }
        return NearestMatch.of(String.valueOf(missing.getFileName()), names)
                .map(match -> "; did you mean \"" + name(missing.resolveSibling(match)) + "\"?")
                .orElse("");
    }
}
