package io.omerta.protocol.host;

import java.util.List;

/**
 * The smallest machine that remembers: each command appends its name to the journal, then tells peer 0 how many there
 * are. After a restart it counts what the journal holds.
 */
public final class JournalCounter implements Machine {
    private int count;

    @Override
    public void on(long nowNanos, Input input, Effects effects) {
        if (input instanceof Input.Start start) {
            List<byte[]> journal = start.journal();
            count = journal.size();
            effects.emit("started", new byte[] {(byte) count});
        } else if (input instanceof Input.Command command) {
            count++;
            effects.append(command.argument());
            effects.send(0, new byte[] {(byte) count});
        } else if (input instanceof Input.MessageReceived message) {
            effects.emit("told", message.payload());
        }
    }
}
