package io.omerta.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omerta.scenarios.load.PresetLoader;
import io.omerta.scenarios.load.ScenarioLoader;
import io.omerta.scenarios.load.SuiteLoader;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the scenarios of a folder. */
@Command(
        name = "list",
        description = "List the scenarios of a folder, by default the shipped ones.",
        sortOptions = false)
final class ListCommand implements Callable<Integer> {
    /** Folders of the module that holds the shipped scenarios, which are not scenarios themselves. */
    private static final List<String> NOT_SCENARIOS = List.of("src", "target");

    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder (default: the shipped scenarios).")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "Print JSON for programs to read.")
    private boolean json;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A scenario, or why it is none. */
    private record Entry(String file, String title, boolean valid) {}

    @Override
    public Integer call() throws IOException {
        Path root = folder.toString().isEmpty() ? shipped() : folder;
        if (!Files.isDirectory(root)) {
            throw new InvalidInputException(root + " is not a folder; give a folder that holds scenario files");
        }
        List<Entry> entries = entries(root);
        if (json) {
            terminal.out()
                    .println(JsonMapper.builder().build().valueToTree(entries).toPrettyString());
            return CliExit.HELD.code();
        }
        int width =
                entries.stream().mapToInt(entry -> entry.file().length()).max().orElse(0);
        for (Entry entry : entries) {
            terminal.out()
                    .println(entry.file() + " ".repeat(width - entry.file().length() + 2) + entry.title());
        }
        terminal.out().println("presets: " + String.join(", ", PresetLoader.shippedNames()));
        return CliExit.HELD.code();
    }

    /** Below the current folder if that is where the program is, so that the paths can be typed as shown. */
    private static Path shipped() {
        Path home = Path.of(System.getProperty("omerta.home", ""));
        Path here = Path.of("").toAbsolutePath();
        Path scenarios = home.toAbsolutePath().resolve("scenarios").normalize();
        return scenarios.startsWith(here) ? here.relativize(scenarios) : scenarios;
    }

    private static List<Entry> entries(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .filter(file -> Files.isRegularFile(file) && isScenarioPlace(root.relativize(file)))
                    .sorted()
                    .map(ListCommand::entry)
                    .toList();
        }
    }

    private static boolean isScenarioPlace(Path relative) {
        return !NOT_SCENARIOS.contains(relative.getName(0).toString());
    }

    private static Entry entry(Path file) {
        try {
            if (SuiteLoader.isSuite(file)) {
                return new Entry(file.toString(), SuiteLoader.load(file).title() + " (suite)", true);
            }
            Scenario scenario = ScenarioLoader.load(file, List.of());
            return new Entry(file.toString(), scenario.title(), true);
        } catch (InvalidInputException e) {
            return new Entry(file.toString(), "not valid: omerta validate " + file, false);
        }
    }
}
