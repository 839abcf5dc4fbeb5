package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion script, as bash runs it. */
class CompletionTest {
    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheScript() {
        assumeTrue(Files.isExecutable(BASH), "there is no bash");
        Transcript transcript = Transcript.ofFiles();
        assertEquals(0, Omerta.run(transcript.terminal(), "completion"));
        SmallScenario.write(folder, "completion", transcript.out());
    }

    @Test
    void commandsAreCompleted() throws Exception {
        assertEquals(List.of("report", "replay"), completions("omerta", "rep"));
    }

    @Test
    void everyCommandIsOffered() throws Exception {
        List<String> offered = completions("omerta", "");

        for (String name : Omerta.commandLine(Transcript.ofFiles().terminal())
                .getSubcommands()
                .keySet()) {
            assertTrue(offered.contains(name), () -> name + " is not among " + offered);
        }
    }

    @Test
    void optionsOfACommandAreCompleted() throws Exception {
        assertEquals(
                List.of("--seed", "--set", "--show-config"),
                completions("omerta", "run", "--s").stream().sorted().toList());
    }

    @Test
    void commandsOfAGroupAreCompleted() throws Exception {
        assertTrue(completions("omerta", "omt", "").containsAll(List.of("lint", "fmt")));
    }

    @Test
    void valuesOfAnOptionAreCompleted() throws Exception {
        assertEquals(List.of("sarif"), completions("omerta", "omt", "lint", "--format", "s"));
    }

    /** What bash offers for the last of the words. */
    private List<String> completions(String... words) throws IOException, InterruptedException {
        String command = ". ./completion; COMP_WORDS=(" + quoted(words) + "); COMP_CWORD=" + (words.length - 1)
                + "; COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE}; _complete_omerta;"
                + " printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder(BASH.toString(), "-c", command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD) // compopt complains outside of an interactive shell
                .start();
        String text = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String quoted(String... words) {
        return "'" + String.join("' '", words) + "'";
    }
}
