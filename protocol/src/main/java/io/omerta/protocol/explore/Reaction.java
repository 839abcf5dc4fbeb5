package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.machine.Fault;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a member does on an input, if its host answers in a certain way.
 *
 * @param number among all reactions
 * @param next the member afterwards
 * @param answers what its host was asked and answered
 * @param sent in order; only what its recipient would admit
 * @param moved transitions taken, in order
 * @param started timers, with their delays in milliseconds
 * @param stopped timers that no longer run and were not started, a bit for each
 * @param fault what was undone, or null
 * @param notAwaited name of a message that no state awaits any more, or null
 * @param misaddressed messages sent to peers that take no part or are not of a role that receives it
 */
record Reaction(
        int number,
        ActorState next,
        List<Answer> answers,
        List<Letter> sent,
        List<TransitionModel> moved,
        Map<Integer, Long> started,
        long stopped,
        @Nullable Fault fault,
        @Nullable String notAwaited,
        List<MessageModel> misaddressed) {
    Reaction {
        answers = List.copyOf(answers);
        sent = List.copyOf(sent);
        moved = List.copyOf(moved);
        started = Collections.unmodifiableMap(started);
        misaddressed = List.copyOf(misaddressed);
    }

    /** Whether nothing at all came of the input. */
    boolean isRefusalBy(ActorState actor) {
        return next == actor && sent.isEmpty() && moved.isEmpty() && fault == null;
    }
}
