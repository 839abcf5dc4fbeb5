package io.omerta.cli;

import io.omerta.cli.diagram.MessageChartSvg;
import io.omerta.cli.diagram.StateDiagramSvg;
import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.document.Documentation;
import io.omerta.protocol.language.document.MessageChart;
import io.omerta.protocol.language.document.StateDiagram;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the documentation of protocol files. */
@Command(
        name = "doc",
        description = "Write a page about each protocol file, with pictures of its machines and messages;"
                + " ends with 1, and writes nothing, if one of the files has an error.",
        sortOptions = false)
final class OmtDocCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private OmtArguments arguments = new OmtArguments();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Write to this directory, which is made if there is none.")
    private Path out = Path.of("");

    @Mixin
    private OmtRoot root = new OmtRoot();

    OmtDocCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        OmtFiles files = new OmtFiles(Path.of(""));
        List<OmtFiles.Chosen> chosen = files.choose(arguments.paths());
        OmtCheckedFiles checked = new OmtCheckedFiles(files, chosen, root);
        if (!checked.areGood(terminal)) {
            return CliExit.VIOLATED.code();
        }
        OmtOutputs outputs = new OmtOutputs();
        checked.protocols()
                .forEach((path, protocol) -> document(outputs, files.name(path), OmtCheckedFiles.name(path), protocol));
        outputs.write(out, terminal);
        return CliExit.HELD.code();
    }

    private static void document(OmtOutputs outputs, String about, String name, CheckedProtocol protocol) {
        Documentation documentation = Documentation.of(protocol);
        outputs.add(name + ".md", documentation.markdown(name), about);
        for (StateDiagram diagram : documentation.stateDiagrams()) {
            outputs.add(Documentation.stateDiagramFile(name, diagram.actor()), StateDiagramSvg.draw(diagram), about);
        }
        MessageChart chart = documentation.messageChart();
        if (!chart.steps().isEmpty()) {
            outputs.add(Documentation.messageChartFile(name), MessageChartSvg.draw(chart), about);
        }
    }
}
