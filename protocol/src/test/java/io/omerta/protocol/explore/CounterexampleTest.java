package io.omerta.protocol.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A counterexample can be made again, holds nothing superfluous, and is always the same. */
class CounterexampleTest {
    private static final Setup SPLIT = Protocols.setup(Protocols.VOTE.replace("QUORUM = 4", "QUORUM = 2"))
            .withInstances(Protocols.counts("Clerk", 2, "Voter", 4))
            .withCalls(List.of("Clerk[1].propose(Voter, true)", "Clerk[2].propose(Voter, false)"));
    private static final Faults FAULTS = new Faults(1, 1, 1, 0);

    private static Counterexample found(Report report) {
        Counterexample counterexample = report.counterexample();
        assertNotNull(counterexample, "nothing was found");
        return counterexample;
    }

    private static Counterexample searched() {
        return found(new Explorer(SPLIT).explore(Faults.NONE, Bounds.NONE, true, Progress.NONE));
    }

    /** 400 runs of at most 200 moves; most of them decide twice. */
    private static Counterexample walked(long seed) {
        return found(new Explorer(SPLIT).walk(FAULTS, 400, 200, new SplittableRandom(seed)::nextInt, Progress.NONE));
    }

    @Test
    void aSearchFindsAShortestRun() {
        // Two calls, and for each of four voters a question and a vote that arrive.
        assertEquals(1 + 2 + 8, searched().moves().size());
    }

    @Test
    void whatWasFoundHappensAgain() {
        Counterexample before = searched();
        Counterexample again = new Explorer(SPLIT).replay(Faults.NONE, before.moves());
        assertEquals(before, again);
    }

    @Test
    void aRunThatStopsEarlyViolatesNothing() {
        List<String> moves = searched().moves();
        assertNull(new Explorer(SPLIT).replay(Faults.NONE, moves.subList(0, moves.size() - 1)));
    }

    @Test
    void anImpossibleMoveIsTold() {
        List<String> moves = new ArrayList<>(searched().moves());
        moves.remove(1);
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> new Explorer(SPLIT).replay(Faults.NONE, moves));
        assertTrue(String.valueOf(failure.getMessage()).startsWith("move 2 is not possible: deliver Clerk"));
    }

    @Test
    void nothingCanBeLeftOutOfAMinimisedRun() {
        List<String> moves = walked(7).moves();
        for (int left = 1; left < moves.size(); left++) {
            List<String> fewer = new ArrayList<>(moves);
            fewer.remove(left);
            assertTrue(isHarmless(fewer), "without " + moves.get(left) + " it is violated as well");
        }
    }

    private static boolean isHarmless(List<String> moves) {
        try {
            return new Explorer(SPLIT).replay(FAULTS, moves) == null;
        } catch (IllegalArgumentException impossible) {
            return true;
        }
    }

    @Test
    void walksFindWhatSearchesFind() {
        assertEquals(searched().violation().property(), walked(1).violation().property());
        assertEquals(1 + 2 + 8, walked(2).moves().size());
    }

    @Test
    void theChartShowsEveryMove() {
        String chart = searched().chart();
        assertTrue(chart.startsWith("sequenceDiagram\n    participant m0 as Clerk[1]\n"), chart);
        assertEquals(8, chart.lines().filter(line -> line.contains("->>")).count());
        assertTrue(chart.contains("Note over m0: DECIDED\n"), chart);
        assertTrue(chart.contains("Note over m0,m5: invariant OneDecision violated"), chart);
    }

    @Test
    void theSameIsFoundEveryTime() {
        Report first = new Explorer(SPLIT).explore(FAULTS, new Bounds(20_000, 50), true, Progress.NONE);
        Report second = new Explorer(SPLIT).explore(FAULTS, new Bounds(20_000, 50), true, Progress.NONE);
        assertEquals(first, second);
        assertEquals(walked(3), walked(3));
    }
}
