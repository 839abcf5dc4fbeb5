package io.omerta.protocol.machine.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.omerta.protocol.language.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random protocols with random inputs, on both engines. A minute of other seeds: {@code -Domerta.fuzz.seconds=60}, and
 * {@code -Domerta.fuzz.seed=N} to begin at another one.
 */
class DifferentialTest {
    private static final int PROTOCOLS = 1_000;
    private static final long SECONDS = Long.getLong("omerta.fuzz.seconds", 0);
    private static final long FIRST_SEED = Long.getLong("omerta.fuzz.seed", 0);

    @Test
    void bothEnginesGiveTheSameTranscript() {
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        for (long i = 0; i < PROTOCOLS || System.nanoTime() < end; i++) {
            compare(FIRST_SEED + i);
        }
    }

    @Test
    void randomProtocolsReachAllThatAMachineCanDo() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < PROTOCOLS; seed++) {
            MachineGenerator generator = new MachineGenerator(seed);
            Source protocol = Source.of("random.omt", generator.protocol());
            Script.replay(protocol, generator.inputs(), CompiledEngine.ENGINE)
                    .lines()
                    .filter(line -> line.startsWith("> "))
                    .map(line -> line.replaceFirst("> (\\d+ x )?", "").replaceFirst("(drop |fault )?(\\w+).*", "$1$2"))
                    .forEach(seen::add);
        }
        List<String> missing = new ArrayList<>(List.of(
                "take",
                "else",
                "send",
                "append",
                "arm",
                "cancel",
                "defer",
                "state",
                "drop GUARD_FALSE",
                "drop IGNORED"));
        missing.addAll(List.of(
                "drop NOT_AWAITED",
                "drop NOT_A_MEMBER",
                "drop WRONG_VOTER",
                "drop DUPLICATE",
                "drop CONFLICTING",
                "drop CONDITION_FALSE",
                "drop DEFERRED_TOO_LONG",
                "drop TIMER_NOT_ARMED",
                "drop TRIGGER_REFUSED"));
        missing.addAll(List.of(
                "fault NULL_VALUE",
                "fault OVERFLOW",
                "fault DIVISION_BY_ZERO",
                "fault NEGATIVE",
                "fault OUT_OF_RANGE",
                "fault TOO_LARGE",
                "fault TOO_MANY_TRANSITIONS"));
        missing.removeAll(seen);
        assertTrue(missing.isEmpty(), () -> "never seen: " + missing);
    }

    private static void compare(long seed) {
        MachineGenerator generator = new MachineGenerator(seed);
        Source protocol = Source.of("random-" + seed + ".omt", generator.protocol());
        List<String> inputs = generator.inputs();
        CompiledEngine.ENGINE.open(protocol, "A", new World());
        if (differ(protocol, inputs)) {
            List<String> shortest = shrunk(protocol, inputs);
            fail("the engines differ; seed " + seed + "\n" + protocol.text() + "\n--- naive interpreter\n"
                    + outcome(protocol, shortest, NaiveInterpreter.ENGINE) + "\n--- engine\n"
                    + outcome(protocol, shortest, CompiledEngine.ENGINE));
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
