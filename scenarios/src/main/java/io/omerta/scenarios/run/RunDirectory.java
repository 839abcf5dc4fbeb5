package io.omerta.scenarios.run;

import io.omerta.reports.RunReport;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Suite;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.RunResult.Completion;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a run: {@code out/<scenario>/<run>}. It is written under a temporary name and renamed when whole, so a
 * directory that stands under its own name is complete. The name of a run follows from its seed and resolved scenario:
 * the same run goes to the same place. A run that was interrupted has "-interrupted" in its name, and never takes the
 * place of a complete one.
 */
public final class RunDirectory {
    private static final String LATEST = "latest";
    private static final String OTHER_FOLDER = ", or choose another folder with --out DIR";

    private final Path out;
    private final Path parent;
    private final String name;
    private final Path draft;

    private RunDirectory(Path out, Path parent, String name, Path draft) {
        this.out = out;
        this.parent = parent;
        this.name = name;
        this.draft = draft;
    }

    /**
     * Makes room for a run, before it starts, so that an unwritable folder is known before hours are spent.
     *
     * @param label distinguishes runs of one scenario that differ in more than the scenario, or ""
     * @throws InvalidInputException if the folder cannot be written
     */
    public static RunDirectory prepare(Path out, Scenario scenario, String label) {
        return prepare(out, scenario.name(), "seed-" + scenario.seed() + "-", scenario.resolvedYaml() + label);
    }

    /**
     * The finished directory of a run that was made before.
     *
     * @return null if there is none that is complete
     */
    public static @Nullable Path find(Path out, Scenario scenario) {
        String name = name("seed-" + scenario.seed() + "-", scenario.resolvedYaml());
        Path place = out.resolve(scenario.name()).resolve(name);
        return Files.isRegularFile(place.resolve("index.html")) ? place : null;
    }

    private static String name(String prefix, String identity) {
        return prefix + TraceHash.sha256(identity).substring(0, 8);
    }

    /**
     * Makes room for the summary of a sweep.
     *
     * @throws InvalidInputException if the folder cannot be written
     */
    public static RunDirectory prepareSweep(Path out, Scenario scenario) {
        return prepare(out, scenario.name() + "-sweep", "sweep-", scenario.resolvedYaml());
    }

    /**
     * Makes room for the summary of a suite.
     *
     * @param changes what was changed in its scenarios, or ""
     * @throws InvalidInputException if the folder cannot be written
     */
    public static RunDirectory prepare(Path out, Suite suite, String changes) {
        return prepare(out, suite.name(), "suite-", suite.resolvedYaml() + changes);
    }

    private static RunDirectory prepare(Path out, String folder, String prefix, String identity) {
        String name = name(prefix, identity);
        Path parent = out.resolve(folder);
        Path latest = out.resolve(LATEST);
        if (Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
            throw new InvalidInputException(unwritable(out) + latest
                    + " is a folder, where the link to the newest run belongs; move it away" + OTHER_FOLDER);
        }
        try {
            Files.createDirectories(parent);
            return new RunDirectory(out, parent, name, freshDirectory(parent, "." + name + "."));
        } catch (IOException e) {
            throw new InvalidInputException(unwritable(out) + reason(parent, e) + "; make room" + OTHER_FOLDER, e);
        }
    }

    /** Not a temporary directory of the Java platform, which is closed to everybody else: results are to be shared. */
    private static Path freshDirectory(Path parent, String prefix) throws IOException {
        int number = 0;
        while (true) {
            try {
                return Files.createDirectory(parent.resolve(prefix + number));
            } catch (FileAlreadyExistsException taken) {
                number++; // by another run of the same, or by what was left when one was killed
            }
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
     * @throws InvalidInputException if the folder cannot be written or charts cannot be drawn; what was written until
     *     then is kept
     */
    public Path finish(RunOutcome outcome, String scenarioFile) {
        return finish(outcome.result(), () -> TraceFile.write(draft, scenarioFile, outcome.traces()));
    }

    /** {@link #finish(RunOutcome, String)} for a suite, whose traces are kept by the runs of its scenarios. */
    public Path finish(RunResult result) {
        return finish(result, () -> {});
    }

    /** Something that writes files. */
    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    private Path finish(RunResult result, Writing further) {
        Path place = parent.resolve(result.completion() == Completion.INTERRUPTED ? name + "-interrupted" : name);
        Path written = draft;
        try {
            further.write();
            RunReport.write(result, draft);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                Path old = freshDirectory(parent, ".old.");
                Files.move(place, old.resolve("run"));
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
                delete(old);
            } else {
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            }
            written = place;
            pointLatest(place);
            return place;
        } catch (IOException e) {
            throw new InvalidInputException(unwritable(out) + reason(written, e) + "; " + kept(written), e);
        } catch (IllegalStateException undrawable) {
            throw new InvalidInputException(undrawable.getMessage() + "; " + kept(written), undrawable);
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

    /** Gives what was written a name under which {@link #discard} leaves it alone, and says where it is. */
    private String kept(Path written) {
        Path kept = written;
        if (written.equals(draft)) {
            kept = draft.resolveSibling("incomplete" + draft.getFileName());
            try {
                Files.move(draft, kept);
            } catch (IOException e) {
                return "what was written could not be kept";
            }
        }
        return "what was written is in " + kept + "; complete it with: omerta report " + kept;
    }

    private void pointLatest(Path place) throws IOException {
        Path link = out.resolve(LATEST);
        Path temporary = out.resolve("." + LATEST + draft.getFileName());
        try {
            Files.createSymbolicLink(temporary, out.relativize(place));
            Files.move(temporary, link, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (UnsupportedOperationException withoutLinks) {
            Files.writeString(link, place + "\n");
        } finally {
            Files.deleteIfExists(temporary);
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
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String unwritable(Path out) {
        return "cannot write results to " + out + ": ";
    }

    private static String reason(Path folder, IOException e) {
        for (Path part = folder; part != null; part = part.getParent()) {
            if (Files.exists(part) && !Files.isDirectory(part)) {
                return part + " is a file";
            }
        }
        if (e instanceof AccessDeniedException denied) {
            return "no permission to write " + denied.getFile();
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getFile() + ": " + failure.getReason();
        }
        return e instanceof FileSystemException failure
                ? failure.getFile() + " cannot be made there"
                : String.valueOf(e.getMessage());
    }
}
