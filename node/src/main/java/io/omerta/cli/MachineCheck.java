package io.omerta.cli;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * One thing a run needs from the machine, and whether it is there.
 *
 * @param name what was looked at
 * @param status result
 * @param detail what was found
 * @param remedy what to do about it; "" if the status is OK
 */
record MachineCheck(String name, Status status, String detail, String remedy) {
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;
    private static final int OLDEST_JAVA = 17;

    enum Status {
        OK,
        /** Runs work, with the restriction given. */
        WARN,
        /** Runs do not work. */
        FAIL
    }

    private static MachineCheck ok(String name, String detail) {
        return new MachineCheck(name, Status.OK, detail, "");
    }

    static MachineCheck java(int featureVersion, String description) {
        return featureVersion >= OLDEST_JAVA
                ? ok("java", description)
                : new MachineCheck(
                        "java",
                        Status.FAIL,
                        description,
                        "install a JDK 17 or newer and set JAVA_HOME to its directory");
    }

    static MachineCheck cores(int count) {
        return count > 1
                ? ok("cores", count + "; replications run in parallel")
                : new MachineCheck("cores", Status.WARN, "1; replications run one after another", "use more cores");
    }

    static MachineCheck memory(long heapLimitBytes) {
        String detail = "heap limit " + heapLimitBytes / MIB + " MiB";
        return heapLimitBytes >= GIB
                ? ok("memory", detail)
                : new MachineCheck(
                        "memory",
                        Status.WARN,
                        detail + "; large networks may not fit",
                        "set OMERTA_JAVA_OPTS=-Xmx2g if the machine has it");
    }

    /** @param folder where results are to go; need not exist */
    static MachineCheck resultsFolder(Path folder) {
        Path existing = nearestExisting(folder);
        try {
            Files.delete(Files.createTempFile(existing, ".omerta-", ".tmp"));
            return ok("results folder", folder.toAbsolutePath() + " can be written");
        } catch (IOException e) {
            return new MachineCheck(
                    "results folder",
                    Status.FAIL,
                    Files.isDirectory(existing) ? "cannot write in " + existing : existing + " is a file",
                    "make it writable, or choose another folder with --out DIR");
        }
    }

    static MachineCheck disk(Path folder) {
        try {
            return disk(Files.getFileStore(nearestExisting(folder)).getUsableSpace());
        } catch (IOException e) {
            return new MachineCheck("disk", Status.WARN, "free space is not known", "look with df");
        }
    }

    static MachineCheck disk(long freeBytes) {
        String detail = freeBytes / MIB + " MiB free";
        if (freeBytes >= GIB) {
            return ok("disk", detail);
        }
        return new MachineCheck(
                "disk",
                freeBytes < 100 * MIB ? Status.FAIL : Status.WARN,
                detail,
                "free some space, or choose another disk with --out DIR");
    }

    static MachineCheck surroundings(String timeZone, Locale locale) {
        return ok("surroundings", timeZone + ", " + locale.toLanguageTag() + "; results depend on neither");
    }

    /** @param familyCount counts font families; the platform throws an error where its font library is missing */
    static MachineCheck fonts(IntSupplier familyCount) {
        String remedy = "install fontconfig and a font (packages fontconfig, fonts-dejavu-core)";
        try {
            int count = familyCount.getAsInt();
            return count > 0
                    ? ok("fonts", count + " font families for charts")
                    : new MachineCheck("fonts", Status.WARN, "none; charts as PNG have no text", remedy);
        } catch (RuntimeException | LinkageError | InternalError e) {
            return new MachineCheck("fonts", Status.WARN, "cannot be loaded; charts as PNG fail", remedy);
        }
    }

    static int fontFamilyCount() {
        return GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT).length;
    }

    static MachineCheck commit(BuildInfo build) {
        return build.commit().equals("unknown")
                ? new MachineCheck(
                        "commit",
                        Status.WARN,
                        "unknown; results cannot name the program that made them",
                        "run from a git checkout, with git installed")
                : ok("commit", build.shortCommit());
    }

    private static Path nearestExisting(Path folder) {
        Path existing = folder.toAbsolutePath().normalize();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }
}
