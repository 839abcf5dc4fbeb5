package io.omerta.protocol.language.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentationTest {
    /**
     * Run this test with {@code -Domerta.golden=write} to write the page anew, and read the difference before keeping
     * it.
     */
    @Test
    void thePageOfAFileWithEveryDeclarationIsAsKept() throws IOException {
        String page = Fixture.offer().markdown("offer");
        if ("write".equals(System.getProperty("omerta.golden"))) {
            Files.writeString(Path.of("src/test/resources/io/omerta/protocol/language/document/offer.md"), page);
            return;
        }
        assertEquals(Fixture.text("offer.md"), page);
    }

    @Test
    void everyDeclaredNameStandsOnThePage() {
        String source = Fixture.text("offer.omt");
        String page = Fixture.offer().markdown("offer");
        List<String> names = new ArrayList<>();
        for (String line : source.replaceAll("#.*", "").lines().toList()) {
            Pattern.compile("^\\s*(?:enum|struct|message|block|(?:native )?function|actor|trigger|state|invariant"
                            + "|eventually)\\s+(\\w+)|^\\s{4,8}(\\w+) (?:=|\\w+(?:<\\w+>)?$)|^    ([A-Z]+)\\s*$")
                    .matcher(line)
                    .results()
                    .forEach(match -> names.add(firstGroup(match)));
        }
        assertTrue(names.size() > 40, "found only " + names);
        List<String> missing = names.stream()
                .filter(name -> !page.contains("`" + name + "`") && !page.contains("`" + name + "("))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static String firstGroup(MatchResult match) {
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                return match.group(group);
            }
        }
        throw new AssertionError(match);
    }

    @Test
    void everyLinkWithinThePageLeadsSomewhereAndNoAnchorIsTwice() {
        String page = Fixture.escrowLock().markdown("00_escrow_lock");
        List<String> anchors = found(page, "<a id=\"([^\"]*)\">");
        List<String> links = found(page, "\\]\\(#([^)]*)\\)");

        assertTrue(links.size() > 100);
        assertEquals(anchors.size(), new TreeSet<>(anchors).size());
        links.removeAll(anchors);
        assertEquals(List.of(), links);
    }

    @Test
    void everyRowOfATableHasAsManyCellsAsItsHead() {
        String page = Fixture.escrowLock().markdown("00_escrow_lock");
        int columns = 0;
        for (String line : page.lines().toList()) {
            if (!line.startsWith("|")) {
                columns = 0;
                continue;
            }
            int bars = (int) line.chars().filter(c -> c == '|').count();
            columns = columns == 0 ? bars : columns;
            assertEquals(columns, bars, line);
        }
    }

    @Test
    void thePageIsTheSameEachTime() {
        assertEquals(Fixture.escrowLock().markdown("a"), Fixture.escrowLock().markdown("a"));
    }

    @Test
    void aLibraryHasNoChartAndNoDiagram() {
        Documentation library = Fixture.of("struct Pair (\n    left uint\n    right uint\n)\n");

        assertEquals(List.of(), library.stateDiagrams());
        assertEquals(List.of(), library.messageChart().steps());
        assertFalse(library.markdown("pair").contains("```mermaid"));
    }

    @Test
    void aFileWithErrorsIsRefused() {
        Source faulty = Source.of("faulty.omt", "struct Pair ( left Unknown )");

        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> Documentation.of(Checker.check(faulty, ImportSource.none())));
        assertEquals("faulty.omt has errors; only a file without can be documented", refusal.getMessage());
    }

    @Test
    void whatDescriptionsHoldNeitherBreaksTablesNorBecomesMarkup() {
        String page = Fixture.of(
                        """
                        parameters (
                            HOSTILE = 1 count "a|b `c` <script>alert(1)</script> *d* [e](f) \\\\"
                        )
                        """)
                .markdown("hostile");

        assertTrue(
                page.contains("| a&#124;b \\`c\\` &lt;script&gt;alert(1)&lt;/script&gt; \\*d\\* \\[e\\](f) \\\\\\\\ |"),
                page);
    }

    private static List<String> found(String page, String pattern) {
        List<String> all = new ArrayList<>();
        Pattern.compile(pattern).matcher(page).results().forEach(match -> all.add(match.group(1)));
        return all;
    }
}
