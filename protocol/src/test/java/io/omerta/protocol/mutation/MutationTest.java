package io.omerta.protocol.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A sample of the mutants of the shipped transactions; {@link MutationReport} goes through all of them. */
class MutationTest {
    private static final long SEED = 1;
    private static final int SAMPLE = 16;
    private static final int SURVIVORS_MAX = 6;

    @Test
    void nothingIsFoundInWhatIsShipped() throws ReflectiveOperationException {
        assertEquals("", Trial.ofShipped());
    }

    @Test
    void mostMutantsOfASampleAreKilled() throws ReflectiveOperationException {
        List<Mutant> mutants = new ArrayList<>(Trial.mutants());
        Collections.shuffle(mutants, new Random(SEED));
        List<Trial> survivors = new ArrayList<>();
        for (Mutant mutant : mutants.subList(0, SAMPLE)) {
            Trial trial = Trial.of(mutant);
            if (trial.survived()) {
                survivors.add(trial);
            }
        }
        assertTrue(
                survivors.size() <= SURVIVORS_MAX, () -> "seed " + SEED + ": of " + SAMPLE + " survive " + survivors);
    }
}
