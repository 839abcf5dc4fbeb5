package io.omerta.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A terminal that remembers what was written to it. */
final class Transcript {
    private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    private final Terminal terminal;

    private Transcript(boolean interactive, int widthColumns) {
        terminal = new Terminal(channel(outBytes, interactive), channel(errBytes, interactive), widthColumns);
    }

    static Transcript ofFiles() {
        return new Transcript(false, 80);
    }

    static Transcript ofScreen(int widthColumns) {
        return new Transcript(true, widthColumns);
    }

    Terminal terminal() {
        return terminal;
    }

    String out() {
        return outBytes.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return errBytes.toString(StandardCharsets.UTF_8);
    }

    private static Terminal.Channel channel(ByteArrayOutputStream bytes, boolean interactive) {
        return new Terminal.Channel(new PrintStream(bytes, true, StandardCharsets.UTF_8), interactive, false);
    }
}
