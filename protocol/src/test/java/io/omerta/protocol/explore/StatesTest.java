package io.omerta.protocol.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** States and moves that are few enough to be counted by hand. */
class StatesTest {
    private static final Setup ASK = Protocols.setup(Protocols.QUESTION).withCalls(List.of("Client.ask(Server, 7)"));

    private static Report exact(Setup setup, Faults faults) {
        return new Explorer(setup).explore(faults, Bounds.NONE, false, Progress.NONE);
    }

    /** Idle; asked; answered or given up; given up and answered; and the two ends. */
    @Test
    void aQuestionWithATimeoutHasSevenStates() {
        Report report = exact(ASK, Faults.NONE);
        assertEquals(7, report.states());
        assertEquals(7, report.transitions());
        assertEquals(4, report.depth());
        assertEquals(Report.Verdict.HELD, report.verdict());
    }

    /**
     * The seven, and without a drop left: the question lost before or after giving up (2), the answer lost before or after
     * (2, one of them an end that the seven have as well but for the budget).
     */
    @Test
    void aDropAddsTheStatesWithoutTheMessage() {
        assertEquals(7 + 4, exact(ASK, new Faults(1, 0, 0, 0)).states());
    }

    /** While a message is in flight no timer runs out: idle, asked, answered, done. */
    @Test
    void lateTimersLeaveOnlyTheGoodRun() {
        assertEquals(4, exact(ASK.withTimers(Setup.Timers.LATE), Faults.NONE).states());
    }

    @Test
    void independentMachinesMultiply() {
        Setup clocks = Protocols.setup(Protocols.CLOCKS).withInstances(Protocols.counts("Clock", 5));
        Report report = exact(clocks, Faults.NONE);
        assertEquals(32, report.states());
        assertEquals(5 * 16, report.transitions());
    }

    /**
     * None sent, 1; one of two sent, and arrived or not, 2 * 2; both sent in one of two orders, and each arrived or not,
     * 2 * 4. In order, the one that was sent first arrives first: 2 * 3 instead.
     */
    @Test
    void orderedChannelsDeliverInTheOrderOfSending() {
        Setup account = Protocols.setup(Protocols.ACCOUNT)
                .withCalls(List.of("Owner.take(Account, 1)", "Owner.take(Account, 2)"));
        assertEquals(1 + 4 + 8, exact(account, Faults.NONE).states());
        assertEquals(
                1 + 4 + 6, exact(account.withOrderedChannels(true), Faults.NONE).states());
    }

    @Test
    void aBoundOfDepthLeavesTheVerdictOpen() {
        Report report = new Explorer(ASK).explore(Faults.NONE, new Bounds(1_000, 2), false, Progress.NONE);
        assertEquals(Report.Verdict.INCONCLUSIVE, report.verdict());
        assertEquals(2, report.depth());
        assertEquals(4, report.states());
    }

    @Test
    void aBoundOfStatesLeavesTheVerdictOpen() {
        Report report = new Explorer(ASK).explore(Faults.NONE, new Bounds(3, 100), false, Progress.NONE);
        assertEquals(Report.Verdict.INCONCLUSIVE, report.verdict());
    }

    @Test
    void whoWatchesCanEndASearch() {
        Report report =
                new Explorer(ASK).explore(Faults.NONE, Bounds.NONE, false, (states, transitions, depth) -> false);
        assertEquals(Report.Verdict.INCONCLUSIVE, report.verdict());
        assertEquals(1, report.states());
    }

    @Test
    void whatNoRunComesByIsTold() {
        Report report = exact(ASK.withTimers(Setup.Timers.LATE), Faults.NONE);
        assertEquals(List.of("Client.FAILED", "Client: WAITING -> FAILED in line 14"), report.unreached());
    }
}
