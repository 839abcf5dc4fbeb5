package io.omerta.protocol.language.export;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The TLA+ tools, each run in a process of its own because they keep state and end their process. */
final class TlaTools {
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;

    /** @param folder for the files of the tools */
    TlaTools(Path folder) {
        this.folder = folder;
    }

    /** What a tool said, and how it ended. */
    record Answer(int exit, String text) {}

    /** Parses a module with all checks of names and levels. */
    Answer parse(TlaModule module) {
        write(module.moduleFile(), module.text());
        return run("tla2sany.SANY", "-S", module.moduleFile());
    }

    /** Searches the behaviours of a module. */
    Answer check(TlaModule module, String configuration) {
        write(module.moduleFile(), module.text());
        write(module.configurationFile(), configuration);
        return run("tlc2.TLC", "-nowarning", "-workers", "1", "-seed", "1", "-fp", "1", module.moduleFile());
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Answer run(String... command) {
        try {
            List<String> arguments = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xss16m",
                    "-Djava.io.tmpdir=" + folder,
                    "-cp",
                    Path.of(Class.forName("tlc2.TLC")
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                            .toString()));
            arguments.addAll(List.of(command));
            Path out = folder.resolve("out.txt");
            Process process = new ProcessBuilder(arguments)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("no answer within " + PATIENCE_SECONDS + " s");
            }
            return new Answer(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException | ClassNotFoundException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
