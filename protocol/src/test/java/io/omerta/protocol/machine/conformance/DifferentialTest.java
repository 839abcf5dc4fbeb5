package io.omerta.protocol.machine.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Random protocols with random inputs, on both engines. For longer, {@code -Domerta.fuzz.seconds=60}; from another seed on,
 * {@code -Domerta.fuzz.seed=N}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferentialTest {
    private static final int PROTOCOLS = 600;
    private static final long SECONDS = Long.getLong("omerta.fuzz.seconds", 0);
    private static final long FIRST_SEED = Long.getLong("omerta.fuzz.seed", 0);

    /** One in so many protocols may be refused, mostly for a negative constant where an unsigned integer is needed. */
    private static final int MIN_PER_REFUSED = 100;

    /** What the protocols have to reach; all but what takes a million units of work, or surroundings that fail. */
    private static final Set<String> REACHED = Set.of(
            "take",
            "else",
            "send",
            "append",
            "arm",
            "cancel",
            "defer",
            "drop GUARD_FALSE",
            "drop IGNORED",
            "drop NOT_AWAITED",
            "drop NOT_A_MEMBER",
            "drop WRONG_VOTER",
            "drop DUPLICATE",
            "drop CONFLICTING",
            "drop CONDITION_FALSE",
            "drop DEFERRED_TOO_LONG",
            "drop TIMER_NOT_ARMED",
            "drop TRIGGER_REFUSED",
            "fault NULL_VALUE",
            "fault OVERFLOW",
            "fault DIVISION_BY_ZERO",
            "fault NEGATIVE",
            "fault OUT_OF_RANGE",
            "fault TOO_LARGE",
            "fault TOO_MANY_TRANSITIONS");

    private final Set<String> reached = new TreeSet<>();
    private String firstDifference = "";
    private long compared;
    private long refused;

    @BeforeAll
    void compareTheEngines() {
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        for (long i = 0; firstDifference.isEmpty() && (i < PROTOCOLS || System.nanoTime() < end); i++) {
            long seed = FIRST_SEED + i;
            MachineGenerator generator = new MachineGenerator(seed);
            Source protocol = Source.of("random-" + seed + ".omt", generator.protocol());
            if (CompiledEngine.isFreeOfErrors(protocol)) {
                compare(seed, protocol, generator.inputs());
            } else {
                refused++;
            }
        }
    }

    @Test
    void bothEnginesGiveTheSameTranscript() {
        assertEquals("", firstDifference);
    }

    @Test
    void randomProtocolsAreFreeOfErrors() {
        assertTrue(
                refused * MIN_PER_REFUSED <= compared, refused + " protocols have errors, " + compared + " have none");
    }

    @Test
    void randomProtocolsReachWhatAMachineCanDo() {
        Set<String> missing = new TreeSet<>(REACHED);
        missing.removeAll(reached);
        assertEquals(Set.of(), missing);
    }

    private void compare(long seed, Source protocol, List<String> inputs) {
        compared++;
        String expected = outcome(protocol, inputs, NaiveInterpreter.ENGINE);
        expected.lines()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.replaceFirst("> (\\d+ x )?", "").replaceFirst("^(drop |fault )?(\\w+).*", "$1$2"))
                .forEach(reached::add);
        if (!expected.equals(outcome(protocol, inputs, CompiledEngine.ENGINE))) {
            List<String> shortest = shrunk(protocol, inputs);
            firstDifference = "seed " + seed + "\n" + protocol.text() + "\n--- naive interpreter\n"
                    + outcome(protocol, shortest, NaiveInterpreter.ENGINE) + "\n--- engine\n"
                    + outcome(protocol, shortest, CompiledEngine.ENGINE);
        }
    }

    /** Leaves out inputs for as long as the engines still differ. */
    private static List<String> shrunk(Source protocol, List<String> inputs) {
        List<String> shortest = new ArrayList<>(inputs);
        int before;
        do {
            before = shortest.size();
            for (int i = shortest.size() - 1; i > 0; i--) {
                List<String> shorter = new ArrayList<>(shortest);
                shorter.remove(i);
                if (differ(protocol, shorter)) {
                    shortest = shorter;
                }
            }
        } while (shortest.size() < before);
        return shortest;
    }

    private static boolean differ(Source protocol, List<String> inputs) {
        return !outcome(protocol, inputs, NaiveInterpreter.ENGINE)
                .equals(outcome(protocol, inputs, CompiledEngine.ENGINE));
    }

    /** The transcript, or what broke. */
    private static String outcome(Source protocol, List<String> inputs, Engine engine) {
        try {
            return Script.replay(protocol, inputs, engine);
        } catch (RuntimeException broken) {
            return broken + " at " + broken.getStackTrace()[0];
        }
    }
}
