package io.omerta.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Resource;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SeededSamplingTest {
    private static final Hash SEED = new Sha256Hasher().hash(HashDomain.of("omerta.test"), Value.Absent.INSTANCE);

    /** Statistic of Pearson's test for equal frequencies. */
    private static double chiSquare(int[] counts) {
        double expected = (double) IntStream.of(counts).sum() / counts.length;
        return IntStream.of(counts)
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();
    }

    private static List<Integer> range(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    @TestFactory
    Stream<DynamicTest> drawsAreAsCommitted() throws IOException {
        return Resource.lines(SeededSamplingTest.class, "sampling.txt").stream()
                .map(line -> DynamicTest.dynamicTest(line, () -> assertEquals(line, drawnLike(line))));
    }

    /** The line that this implementation would have committed in place of another. */
    private static String drawnLike(String line) {
        String[] words = line.split(" ");
        SeededSampling sampling = new SeededSampling(Hash.ofHex(words[1]));
        StringBuilder drawn = new StringBuilder();
        if (words[0].equals("below")) {
            drawn.append(String.join(" ", Arrays.copyOf(words, 3)));
            for (int i = 3; i < words.length; i++) {
                drawn.append(' ').append(sampling.nextBelow(Long.parseLong(words[2])));
            }
        } else {
            drawn.append(String.join(" ", Arrays.copyOf(words, 4)));
            sampling.sample(range(Integer.parseInt(words[2])), Integer.parseInt(words[3]))
                    .forEach(element -> drawn.append(' ').append(element));
        }
        return drawn.toString();
    }

    /** Fixed seed; a correct generator would fail for one seed in a million. */
    @Test
    void numbersBelowABoundAreEquallyFrequent() {
        SeededSampling sampling = new SeededSampling(SEED);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[(int) sampling.nextBelow(counts.length)]++;
        }
        assertTrue(chiSquare(counts) < 38.26, () -> Arrays.toString(counts));
    }

    /**
     * A remainder without rejection would give the upper third 2/8 of the draws instead of 1/3. Fixed seed; a correct
     * generator would fail for one seed in a million.
     */
    @Test
    void numbersBelowALargeBoundAreEquallyFrequent() {
        SeededSampling sampling = new SeededSampling(SEED);
        int[] counts = new int[3];
        for (int i = 0; i < 30_000; i++) {
            counts[(int) (sampling.nextBelow(3L << 61) >>> 61)]++;
        }
        assertTrue(chiSquare(counts) < 27.63, () -> Arrays.toString(counts));
    }

    /** Each sample from a seed of its own. Fixed seeds; a correct generator would fail for one set in a million. */
    @Test
    void orderedSamplesAreEquallyFrequent() {
        Sha256Hasher hasher = new Sha256Hasher();
        HashDomain domain = HashDomain.of("omerta.test");
        int[] counts = new int[4 * 3 * 2];
        for (int i = 0; i < 48_000; i++) {
            Hash seed = hasher.hash(domain, new Value.Int(i));
            List<Integer> drawn = new SeededSampling(seed).sample(range(4), 3);
            int second = drawn.get(1) - (drawn.get(1) > drawn.get(0) ? 1 : 0);
            int third = drawn.get(2) - (drawn.get(2) > drawn.get(0) ? 1 : 0) - (drawn.get(2) > drawn.get(1) ? 1 : 0);
            counts[(drawn.get(0) * 3 + second) * 2 + third]++;
        }
        assertTrue(chiSquare(counts) < 70.55, () -> Arrays.toString(counts));
    }

    @Test
    void sampleOfValuesHasNoElementTwice() {
        ValueList population = ValueList.of(
                IntStream.range(0, 50).mapToObj(i -> new Text("peer " + i)).toList());
        ValueList drawn = new SeededSampling(SEED).sample(population, 50);
        assertEquals(
                population.elements().stream().sorted().toList(),
                drawn.elements().stream().sorted().toList());
        assertEquals(drawn, new SeededSampling(SEED).sample(population, 50));
    }

    @Test
    void drawingMoreThanThereAreIsRefused() {
        SeededSampling sampling = new SeededSampling(SEED);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> sampling.sample(range(4), 5));
        assertEquals("cannot draw 5 of 4 without replacement", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> sampling.sample(range(4), -1));
    }

    @Test
    void boundBelowOneIsRefused() {
        SeededSampling sampling = new SeededSampling(SEED);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> sampling.nextBelow(0));
        assertEquals("bound must be at least 1, but was 0", refusal.getMessage());
    }
}
