package io.omerta.protocol.machine.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.model.Builtin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The suite has a case for everything that the specification says. */
class CoverageTest {
    private static final String RULES_PREFIX = "# rules: ";

    /** Its rules are those of the envelope and its admission, which come before a machine, and are tested there. */
    private static final String ADMISSION = "4.10";

    @Test
    void everyRuleIsCoveredByACaseAndEveryCaseNamesKnownRules() {
        Set<String> covered = Case.all().stream()
                .flatMap(file -> file.transcript().stream())
                .filter(line -> line.startsWith(RULES_PREFIX))
                .flatMap(line -> Stream.of(line.substring(RULES_PREFIX.length()).split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(rules(), covered);
    }

    @Test
    void everySectionOfTheSpecificationHasRules() throws IOException {
        Set<String> sections = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs/semantics.md"))) {
            if (line.matches("#{2,3} [\\d.]+ .*")) {
                sections.add(line.split(" ")[1]);
            }
        }
        // Section 4 itself only defines terms.
        sections.removeAll(List.of("4", ADMISSION));
        assertEquals(
                sections,
                rules().stream()
                        .map(rule -> rule.substring(0, rule.indexOf('-')))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyBuiltInFunctionIsCalledByACase() {
        String protocols = Case.all().stream()
                .map(file -> file.protocol().text().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
        List<String> missing = Stream.of(Builtin.values())
                .map(Builtin::name)
                .filter(name -> !Pattern.compile("\\b" + name + "\\(")
                        .matcher(protocols)
                        .find())
                .toList();
        assertEquals(List.of(), missing);
    }

    private static Set<String> rules() {
        return Case.lines(Case.RULES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
