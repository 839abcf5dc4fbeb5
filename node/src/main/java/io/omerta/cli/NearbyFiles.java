package io.omerta.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Protocol files that nobody has named, looked for with little effort. */
final class NearbyFiles {
    /** From the root of protocol sources to its files: transactions/01_escrow/transaction.omt. */
    private static final int MAX_LEVELS = 3;

    /** Enough for any protocol; a home directory is not searched through. */
    private static final int MAX_ENTRIES = 10_000;

    private NearbyFiles() {}

    /** Protocol files at most {@link #MAX_LEVELS} below a directory, sorted, as far as it can be listed. */
    static SortedSet<Path> below(Path directory) {
        SortedSet<Path> found = new TreeSet<>();
        int[] left = {MAX_ENTRIES};
        SimpleFileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && file.toString().endsWith(OmtFiles.EXTENSION)) {
                    found.add(file);
                }
                return --left[0] == 0 ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(directory, EnumSet.noneOf(FileVisitOption.class), MAX_LEVELS, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException("the visitor lets no failure pass", e);
        }
        return found;
    }
}
