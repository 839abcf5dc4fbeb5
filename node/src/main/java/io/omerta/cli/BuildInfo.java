package io.omerta.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Which program this is.
 *
 * @param version version of the release
 * @param commit forty hexadecimal digits, or "unknown"
 * @param dirty whether the sources differed from that commit
 */
public record BuildInfo(String version, String commit, boolean dirty) {
    private static final String UNKNOWN = "unknown";
    private static final String DIRTY_SUFFIX = "-dirty";
    private static final long GIT_TIMEOUT_SECONDS = 5;

    /**
     * Asks git about the working tree the launcher runs from, because a commit may be newer than the build; without a
     * working tree or git, what was written into the program when it was built.
     */
    public static BuildInfo ofProcess() {
        Properties built = new Properties();
        try (InputStream resource = BuildInfo.class.getResourceAsStream("build.properties")) {
            if (resource != null) {
                built.load(resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String home = System.getProperty("omerta.home", "");
        String description = (home.isEmpty() ? Optional.<String>empty() : describe(Path.of(home)))
                .orElseGet(() -> built.getProperty("commit", UNKNOWN));
        return of(built.getProperty("version", UNKNOWN), description);
    }

    /** @param description a commit as {@code git describe --always --dirty} writes it, or "unknown" */
    static BuildInfo of(String version, String description) {
        boolean dirty = description.endsWith(DIRTY_SUFFIX);
        String commit = dirty ? description.substring(0, description.length() - DIRTY_SUFFIX.length()) : description;
        return new BuildInfo(version, commit.matches("[0-9a-f]{40}") ? commit : UNKNOWN, dirty);
    }

    /** The commit in twelve digits, with a remark if the sources differ from it. */
    public String shortCommit() {
        return commit.substring(0, Math.min(12, commit.length())) + (dirty ? " with changes" : "");
    }

    /** Empty if the folder is not the top of a git working tree, or git is missing or refuses. */
    static Optional<String> describe(Path folder) {
        if (!Files.exists(folder.resolve(".git"))) {
            return Optional.empty();
        }
        ProcessBuilder git = new ProcessBuilder(
                        "git", "-C", folder.toString(), "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        git.environment().put("GIT_OPTIONAL_LOCKS", "0"); // a question must not take the index lock
        try {
            Process process = git.start();
            process.getOutputStream().close();
            if (!process.waitFor(GIT_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
