package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.Limits;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.syntax.ProtocolGenerator;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Any tree gives findings. {@code -Domerta.fuzz.files=N} tries more random files. */
class FlowRobustnessTest {
    private static final int FILES = Integer.getInteger("omerta.fuzz.files", 400);

    @Test
    void randomFilesAreChecked() {
        int found = 0;
        for (int seed = 0; seed < FILES; seed++) {
            found += check(new ProtocolGenerator(seed, 0.02).file());
        }
        assertTrue(found > FILES, found + " findings");
    }

    @Test
    void filesWithPiecesLostAreChecked() {
        SplittableRandom random = new SplittableRandom(5);
        for (int seed = 0; seed < FILES; seed++) {
            StringBuilder text = new StringBuilder(new ProtocolGenerator(seed, 0.02).file());
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                int at = random.nextInt(text.length() + 1);
                text.delete(at, Math.min(text.length(), at + random.nextInt(12)));
            }
            check(text.toString());
        }
    }

    @Test
    void theHighestTreesAreChecked() {
        String sum = "1" + " / n".repeat(Limits.MAX_DEPTH - 1);
        String both = "a" + " and b or c".repeat(Limits.MAX_DEPTH / 2 - 1);
        String choices = "IF a THEN b ELSE ".repeat(Limits.MAX_DEPTH - 5) + "c";
        for (String deep : List.of(sum, both, choices)) {
            assertTrue(check("actor A ( state S initial state T S -> T auto when " + deep + " S -> T auto when " + deep
                            + " ( n = " + deep + " ) ) ")
                    > 0);
        }
    }

    @Test
    void manyStatesAndTransitionsAreCheckedInTime() {
        StringBuilder text = new StringBuilder("actor A ( state S0 initial ");
        for (int i = 1; i <= 3000; i++) {
            text.append("state S")
                    .append(i)
                    .append(" S")
                    .append(i - 1)
                    .append(" -> S")
                    .append(i);
            text.append(" auto when n > ")
                    .append(i)
                    .append(" else -> S")
                    .append(i)
                    .append('\n');
        }
        assertTimeout(Duration.ofSeconds(10), () -> check(text.append(")").toString()));
    }

    @Test
    void manyGuardsOfOneStateAreCheckedInTime() {
        StringBuilder text = new StringBuilder("actor A ( state S initial state T terminal ");
        for (int i = 0; i < 300; i++) {
            text.append("S -> T auto when (a")
                    .append(i)
                    .append(" or b")
                    .append(i)
                    .append(") ( x = ");
            text.append(i).append(" / n )\n");
        }
        assertTimeout(Duration.ofSeconds(10), () -> check(text.append(")").toString()));
    }

    @Test
    void warningsAreToldForTheMainFileOnlyAndErrorsForAll() {
        String imported = "parameters ( UNUSED = 1 ) actor A ( state S initial state T S -> S auto )";
        ProtocolFile other = Parser.parse(Source.of("imported.omt", imported)).file();
        ProtocolFile main = Parser.parse(Source.of("main.omt", "parameters ( ALSO = 1 ) actor B ( state S )"))
                .file();
        List<Declaration> all = new ArrayList<>(other.declarations());
        all.addAll(main.declarations());
        assertEquals(
                List.of(
                        "E21 imported.omt",
                        "E21 imported.omt",
                        "E30 imported.omt",
                        "E01 main.omt",
                        "W01 main.omt",
                        "E21 main.omt",
                        "W08 main.omt"),
                FlowRules.check(new Unit(main, all)).stream()
                        .map(finding -> finding.code() + " " + finding.span().source())
                        .toList());
    }

    /** Checks that findings can be shown and are of one line; returns their number. */
    private static int check(String text) {
        ProtocolFile file = Parser.parse(Source.of("x.omt", text)).file();
        List<Diagnostic> findings = FlowRules.check(new Unit(file, file.declarations()));
        for (Diagnostic finding : findings) {
            assertFalse(DiagnosticText.render(finding).isEmpty());
            assertFalse(finding.message().contains("\n"), finding::message);
        }
        return findings.size();
    }
}
