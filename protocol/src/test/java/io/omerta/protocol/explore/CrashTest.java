package io.omerta.protocol.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is in the journal survives a restart, what is not does not. */
class CrashTest {
    /** A voter promises one clerk; what it has promised, it must still know when the other one asks. */
    private static final Setup SPLIT = Protocols.setup(Protocols.VOTE.replace("QUORUM = 4", "QUORUM = 1"))
            .withInstances(Protocols.counts("Clerk", 2, "Voter", 1))
            .withCalls(List.of("Clerk[1].propose(Voter, true)", "Clerk[2].propose(Voter, false)"));

    private static final Faults ONE_CRASH = new Faults(0, 0, 1, 0);

    private static Report report(Setup setup, Faults faults) {
        return new Explorer(setup).explore(faults, Bounds.NONE, true, Progress.NONE);
    }

    @Test
    void aVoterThatWritesBeforeItSendsVotesOnceThoughItCrashes() {
        Report report = report(SPLIT, ONE_CRASH);
        assertNull(report.counterexample());
        assertEquals(Report.Verdict.HELD, report.verdict());
    }

    @Test
    void aVoterThatSendsBeforeItWritesVotesTwice() {
        Setup careless = SPLIT.withJournal(Setup.Journal.AFTER_SENDING);
        assertNull(report(careless, Faults.NONE).counterexample(), "it takes a crash");
        Counterexample found = report(careless, ONE_CRASH).counterexample();
        assertNotNull(found);
        assertEquals("invariant OneDecision", found.violation().property());
        assertEquals(
                1,
                found.moves().stream()
                        .filter(move -> move.startsWith("crash Voter after 1 of 1 messages of deliver Clerk"))
                        .count(),
                String.join("\n", found.moves()));
        assertEquals(found, new Explorer(careless).replay(ONE_CRASH, found.moves()));
    }

    /** The server has answered for itself, but the answer is lost with it: the client gives up. */
    @Test
    void whatWasAboutToBeSentIsLost() {
        Setup ask = Protocols.setup(Protocols.QUESTION).withCalls(List.of("Client.ask(Server, 7)"));
        Setup late = ask.withTimers(Setup.Timers.LATE);
        assertEquals(
                List.of("Client.FAILED", "Client: WAITING -> FAILED in line 14"),
                report(late, Faults.NONE).unreached());
        assertEquals(List.of(), report(late, ONE_CRASH).unreached());
    }
}
