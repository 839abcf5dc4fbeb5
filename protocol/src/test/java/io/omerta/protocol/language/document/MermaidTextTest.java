package io.omerta.protocol.language.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.document.MessageChart.Arrow;
import io.omerta.protocol.language.document.MessageChart.Branch;
import io.omerta.protocol.language.document.MessageChart.Fragment;
import io.omerta.protocol.language.document.MessageChart.Kind;
import io.omerta.protocol.language.document.MessageChart.Note;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MermaidTextTest {
    /** What a label may hold without meaning anything to Mermaid; codes are #number; */
    private static final String LABEL = "(?:[\\p{L}\\p{N} _.,()\\[\\]=+*/!?'-]|#\\d+;)+";

    @Test
    void everyLineOfAStateDiagramIsOneOfTheFormsThatMermaidReads() {
        List<Pattern> forms = List.of(
                Pattern.compile("    state \"" + LABEL + "\" as \\w+"),
                Pattern.compile("    \\w+ : " + LABEL),
                Pattern.compile("    \\[\\*\\] --> \\w+"),
                Pattern.compile("    \\w+ --> \\[\\*\\]"),
                Pattern.compile("    \\w+ --> \\w+ : " + LABEL));
        for (StateDiagram diagram : Fixture.escrowLock().stateDiagrams()) {
            List<String> lines = MermaidText.stateDiagram(diagram).lines().toList();
            assertEquals("stateDiagram-v2", lines.get(0));
            for (String line : lines.subList(1, lines.size())) {
                assertTrue(forms.stream().anyMatch(form -> form.matcher(line).matches()), line);
            }
        }
    }

    @Test
    void aStateDiagramHasEveryStateAndEveryTransition() {
        for (StateDiagram diagram : Fixture.escrowLock().stateDiagrams()) {
            List<String> lines =
                    MermaidText.stateDiagram(diagram).lines().map(String::strip).toList();
            for (StateDiagram.State state : diagram.states()) {
                assertTrue(lines.contains("state \"" + state.name() + "\" as " + state.name()), state.name());
            }
            for (StateDiagram.Edge edge : diagram.edges()) {
                String line = edge.from() + " --> " + edge.to() + " : " + MermaidText.label(edge.label());
                assertTrue(lines.contains(line), line);
            }
            assertEquals(
                    diagram.edges().size(),
                    lines.stream()
                            .filter(line -> line.matches("\\w+ --> \\w+ : .*"))
                            .count());
        }
    }

    @Test
    void fragmentsOfASequenceDiagramAreBalanced() {
        int depth = 0;
        int fragments = 0;
        for (String line : MermaidText.sequenceDiagram(Fixture.escrowLock().messageChart())
                .lines()
                .skip(1)
                .toList()) {
            String text = line.strip();
            if (text.equals("end")) {
                depth--;
            }
            int indent = text.startsWith("else ") ? depth : depth + 1;
            assertEquals("    ".repeat(indent), line.substring(0, line.indexOf(text)), line);
            if (text.matches("(alt|opt|loop) .*")) {
                depth++;
                fragments++;
            }
            assertTrue(depth >= 0, line);
        }
        assertEquals(0, depth);
        assertTrue(fragments > 3);
    }

    @Test
    void namesThatMermaidReservesGetIdsThatAreFree() {
        StateDiagram diagram = new StateDiagram(
                "A",
                List.of(
                        new StateDiagram.State("end", "", true, false, false),
                        new StateDiagram.State("end_", "", false, true, false)),
                List.of(new StateDiagram.Edge("end", "end_", "go", "")));

        assertEquals(
                """
                stateDiagram-v2
                    state "end" as end__
                    state "end_" as end_
                    [*] --> end__
                    end__ --> end_ : go
                    end_ --> [*]
                """,
                MermaidText.stateDiagram(diagram));
    }

    @Test
    void aSequenceDiagramHasRolesNotesArrowsAndFragments() {
        MessageChart chart = new MessageChart(
                List.of("A", "B"),
                List.of(
                        new Note("A", "go"),
                        new Arrow("A", "B", "HELLO", "peers"),
                        new Fragment(
                                Kind.ALTERNATIVE,
                                List.of(
                                        new Branch("x > 0", List.of(new Arrow("B", "A", "YES", ""))),
                                        new Branch("otherwise", List.of(new Arrow("B", "A", "NO", "")))))));

        assertEquals(
                """
                sequenceDiagram
                    participant A as A
                    participant B as B
                    Note over A: go
                    A->>B: HELLO to each of peers
                    alt x #62; 0
                        B->>A: YES
                    else otherwise
                        B->>A: NO
                    end
                """,
                MermaidText.sequenceDiagram(chart));
    }

    @Test
    void whatMeansSomethingToMermaidIsWrittenAsItsCode() {
        assertEquals(
                "#60;script#62; #96;#34;#59;#58;#35;#37;#123;#125;#124;#38;",
                MermaidText.label("<script> `\";:#%{}|&"));
    }
}
