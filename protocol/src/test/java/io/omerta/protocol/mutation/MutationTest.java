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
    private static final int SAMPLE = 12;
    private static final int SURVIVORS_MAX = 1;

    @Test
    void mostMutantsOfASampleAreKilledByTestsThatFindNothingInWhatIsShipped() throws ReflectiveOperationException {
        List<Mutant> mutants = new ArrayList<>(Mutants.ofSessions());
        Collections.shuffle(mutants, new Random(SEED));
        Trial trial = new Trial();
        List<Mutant> survivors = new ArrayList<>();
        for (Mutant mutant : mutants.subList(0, SAMPLE)) {
            if (trial.of(mutant).survived()) {
                survivors.add(mutant);
            }
        }
        assertTrue(
                survivors.size() <= SURVIVORS_MAX, () -> "seed " + SEED + ": of " + SAMPLE + " survive " + survivors);
        assertEquals(List.of(), trial.foundInShipped());
    }
}
