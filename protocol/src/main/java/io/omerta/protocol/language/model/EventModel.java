package io.omerta.protocol.language.model;

import org.jspecify.annotations.Nullable;

/** What makes a transition a candidate. */
public sealed interface EventModel {
    /** The actor has come to rest in the state, after any other transition. */
    record Auto() implements EventModel {}

    /** A message arrived; its payload is local 0. */
    record OnMessage(MessageModel message) implements EventModel {}

    /** The host called a trigger; its arguments are the first locals. */
    record OnTrigger(TriggerModel trigger) implements EventModel {}

    /** The actor has been in the state for the parameter's time. */
    record OnTimeout(ParameterModel parameter) implements EventModel {}

    /**
     * Enough distinct members have sent a message. The message at hand is local 0 of {@code agreement} and
     * {@code condition}; the transition's guard and actions see no message.
     *
     * @param members slot of the list of peers whose messages count
     * @param threshold how many suffice
     * @param voterField field of the message that must name its sender
     * @param agreement what the counted messages must have in common, or null
     * @param condition which messages are gathered, or null for all
     * @param votes slot of the list that gathers them
     */
    record OnCollect(
            MessageModel message,
            int members,
            Term threshold,
            int voterField,
            @Nullable Term agreement,
            @Nullable Term condition,
            int votes)
            implements EventModel {}
}
