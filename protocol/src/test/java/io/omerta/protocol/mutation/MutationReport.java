package io.omerta.protocol.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.transaction.ShippedTransactions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Tries every mutant of the first two transactions and writes who has killed it, and which have survived. By hand, since
 * it takes long:
 *
 * <pre>mvn -q -pl protocol test -Dtest=MutationReport -Domerta.mutation=full</pre>
 *
 * <p>With the id of a transaction instead of {@code full}, such as {@code 02}, a sample of its mutants.
 */
class MutationReport {
    private static final Path FILE = Path.of("target", "mutation-report.txt");
    private static final int SAMPLE = 40;

    private static List<Mutant> chosen(String extent) {
        if (extent.equals("full")) {
            return Mutants.ofSessions();
        }
        List<Mutant> mutants = new ArrayList<>();
        for (ShippedTransactions transaction : ShippedTransactions.values()) {
            if (transaction.id().equals(extent)) {
                mutants.addAll(Mutants.of(transaction));
            }
        }
        int all = mutants.size();
        List<Mutant> sample = new ArrayList<>();
        for (int i = 0; i < Math.min(SAMPLE, all); i++) {
            sample.add(mutants.get(i * all / Math.min(SAMPLE, all)));
        }
        return sample;
    }

    @Test
    @EnabledIfSystemProperty(named = "omerta.mutation", matches = "full|0[0-5]")
    void everyMutantIsTried() throws IOException, ReflectiveOperationException {
        List<Mutant> mutants = chosen(System.getProperty("omerta.mutation", "full"));
        Map<String, Integer> kills = new TreeMap<>();
        int survivors = 0;
        Trial trial = new Trial();
        Files.createDirectories(FILE.getParent());
        try (PrintWriter report = new PrintWriter(Files.newBufferedWriter(FILE, StandardCharsets.UTF_8))) {
            for (Mutant mutant : mutants) {
                Trial.Verdict verdict = trial.of(mutant);
                report.println((verdict.survived() ? "SURVIVED " : "killed   ") + verdict);
                report.flush();
                survivors += verdict.survived() ? 1 : 0;
                kills.merge(verdict.survived() ? "nobody" : verdict.killer().split("[ .]")[0], 1, Integer::sum);
            }
            report.println("of " + mutants.size() + " by " + kills);
            assertTrue(!report.checkError(), () -> "cannot write " + FILE);
        }
        assertTrue(survivors < mutants.size(), "every mutant has survived");
        assertEquals(List.of(), trial.foundInShipped());
    }
}
