package io.omerta.protocol.explore;

import io.omerta.protocol.machine.TransactionSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The session to explore.
 *
 * @param transaction whose machines take part
 * @param instances how many machines of a role there are, by role; one of each role that is not named
 * @param byzantine how many of them may lie, by role: the last ones
 * @param calls triggers that hosts may call, each once, as {@link CallText} reads them; if empty, each trigger with each
 *     choice of a few arguments, one such call of each trigger and machine
 * @param answers what a host answers, by name of a native function or builtin, or {@code READ.key}; one of several values
 *     is chosen, differently in different runs but not within one; for others a few values of the type are chosen from
 * @param ordered whether messages from one machine to another arrive in the order in which they were sent
 * @param timers when timers run out
 * @param journal when hosts write what they have taken
 * @param punctual parameters whose timeouts no honest member may run into
 */
public record Setup(
        TransactionSpec transaction,
        Map<String, Integer> instances,
        Map<String, Integer> byzantine,
        List<String> calls,
        Map<String, List<String>> answers,
        boolean ordered,
        Timers timers,
        Journal journal,
        List<String> punctual) {
    /** When timers run out, since no clock is modelled. */
    public enum Timers {
        /** At any moment after they were armed. Includes every behaviour of real clocks, and some of none. */
        ANY,
        /** When no message is in flight, as if every delay were long against the network's. */
        LATE,
        /**
         * When no message is in flight, the one that is due first; the clock jumps from one to the next. As if every
         * message that is not lost took less time than lies between any two timers.
         */
        TICKS
    }

    /** When a host writes an input into its journal. */
    public enum Journal {
        /** Before any message that it leads to leaves, as {@code SessionHost} does. */
        BEFORE_SENDING,
        /** After that: a fault that the explorer must find, for tests of whether it would. */
        AFTER_SENDING
    }

    /** A setup whose hosts write before they send. */
    public Setup(
            TransactionSpec transaction,
            Map<String, Integer> instances,
            Map<String, Integer> byzantine,
            List<String> calls,
            Map<String, List<String>> answers,
            boolean ordered,
            Timers timers) {
        this(transaction, instances, byzantine, calls, answers, ordered, timers, Journal.BEFORE_SENDING, List.of());
    }

    public Setup {
        instances = Collections.unmodifiableMap(new LinkedHashMap<>(instances));
        byzantine = Collections.unmodifiableMap(new LinkedHashMap<>(byzantine));
        calls = List.copyOf(calls);
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        punctual = List.copyOf(punctual);
    }

    /** One machine of each role, all honest, every trigger, unordered channels, timers that run out at any moment. */
    public static Setup of(TransactionSpec transaction) {
        return new Setup(
                transaction,
                Collections.emptyMap(),
                Collections.emptyMap(),
                List.of(),
                Collections.emptyMap(),
                false,
                Timers.ANY);
    }

    public Setup withInstances(Map<String, Integer> counts) {
        return new Setup(transaction, counts, byzantine, calls, answers, ordered, timers, journal, punctual);
    }

    public Setup withByzantine(Map<String, Integer> counts) {
        return new Setup(transaction, instances, counts, calls, answers, ordered, timers, journal, punctual);
    }

    public Setup withCalls(List<String> texts) {
        return new Setup(transaction, instances, byzantine, texts, answers, ordered, timers, journal, punctual);
    }

    public Setup withAnswers(Map<String, List<String>> texts) {
        return new Setup(transaction, instances, byzantine, calls, texts, ordered, timers, journal, punctual);
    }

    public Setup withOrderedChannels(boolean inOrder) {
        return new Setup(transaction, instances, byzantine, calls, answers, inOrder, timers, journal, punctual);
    }

    public Setup withTimers(Timers rule) {
        return new Setup(transaction, instances, byzantine, calls, answers, ordered, rule, journal, punctual);
    }

    public Setup withJournal(Journal rule) {
        return new Setup(transaction, instances, byzantine, calls, answers, ordered, timers, rule, punctual);
    }

    public Setup withPunctual(List<String> parameters) {
        return new Setup(transaction, instances, byzantine, calls, answers, ordered, timers, journal, parameters);
    }
}
