package io.omerta.scenarios.run;

import io.omerta.reports.RunReport;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The directory of a run: {@code out/<scenario>/<run>}. It is written under a temporary name and renamed when whole, so a
 * directory that stands under its own name is complete. The name of a run follows from its seed and resolved scenario:
 * the same run goes to the same place.
 */
public final class RunDirectory {
    private static final String LATEST = "latest";

    private final Path out;
    private final Path target;
    private final Path draft;

    private RunDirectory(Path out, Path target, Path draft) {
        this.out = out;
        this.target = target;
        this.draft = draft;
    }

    /**
     * Makes room for a run, before it starts, so that an unwritable folder is known before hours are spent.
     *
     * @param label distinguishes runs of one scenario that differ in more than the scenario, or ""
     * @throws InvalidInputException if the folder cannot be written
     */
    public static RunDirectory prepare(Path out, Scenario scenario, String label) {
        String name = "seed-" + scenario.seed() + "-"
                + TraceHash.sha256(scenario.resolvedYaml() + label).substring(0, 8);
        Path parent = out.resolve(scenario.name());
        try {
            Files.createDirectories(parent);
            Path draft = Files.createTempDirectory(parent, "." + name + ".");
            return new RunDirectory(out, parent.resolve(name), draft);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot write results to " + out + ": " + reason(e) + "; choose another folder with --out DIR", e);
        }
    }

    /** Where files can be put while the run goes on. */
    public Path draft() {
        return draft;
    }

    /**
     * Writes the report and gives the directory its name.
     *
     * @return the finished directory
     */
    public Path finish(RunOutcome outcome, String scenarioFile) {
        try {
            RunReport.write(outcome.result(), draft);
            TraceFile.write(draft, scenarioFile, outcome.traces());
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                Path old = Files.createTempDirectory(target.getParent(), ".old.");
                Files.move(target, old.resolve("run"));
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
                delete(old);
            } else {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            }
            pointLatest();
            return target;
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot write results to " + out + ": " + reason(e) + "; what was written is in " + draft, e);
        }
    }

    /** Leaves nothing behind of a run that failed. */
    public void discard() {
        try {
            if (Files.exists(draft)) {
                delete(draft);
            }
        } catch (IOException e) {
            // A leftover temporary folder is no reason to hide the failure that led here.
            draft.toFile().deleteOnExit();
        }
    }

    private void pointLatest() throws IOException {
        Path link = out.resolve(LATEST);
        Path temporary = out.resolve("." + LATEST + "." + draft.getFileName());
        try {
            Files.createSymbolicLink(temporary, out.relativize(target));
            Files.move(temporary, link, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (UnsupportedOperationException withoutLinks) {
            Files.writeString(link, target.toString() + "\n");
        }
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, java.io.IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String reason(IOException e) {
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "permission denied for " + e.getMessage();
        }
        if (e instanceof java.nio.file.FileAlreadyExistsException) {
            return e.getMessage() + " is a file";
        }
        if (e instanceof java.nio.file.NoSuchFileException) {
            return e.getMessage() + " does not exist";
        }
        return String.valueOf(e.getMessage());
    }
}
