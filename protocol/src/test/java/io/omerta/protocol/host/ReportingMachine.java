package io.omerta.protocol.host;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Emits each input in words, such as "timer 7" or "message a from 0", and then does what a script says. */
public final class ReportingMachine implements Machine {
    private static final byte[] NOTHING = {};

    private final Machine script;

    public ReportingMachine(Machine script) {
        this.script = script;
    }

    @Override
    public void on(long nowNanos, Input input, Effects effects) {
        effects.emit(inWords(input), NOTHING);
        script.on(nowNanos, input, effects);
    }

    private static String inWords(Input input) {
        if (input instanceof Input.Start start) {
            return start.journal().stream()
                    .map(ReportingMachine::text)
                    .collect(Collectors.joining(" ", "start [", "]"));
        } else if (input instanceof Input.MessageReceived message) {
            return "message " + text(message.payload()) + " from " + message.from();
        } else if (input instanceof Input.TimerFired timer) {
            return "timer " + timer.timer();
        } else {
            Input.Command command = (Input.Command) input;
            return "command " + command.name() + " " + text(command.argument());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
