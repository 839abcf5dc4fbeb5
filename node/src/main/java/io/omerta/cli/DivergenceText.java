package io.omerta.cli;

import io.omerta.scenarios.run.RunComparison;
import io.omerta.scenarios.run.TracedEvent;
import org.jspecify.annotations.Nullable;

/** Shows where two runs part. */
final class DivergenceText {
    private final Terminal terminal;

    DivergenceText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(String one, String two, RunComparison.Divergence divergence) {
        String variant = divergence.variant().isEmpty() ? "" : " of variant " + divergence.variant();
        terminal.out().println("different: first in replication " + divergence.replication() + variant);
        for (TracedEvent event : divergence.common()) {
            terminal.out().println("  both  " + event.text());
        }
        terminal.out().println("  < " + one + "  " + text(divergence.first()));
        terminal.out().println("  > " + two + "  " + text(divergence.second()));
    }

    private static String text(@Nullable TracedEvent event) {
        return event == null ? "nothing more happens" : event.text();
    }
}
