package io.omerta.protocol.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.explore.Bounds;
import io.omerta.protocol.explore.Counterexample;
import io.omerta.protocol.explore.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The explorer finds the holes of the published transactions, and none of them in the shipped ones. */
class PublishedDefectsTest {
    private static final int STATES_MAX = 60_000;
    private static final Bounds BOUNDS = new Bounds(STATES_MAX, 30);
    private static final Path PAGE = Path.of("docs", "holes.md");

    static List<Hole> holes() {
        return Stream.of(EscrowHoles.all(), CabalHoles.all())
                .flatMap(List::stream)
                .toList();
    }

    private static Counterexample found(Hole hole) {
        Counterexample counterexample = hole.broken().explore(BOUNDS).counterexample();
        assertNotNull(counterexample, () -> hole + ": nothing was found");
        return counterexample;
    }

    @ParameterizedTest
    @MethodSource("holes")
    void whatIsBrokenIsFoundAndWhatIsShippedHolds(Hole hole) {
        Counterexample counterexample = found(hole);
        assertEquals(hole.property(), counterexample.violation().property(), () -> hole.toString());

        // One move further than the counterexample, so that the defence itself has been looked at.
        int moves = counterexample.moves().size();
        Report shipped = hole.shipped().explore(new Bounds(STATES_MAX, moves));
        assertNull(shipped.counterexample(), () -> hole + ": the shipped transaction has it too");
        assertTrue(
                shipped.verdict() == Report.Verdict.HELD || shipped.depth() >= moves - 1,
                () -> hole + ": the shipped transaction was explored to depth " + shipped.depth() + " of " + moves);
    }

    @Test
    void atLeastEighteenOfTheTwentyTwoHolesAreFound() {
        TreeSet<String> names = new TreeSet<>();
        holes().stream().map(Hole::name).filter(name -> name.startsWith("H")).forEach(names::add);
        assertTrue(names.size() >= 18, names::toString);
    }

    @Test
    void thePageListsEveryHoleAsItIsFound() throws IOException {
        String page = Files.readString(PAGE);
        for (Hole hole : holes()) {
            String entry = entry(hole);
            assertTrue(page.contains(entry), () -> PAGE + " lacks:\n" + entry);
        }
    }

    /** A hole as the page tells of it. */
    private static String entry(Hole hole) {
        StringBuilder text = new StringBuilder();
        text.append("### ").append(hole).append("\n\n");
        List<String> changes = hole.broken().changes();
        text.append("`").append(hole.property()).append("`, ");
        text.append(found(hole).moves().size()).append(" moves");
        text.append(changes.isEmpty() ? ", in the published transaction.\n" : ", in the shipped transaction\n");
        for (int i = 0; i < changes.size(); i++) {
            text.append("- ").append(changes.get(i)).append(i + 1 == changes.size() ? "\n" : ",\n");
        }
        text.append("\n```sh\n").append(hole.broken().command()).append("\n```\n");
        return text.toString();
    }
}
