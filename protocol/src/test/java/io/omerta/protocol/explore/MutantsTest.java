package io.omerta.protocol.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protocols with one fault each, which must be found, beside the right ones, which must hold. */
class MutantsTest {
    private static final Bounds BOUNDS = new Bounds(500_000, 200);

    private static String violated(Setup setup, Faults faults) {
        Report report = new Explorer(setup).explore(faults, BOUNDS, true, Progress.NONE);
        Counterexample counterexample = counterexample(report);
        return counterexample.violation().property();
    }

    private static Counterexample counterexample(Report report) {
        Counterexample counterexample = report.counterexample();
        assertNotNull(counterexample, "nothing was found");
        return counterexample;
    }

    private static void assertHolds(Setup setup, Faults faults) {
        Report report = new Explorer(setup).explore(faults, BOUNDS, true, Progress.NONE);
        assertNull(report.counterexample());
        assertEquals(Report.Verdict.HELD, report.verdict());
    }

    /** A mutant, which must differ from what it is made of. */
    private static Setup mutant(String right, String part, String wrong) {
        String mutant = right.replace(part, wrong);
        assertEquals(1, (right.length() - right.replace(part, "").length()) / part.length(), "the part occurs once");
        return Protocols.setup(mutant);
    }

    @Test
    void aQuestionHoldsWithEveryFaultOfTheNetwork() {
        assertHolds(Protocols.setup(Protocols.QUESTION), new Faults(1, 1, 1, 0));
    }

    @Test
    void aStateWithoutTimeoutIsADeadlockWhenTheAnswerDoesNotCome() {
        Setup setup = mutant(Protocols.QUESTION, "WAITING -> FAILED on timeout(PATIENCE)", "");
        assertEquals(Checks.NO_DEADLOCK, violated(setup, Faults.NONE));
    }

    @Test
    void retriesThatEndHold() {
        assertHolds(Protocols.setup(Protocols.RETRY), new Faults(1, 0, 0, 0));
    }

    @Test
    void retriesWithoutEndNeverRest() {
        Setup setup = mutant(Protocols.RETRY, "tries = tries + 1", "tries = 1");
        assertEquals(Checks.RESTS, violated(setup, Faults.NONE));
    }

    private static Setup twoServers(Setup setup) {
        return setup.withInstances(Protocols.counts("Server", 2))
                .withByzantine(Protocols.counts("Server", 1))
                .withCalls(List.of("Client.ask(Server[1], 7)"));
    }

    private static final String ANSWER_IS_FROM_THE_SERVER =
            "ALL(Client, c => c.state != Client.DONE or ANY(Server, s => s.peer_id == c.server and s.number == c.number))";
    private static final String TRUSTING = Protocols.QUESTION.replace(
            "ALL(Client, c => c.state != Client.DONE or ALL(Server, s => s.number == c.number))",
            ANSWER_IS_FROM_THE_SERVER);

    @Test
    void anAnswerWhoseSenderIsCheckedIsGenuine() {
        assertHolds(twoServers(Protocols.setup(TRUSTING)), new Faults(0, 0, 0, 2));
    }

    @Test
    void anAnswerWhoseSenderIsNotCheckedCanBeForged() {
        Setup setup = twoServers(mutant(TRUSTING, " when message.sender == server (", " ("));
        assertEquals("invariant AnswersAreLarger", violated(setup, new Faults(0, 0, 0, 1)));
    }

    private static Setup vote(Setup setup, int voters, int liars) {
        return setup.withInstances(Protocols.counts("Clerk", 2, "Voter", voters))
                .withByzantine(Protocols.counts("Voter", liars))
                .withCalls(List.of("Clerk[1].propose(Voter, true)", "Clerk[2].propose(Voter, false)"));
    }

    @Test
    void aQuorumOfFourOfFiveDecidesOnceThoughOneLies() {
        assertHolds(vote(Protocols.setup(Protocols.VOTE), 5, 1), new Faults(0, 0, 0, 1));
    }

