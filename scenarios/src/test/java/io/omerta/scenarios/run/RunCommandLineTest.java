package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RunCommandLineTest {
    @Test
    void aRunIsRepeatedWithItsOverridesInOrder() {
        assertEquals(
                "./omerta run s/x.yaml --set network.nodes=60 --seed -7 --replications 3 --set a=b",
                commandLine("s/x.yaml", "", "network.nodes=60", "seed=-7", "replications=3", "a=b")
                        .ofRun());
    }

    @Test
    void aReplicationIsRepeatedAloneUnderItsOwnSeed() {
        assertEquals(
                "./omerta run x.yaml --variant fanout-3 --set network.nodes=60 --seed 99 --replications 1",
                commandLine("x.yaml", "", "seed=1", "network.nodes=60", "replications=20")
                        .ofReplication("fanout-3", 99));
    }

    @Test
    void aVariantThatWasChosenIsChosenAgain() {
        RunCommandLine chosen = commandLine("x.yaml", "fanout-3");

        assertEquals("./omerta run x.yaml --variant fanout-3", chosen.ofRun());
        assertEquals("./omerta run x.yaml --variant fanout-3 --seed 5 --replications 1", chosen.ofReplication("", 5));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aShellReadsBackWhatWasQuoted() throws IOException, InterruptedException {
        String file = "it's \"a\" $HOME `x` \\ *.yaml";
        String change = "duration=20 s; exit 1";
        String line = commandLine(file, "", change, "network.delay_law={law: pareto}", "title=")
                .ofRun();
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", line.replaceFirst("\\./omerta", "printf '%s\\\\n'"))
                .redirectErrorStream(true);
        Process process = shell.start();
        String read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor());
        assertEquals(
                List.of("run", file, "--set", change, "--set", "network.delay_law={law: pareto}", "--set", "title="),
                read.lines().toList());
    }

    private static RunCommandLine commandLine(String file, String variant, String... overrides) {
        return new RunCommandLine(List.of(), file, variant, List.of(overrides));
    }
}
