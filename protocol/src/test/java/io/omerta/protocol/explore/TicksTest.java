package io.omerta.protocol.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** With a clock that jumps from timer to timer, timers run out in their order and deadlines are met or missed. */
class TicksTest {
    private static final Setup QUESTION = Protocols.setup(Protocols.QUESTION)
            .withCalls(List.of("Client.ask(Server, 7)"))
            .withTimers(Setup.Timers.TICKS);

    private static Report report(Setup setup, Faults faults) {
        return new Explorer(setup).explore(faults, Bounds.NONE, true, Progress.NONE);
    }

    private static String violated(Setup setup, Faults faults) {
        Counterexample counterexample = report(setup, faults).counterexample();
        assertNotNull(counterexample, "nothing was found");
        return counterexample.violation().property();
    }

    @Test
    void theTimerThatIsDueFirstRunsOutFirst() {
        Setup twoClocks = Protocols.setup(
                Protocols.CLOCKS
                        + """
                parameters ( LONGER = 6 seconds )
                actor Slow (
                    state RUNNING initial
                    state DONE terminal
                    RUNNING -> DONE on timeout(LONGER)
                )
                invariant InOrder ( ALL(Slow, s => s.state != Slow.DONE or ALL(Clock, c => c.state == Clock.DONE)) )
                """);
        assertEquals("invariant InOrder", violated(twoClocks.withTimers(Setup.Timers.LATE), Faults.NONE));
        assertEquals(
                Report.Verdict.HELD,
                report(twoClocks.withTimers(Setup.Timers.TICKS), Faults.NONE).verdict());
    }

    private static Setup doneWithin(String limit) {
        return Protocols.setup(Protocols.CLOCKS + "parameters ( LIMIT = " + limit + " )"
                        + " eventually Done within LIMIT ( ALL(Clock, c => c.state == Clock.DONE) )")
                .withTimers(Setup.Timers.TICKS);
    }

    @Test
    void aDeadlineIsMissedIfNothingHappensUntilAfterIt() {
        assertEquals("eventually Done", violated(doneWithin("4 seconds"), Faults.NONE));
        assertEquals(
                Report.Verdict.HELD,
                report(doneWithin("5 seconds"), Faults.NONE).verdict());
    }

    @Test
    void theHonestAreInTimeOnAGoodNetwork() {
        Setup punctual = QUESTION.withPunctual(List.of("PATIENCE"));
        assertEquals(Report.Verdict.HELD, report(punctual, Faults.NONE).verdict());
        assertEquals("never runs out: PATIENCE", violated(punctual, new Faults(1, 0, 0, 0)));
    }

    /** Where time stands still, who asks until it has passed asks for ever. */
    @Test
    void theClockGoesOn() {
        Setup until = Protocols.setup(Protocols.RETRY
                        .replace("tries = 1 ", "tries = 1 began = NOW() ")
                        .replace("tries uint )", "tries uint began timestamp )")
                        .replace("when tries < TRIES", "when NOW() < began + PATIENCE * 3"))
                .withTimers(Setup.Timers.TICKS);
        assertEquals(Report.Verdict.HELD, report(until, new Faults(1, 0, 0, 0)).verdict());
    }

    @Test
    void aCounterexampleHappensAgain() {
        Counterexample found = report(QUESTION.withPunctual(List.of("PATIENCE")), new Faults(1, 0, 0, 0))
                .counterexample();
        assertNotNull(found);
        assertEquals(
                found,
                new Explorer(QUESTION.withPunctual(List.of("PATIENCE"))).replay(new Faults(1, 0, 0, 0), found.moves()));
    }
}
