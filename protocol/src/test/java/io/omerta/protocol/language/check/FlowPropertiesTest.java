package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The graph rules on random actors, against the plainest possible computation of the same. */
class FlowPropertiesTest {
    private static final int GRAPHS = 500;

    @Test
    void unreachableStatesAreThoseThatANaiveFixpointLeavesOut() {
        int unreachable = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            RandomActor actor = new RandomActor(seed);
            List<String> expected = new ArrayList<>(actor.unreachable());
            List<String> found = new ArrayList<>(new TreeSet<>(FlowExample.places(Code.W02, actor.text())));
            assertEquals(expected, found, actor.text());
            unreachable += found.size();
        }
        assertTrue(unreachable > GRAPHS, "the graphs are too dense");
    }

    @Test
    void endlessCirclesAreThoseThatSixtyFiveRoundsDoNotLeave() {
        int endless = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            RandomActor actor = new RandomActor(seed);
            boolean expected = actor.circlesForEver();
            boolean found = FlowExample.findings(Code.E30, actor.text()).stream()
                    .anyMatch(finding -> finding.message().contains("never comes to rest"));
            assertEquals(expected, found, actor.text());
            endless += expected ? 1 : 0;
        }
        assertTrue(endless > GRAPHS / 10 && endless < GRAPHS * 9 / 10, endless + " of " + GRAPHS);
    }

    /** A random actor of six states whose guards are all false: variables that no action assigns. */
    private static final class RandomActor {
        private static final int STATES = 6;

        private final List<Way> ways = new ArrayList<>();
        private final StringBuilder text = new StringBuilder("actor A ( ");

        RandomActor(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int state = 0; state < STATES; state++) {
                text.append("state S").append(state).append(state == 0 ? " initial " : " ");
            }
            int count = random.nextInt(2, 9);
            for (int i = 0; i < count; i++) {
                add(random.nextInt(STATES), random.nextInt(STATES), random.nextInt(STATES), random.nextInt(4));
            }
            text.append(")");
        }

        private void add(int from, int to, int other, int kind) {
            text.append("S").append(from).append(" -> S").append(to);
            switch (kind) {
                case 0 -> {
                    text.append(" auto ");
                    ways.add(new Way(from, to, true, false));
                }
                case 1 -> {
                    text.append(" on M ");
                    ways.add(new Way(from, to, false, false));
                }
                case 2 -> {
                    text.append(" auto when g").append(ways.size()).append(' ');
                    ways.add(new Way(from, to, false, false));
                }
                default -> {
                    text.append(" auto when g").append(ways.size()).append(" else -> S");
                    text.append(other).append(' ');
                    ways.add(new Way(from, to, false, false));
                    ways.add(new Way(from, other, true, true));
                }
            }
        }

        String text() {
            return text.toString();
        }

        /** The names of the states that are not reached, sorted. */
        TreeSet<String> unreachable() {
            boolean[] reached = new boolean[STATES];
            reached[0] = true;
            for (int round = 0; round < STATES; round++) {
                for (Way way : ways) {
                    reached[way.to] |= reached[way.from];
                }
            }
            TreeSet<String> names = new TreeSet<>();
            for (int state = 0; state < STATES; state++) {
                if (!reached[state]) {
                    names.add("S" + state);
                }
            }
            return names;
        }

        /** Whether from some state more automatic transitions follow each other than there are states. */
        boolean circlesForEver() {
            for (int start = 0; start < STATES; start++) {
                int state = start;
                int steps = 0;
                while (steps <= STATES && next(state) >= 0) {
                    state = next(state);
                    steps++;
                }
                if (steps > STATES) {
                    return true;
                }
            }
            return false;
        }

        /** The state entered by itself while all guards are false: what has no guard goes before any else. */
        private int next(int state) {
            int otherwise = -1;
            for (Way way : ways) {
                if (way.from == state && way.always && !way.otherwise) {
                    return way.to;
                }
                if (way.from == state && way.otherwise && otherwise < 0) {
                    otherwise = way.to;
                }
            }
            return otherwise;
        }

        private record Way(int from, int to, boolean always, boolean otherwise) {}
    }
}
