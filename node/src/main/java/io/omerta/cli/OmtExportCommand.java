package io.omerta.cli;

import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.export.TlaExport;
import io.omerta.protocol.language.export.TlaModule;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.scenarios.model.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a transaction for tools of others. */
@Command(
        name = "export",
        description = "Write a transaction for another model checker, and tell where what is written differs from the"
                + " transaction; ends with 1, and writes nothing, if the file has an error.",
        sortOptions = false)
final class OmtExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "Protocol file with at least one actor.")
    private Path argument = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}: a TLA+ module, and a configuration for TLC (default: tla).")
    private Format format = Format.TLA;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write to this directory, which is made if there is none (default: the present one).")
    private Path out = Path.of("");

    @Mixin
    private OmtRoot root = new OmtRoot();

    OmtExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What is written; the names are as users type them. */
    private enum Format {
        TLA;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        OmtFiles files = new OmtFiles(Path.of(""));
        List<OmtFiles.Chosen> chosen = files.choose(List.of(argument));
        if (chosen.size() > 1) {
            throw new InvalidInputException(argument + ": error: this directory has " + chosen.size()
                    + " protocol files, but one is exported at a time; give one of them");
        }
        OmtCheckedFiles checked = new OmtCheckedFiles(files, chosen, root);
        if (!checked.areGood(terminal)) {
            return CliExit.VIOLATED.code();
        }
        for (Map.Entry<Path, CheckedProtocol> protocol : checked.protocols().entrySet()) {
            Path path = protocol.getKey();
            export(
                    files.name(path),
                    OmtCheckedFiles.name(path),
                    protocol.getValue().requireModel());
        }
        return CliExit.HELD.code();
    }

    private void export(String about, String name, ProtocolModel model) {
        TlaModule module;
        try {
            module = TlaExport.export(model, name);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(about + ": error: " + e.getMessage(), e);
        }
        OmtOutputs outputs = new OmtOutputs();
        outputs.add(module.moduleFile(), module.text(), about);
        outputs.add(module.configurationFile(), module.configuration(), about);
        outputs.write(out, terminal);
        terminal.out().println("where the module differs from the transaction:");
        module.notes().forEach(note -> terminal.out().println("- " + note));
    }
}
