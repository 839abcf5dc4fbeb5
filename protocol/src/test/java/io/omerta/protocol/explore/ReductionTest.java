package io.omerta.protocol.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** States that differ in nothing that matters count as one, and the verdict stays the same. */
class ReductionTest {
    private static Report report(Setup setup, Faults faults, boolean reduced) {
        return new Explorer(setup).explore(faults, Bounds.NONE, reduced, Progress.NONE);
    }

    private static void assertAgree(Setup setup, Faults faults) {
        Report exact = new Explorer(setup).explore(faults, Bounds.NONE, Reduction.NONE, Progress.NONE);
        Report states = new Explorer(setup).explore(faults, Bounds.NONE, Reduction.STATES, Progress.NONE);
        Report orders = new Explorer(setup).explore(faults, Bounds.NONE, Reduction.STATES_AND_ORDERS, Progress.NONE);
        assertAgree(exact, states);
        assertAgree(exact, orders);
        assertTrue(states.states() <= exact.states(), states.states() + " states instead of " + exact.states());
        assertTrue(orders.states() <= states.states(), orders.states() + " states instead of " + states.states());
    }

    private static void assertAgree(Report exact, Report reduced) {
        assertEquals(exact.verdict(), reduced.verdict());
        if (exact.counterexample() == null || reduced.counterexample() == null) {
            assertEquals(exact.unreached(), reduced.unreached());
        } else {
            assertEquals(
                    exact.counterexample().violation().property(),
                    reduced.counterexample().violation().property());
        }
    }

    /** Of five clocks it matters only how many have run out. */
    @Test
    void machinesOfOneRoleAreInterchangeable() {
        Setup clocks = Protocols.setup(Protocols.CLOCKS).withInstances(Protocols.counts("Clock", 5));
        assertEquals(32, report(clocks, Faults.NONE, false).states());
        assertEquals(6, report(clocks, Faults.NONE, true).states());
    }

    private static Setup vote(String text, int voters) {
        return Protocols.setup(text)
                .withInstances(Protocols.counts("Clerk", 2, "Voter", voters))
                .withCalls(List.of("Clerk[1].propose(Voter, true)", "Clerk[2].propose(Voter, false)"));
    }

    @Test
    void votersAreInterchangeableThoughAListNamesThemInAnOrder() {
        Setup vote = vote(Protocols.VOTE.replace("QUORUM = 4", "QUORUM = 2"), 3);
        assertAgree(vote, Faults.NONE);
        Report exact = report(vote, Faults.NONE, false);
        Report reduced = report(vote, Faults.NONE, true);
        assertTrue(reduced.states() * 4 < exact.states(), reduced.states() + " states instead of " + exact.states());
    }

    @Test
    void aListWhoseFirstElementIsSpecialKeepsItsOrder() {
        String first = Protocols.VOTE
                .replace("QUORUM = 4", "QUORUM = 2")
                .replace("decided = COUNT", "decided = voters[0] != peer_id and COUNT");
        assertAgree(vote(first, 3), Faults.NONE);
        assertTrue(report(vote(first, 3), Faults.NONE, true).states()
                > report(vote(Protocols.VOTE.replace("QUORUM = 4", "QUORUM = 2"), 3), Faults.NONE, true)
                        .states());
    }

    @Test
    void membersThatAreSortedAreNotInterchangeable() {
        String sorted = Protocols.VOTE
                .replace("QUORUM = 4", "QUORUM = 2")
                .replace("store voters, choice ", "store choice voters = SORT(voters) ");
        assertAgree(vote(sorted, 3), Faults.NONE);
    }

    @Test
    void verdictsAgreeWithFaultsOfTheNetwork() {
        assertAgree(Protocols.setup(Protocols.QUESTION), new Faults(1, 1, 1, 0));
        assertAgree(Protocols.setup(Protocols.RETRY).withInstances(Protocols.counts("Client", 2)), Faults.NONE);
        assertAgree(vote(Protocols.VOTE.replace("QUORUM = 4", "QUORUM = 2"), 2), new Faults(1, 0, 0, 0));
        assertAgree(Protocols.setup(Protocols.GATE), new Faults(0, 1, 0, 0));
    }

    @Test
    void verdictsAgreeWhenTwoClerksDecide() {
        Setup split = vote(Protocols.VOTE.replace("QUORUM = 4", "QUORUM = 1"), 2);
        assertAgree(split, Faults.NONE);
        assertEquals(Report.Verdict.VIOLATED, report(split, Faults.NONE, true).verdict());
    }

