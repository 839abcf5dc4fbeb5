package io.omerta.cli;

import io.omerta.cli.diagram.MessageChartSvg;
import io.omerta.cli.diagram.StateDiagramSvg;
import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.document.Documentation;
import io.omerta.protocol.language.document.MessageChart;
import io.omerta.protocol.language.document.StateDiagram;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the documentation of protocol files. */
@Command(
        name = "doc",
        description = "Write a page about each protocol file, with pictures of its machines and messages;"
                + " ends with 1, and writes nothing, if one of the files has an error.",
        sortOptions = false)
final class OmtDocCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private OmtGeneration generation = new OmtGeneration();

    OmtDocCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return generation.run(terminal, OmtDocCommand::document);
    }

    private static void document(String name, CheckedProtocol protocol, OmtGeneration.Outputs outputs) {
        Documentation documentation = Documentation.of(protocol);
        outputs.add(name + ".md", documentation.markdown(name));
        for (StateDiagram diagram : documentation.stateDiagrams()) {
            outputs.add(Documentation.stateDiagramFile(name, diagram.actor()), StateDiagramSvg.draw(diagram));
        }
        MessageChart chart = documentation.messageChart();
        if (!chart.steps().isEmpty()) {
            outputs.add(Documentation.messageChartFile(name), MessageChartSvg.draw(chart));
        }
    }
}
