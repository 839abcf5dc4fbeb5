package io.omerta.protocol.language.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class LintJsonTest {
    @Test
    void aCleanReportIsAnEmptyArray() {
        assertEquals("[]\n", LintJson.render(new LintReport(List.of(Source.of("x.omt", "")), List.of())));
    }

    @Test
    void everyPartOfADiagnosticIsThere() {
        Source source = Source.of("x.omt", "a\n\"\uD83D\uDE00\" b");
        Diagnostic diagnostic = Diagnostic.of(Code.E24, source.span(7, 8), "unknown name \"b\"")
                .withRelated(source.span(0, 1), "did you mean this?")
                .withFix(Fix.replace("write `a`", source.span(7, 8), "a"));

        assertEquals(
                """
                [
                  {
                    "file": "x.omt",
                    "code": "OMT-E24",
                    "severity": "error",
                    "message": "unknown name \\"b\\"",
                    "start": {
                      "line": 2,
                      "column": 5
                    },
                    "end": {
                      "line": 2,
                      "column": 6
                    },
                    "related": [
                      {
                        "file": "x.omt",
                        "message": "did you mean this?",
                        "start": {
                          "line": 1,
                          "column": 1
                        },
                        "end": {
                          "line": 1,
                          "column": 2
                        }
                      }
                    ],
                    "fixes": [
                      {
                        "description": "write `a`",
                        "edits": [
                          {
                            "file": "x.omt",
                            "start": {
                              "line": 2,
                              "column": 5
                            },
                            "end": {
                              "line": 2,
                              "column": 6
                            },
                            "replacement": "a"
                          }
                        ]
                      }
                    ]
                  }
                ]
                """,
                LintJson.render(new LintReport(List.of(source), List.of(diagnostic))));
    }
}
