package io.omerta.protocol.host;

import java.util.List;

/** What a machine can be told. Byte arrays belong to the machine once given; nobody changes them. */
public sealed interface Input {
    /**
     * The machine begins: the first input after creation or after a restart.
     *
     * @param journal every entry that was durable when the host stopped, oldest first; empty at first start
     */
    record Start(List<byte[]> journal) implements Input {
        public Start {
            journal = List.copyOf(journal);
        }
    }

    /**
     * A message arrived.
     *
     * @param from peer that sent it, as established by the transport
     * @param payload bytes as sent
     */
    record MessageReceived(int from, byte[] payload) implements Input {}

    /**
     * A timer ran out.
     *
     * @param timer the machine's own name for it
     */
    record TimerFired(long timer) implements Input {}

    /**
     * The owner of this node wants something.
     *
     * @param name what
     * @param argument its argument, possibly empty
     */
    record Command(String name, byte[] argument) implements Input {}
}