    @Test
    void aQuorumOfThreeOfFiveCanDecideTwiceIfOneLies() {
        Setup setup = vote(mutant(Protocols.VOTE, "QUORUM = 4", "QUORUM = 3"), 5, 1);
        assertEquals("invariant OneDecision", violated(setup, new Faults(0, 0, 0, 1)));
    }

    @Test
    void aQuorumOfThreeOfFiveDecidesOnceIfNobodyLies() {
        assertHolds(vote(mutant(Protocols.VOTE, "QUORUM = 4", "QUORUM = 3"), 5, 0), Faults.NONE);
    }

    private static final String COLLECT =
            "COUNTING -> DECIDED collect VOTE from voters until QUORUM by voter on message.choice into votes (";

    @Test
    void aVoteThatIsCountedTwiceDecidesAlone() {
        String counting = Protocols.VOTE
                .replace(
                        COLLECT,
                        """
                COUNTING -> TALLYING on VOTE when CONTAINS(voters, message.sender) ( APPEND(votes, message) )
                TALLYING -> COUNTING auto when LENGTH(votes) < QUORUM
                TALLYING -> DECIDED auto when LENGTH(votes) >= QUORUM (
                """)
                .replace("state COUNTING idle", "state COUNTING idle state TALLYING")
                .replace("QUORUM = 4", "QUORUM = 2");
        String distinct =
                "ALL(Clerk, c => c.state != Clerk.DECIDED or LENGTH(DISTINCT(MAP(c.votes, v => v.voter))) >= QUORUM)";
        Setup wrong = Protocols.setup(counting + "invariant Distinct ( " + distinct + " )")
                .withInstances(Protocols.counts("Voter", 2))
                .withCalls(List.of("Clerk.propose(Voter, true)"));
        assertEquals("invariant Distinct", violated(wrong, new Faults(0, 1, 0, 0)));
        assertHolds(wrong, Faults.NONE);

        Setup right = Protocols.setup(
                        Protocols.VOTE.replace("QUORUM = 4", "QUORUM = 2") + "invariant Distinct ( " + distinct + " )")
                .withInstances(Protocols.counts("Voter", 2))
                .withCalls(List.of("Clerk.propose(Voter, true)"));
        assertHolds(right, new Faults(0, 1, 0, 0));
    }

    @Test
    void aPayloadThatWasNeverFilledIsAFault() {
        Setup setup = mutant(Protocols.QUESTION, "number = message.number + 1", "");
        assertEquals(Checks.NO_FAULT, violated(setup, Faults.NONE));
    }

    @Test
    void anAccountWithAGuardHolds() {
        assertHolds(Protocols.setup(Protocols.ACCOUNT), Faults.NONE);
    }

    @Test
    void anAmountWithoutAGuardIsAFault() {
        Setup setup = mutant(Protocols.ACCOUNT, " when message.amount <= balance", "");
        assertEquals(Checks.NO_FAULT, violated(setup, Faults.NONE));
    }

    @Test
    void whatMustComeAboutIsLookedForWhereNothingMoves() {
        assertEquals("eventually GateOpens", violated(Protocols.setup(Protocols.GATE), Faults.NONE));
        Map<String, List<String>> always = new LinkedHashMap<>();
        always.put("is_good", List.of("true"));
        assertHolds(Protocols.setup(Protocols.GATE).withAnswers(always), Faults.NONE);
    }

    @Test
    void aHostDoesNotContradictItself() {
        assertHolds(Protocols.setup(Protocols.TWICE), Faults.NONE);
    }

    @Test
    void aHostGivesEveryAnswerInSomeRun() {
        String never = Protocols.TWICE.replace("a.first == a.second", "a.first");
        assertEquals("invariant HostsAreConsistent", violated(Protocols.setup(never), Faults.NONE));
        String always = Protocols.TWICE.replace("a.first == a.second", "not a.first");
        assertEquals("invariant HostsAreConsistent", violated(Protocols.setup(always), Faults.NONE));
    }
}