    @Test
    void verdictsAgreeWhenOneLies() {
        Setup vote =
                vote(Protocols.VOTE.replace("QUORUM = 4", "QUORUM = 2"), 3).withByzantine(Protocols.counts("Voter", 1));
        assertAgree(vote, new Faults(0, 0, 0, 1));
    }

    /** Clients and servers in pairs, told apart by their calls: what one pair does is independent of what the other does. */
    @Test
    void ordersOfWhatDifferentMembersDoAreLeftOut() {
        Setup pairs = Protocols.setup(Protocols.QUESTION.replaceAll("(?s)invariant.*", ""))
                .withInstances(Protocols.counts("Client", 2, "Server", 2))
                .withCalls(List.of("Client[1].ask(Server[1], 7)", "Client[2].ask(Server[2], 7)"));
        Report states = new Explorer(pairs).explore(Faults.NONE, Bounds.NONE, Reduction.STATES, Progress.NONE);
        Report orders =
                new Explorer(pairs).explore(Faults.NONE, Bounds.NONE, Reduction.STATES_AND_ORDERS, Progress.NONE);
        assertAgree(states, orders);
        assertTrue(orders.states() < states.states(), orders.states() + " states instead of " + states.states());
    }

    /** Three who only wait for their own timers: one after the other. */
    @Test
    void independentMachinesAddUpInsteadOfMultiplying() {
        String clock = Protocols.CLOCKS.substring(Protocols.CLOCKS.indexOf("actor Clock"));
        Setup clocks =
                Protocols.setup(Protocols.CLOCKS + clock.replace("Clock", "Second") + clock.replace("Clock", "Third"));
        assertEquals(8, report(clocks, Faults.NONE, false).states());
        assertEquals(4, report(clocks, Faults.NONE, true).states());
    }

    /** What is compared across members must be seen in every order: here, that one has ended before the other. */
    @Test
    void ordersThatAnInvariantSeesAreKept() {
        String first = Protocols.CLOCKS.replace(
                "actor Clock (",
                "actor Other (\n    state RUNNING initial\n    state DONE terminal\n"
                        + "    RUNNING -> DONE on timeout(PATIENCE)\n)\nactor Clock (");
        String clockFirst = "invariant ClockFirst ( ALL(Other, o => o.state != Other.DONE or"
                + " ALL(Clock, c => c.state == Clock.DONE)) )";
        String otherFirst = "invariant OtherFirst ( ALL(Clock, c => c.state != Clock.DONE or"
                + " ALL(Other, o => o.state == Other.DONE)) )";
        for (String property : List.of(clockFirst, otherFirst)) {
            Setup setup = Protocols.setup(first + property);
            assertAgree(setup, Faults.NONE);
            assertEquals(
                    Report.Verdict.VIOLATED, report(setup, Faults.NONE, true).verdict());
        }
    }

    /** A ticker that goes on for ever must not keep the others from going on. */
    @Test
    void nobodyIsPutOffForEver() {
        String ticking = Protocols.CLOCKS.replace(
                "actor Clock (",
                """
                actor ATicker (
                    state A initial idle
                    state B idle
                    A -> B on timeout(PATIENCE)
                    B -> A on timeout(PATIENCE)
                )
                actor Clock (
                """);
        String never = "invariant NeverDone ( ALL(Clock, c => c.state != Clock.DONE) )";
        Setup setup = Protocols.setup(ticking + never);
        assertAgree(setup, Faults.NONE);
        assertEquals(Report.Verdict.VIOLATED, report(setup, Faults.NONE, true).verdict());
    }

    @Test
    void verdictsAgreeOnEveryProtocolWithEveryFault() {
        List<String> texts = List.of(
                Protocols.QUESTION,
                Protocols.CLOCKS,
                Protocols.RETRY,
                Protocols.ACCOUNT,
                Protocols.GATE,
                Protocols.TWICE);
        List<Faults> faults = List.of(
                Faults.NONE,
                new Faults(1, 0, 0, 0),
                new Faults(0, 1, 0, 0),
                new Faults(0, 0, 1, 0),
                new Faults(1, 1, 0, 0));
        for (String text : texts) {
            for (Faults some : faults) {
                for (Setup.Timers timers : Setup.Timers.values()) {
                    assertAgree(Protocols.setup(text).withTimers(timers), some);
                    assertAgree(Protocols.setup(text).withTimers(timers).withOrderedChannels(true), some);
                }
            }
        }
    }
}
