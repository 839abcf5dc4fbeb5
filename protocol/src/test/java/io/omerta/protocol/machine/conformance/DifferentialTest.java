package io.omerta.protocol.machine.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random protocols with random inputs, on both engines. */
class DifferentialTest {
    private static final int RUNS = 2_000;

    @Test
    void randomProtocolsReachWhatTheyAreMeantToReach() {
        Map<String, Integer> seen = new TreeMap<>();
        for (long seed = 0; seed < RUNS; seed++) {
            MachineGenerator generator = new MachineGenerator(seed);
            Source protocol = Source.of("random-" + seed + ".omt", generator.protocol());
            List<String> inputs = generator.inputs();
            long began = System.nanoTime();
            try {
                for (String line :
                        Script.replay(protocol, inputs, NaiveInterpreter.ENGINE).split("\n")) {
                    if (line.startsWith("> ")) {
                        String[] words = line.substring(2).split(" ");
                        String key = words[0].matches("fault|drop") ? words[0] + " " + words[1] : words[0];
                        seen.merge(key, 1, Integer::sum);
                    }
                }
                long took = (System.nanoTime() - began) / 1000000;
                if (took > 150) System.out.println("SLOW " + seed + " " + took);
            } catch (RuntimeException broken) {
                throw new IllegalStateException("seed " + seed + "\n" + protocol.text(), broken);
            }
        }
        System.out.println(seen);
        assertTrue(seen.size() > 5);
    }
}
