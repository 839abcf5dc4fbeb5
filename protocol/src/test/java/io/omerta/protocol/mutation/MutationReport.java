package io.omerta.protocol.mutation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Tries every mutant and writes who has killed it, and which have survived. By hand, since it takes long:
 *
 * <pre>mvn -q -pl protocol test -Dtest=MutationReport -Domerta.mutation=full</pre>
 *
 * <p>With a number instead of {@code full}, every so many-th mutant.
 */
class MutationReport {
    private static final Path FILE = Path.of("target", "mutation-report.txt");

    @Test
    @EnabledIfSystemProperty(named = "omerta.mutation", matches = "full|[1-9][0-9]*")
    void everyMutantIsTried() throws IOException, ReflectiveOperationException {
        String extent = System.getProperty("omerta.mutation", "full");
        int stride = extent.equals("full") ? 1 : Integer.parseInt(extent);
        List<Mutant> mutants = Trial.mutants();
        Map<String, Integer> kills = new TreeMap<>();
        int survivors = 0;
        Files.createDirectories(FILE.getParent());
        try (PrintWriter report = new PrintWriter(Files.newBufferedWriter(FILE, StandardCharsets.UTF_8))) {
            for (int i = 0; i < mutants.size(); i += stride) {
                Trial trial = Trial.of(mutants.get(i));
                report.println((trial.survived() ? "SURVIVED " : "killed   ") + trial);
                report.flush();
                survivors += trial.survived() ? 1 : 0;
                kills.merge(trial.survived() ? "nobody" : trial.killer().split(" ")[0], 1, Integer::sum);
            }
            report.println("by " + kills);
            assertTrue(!report.checkError(), () -> "cannot write " + FILE);
        }
        assertTrue(survivors < mutants.size(), "every mutant has survived");
    }
}
