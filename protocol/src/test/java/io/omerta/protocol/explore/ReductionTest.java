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
        Report exact = report(setup, faults, false);
        Report reduced = report(setup, faults, true);
        assertEquals(exact.verdict(), reduced.verdict());
        assertEquals(exact.unreached(), reduced.unreached());
        assertTrue(reduced.states() <= exact.states(), reduced.states() + " states instead of " + exact.states());
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
}
