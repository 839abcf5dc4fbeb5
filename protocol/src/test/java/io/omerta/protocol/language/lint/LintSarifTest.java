package io.omerta.protocol.language.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintSarifTest {
    @Test
    void everyPartOfADiagnosticIsThere() {
        Source source = Source.of("x.omt", "f {");
        Diagnostic diagnostic = Diagnostic.of(Code.S01, source.span(3, 3), "`}` is expected")
                .withRelated(source.span(2, 3), "`{` is opened here")
                .withFix(Fix.replace("write `}`", source.span(3, 3), "}"));

        assertEquals(
                """
                {
                  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
                  "version": "2.1.0",
                  "runs": [
                    {
                      "tool": {
                        "driver": {
                          "name": "omerta",
                          "version": "1.2",
                          "rules": [
                            {
                              "id": "OMT-S01",
                              "shortDescription": {
                                "text": "unexpected token or unclosed bracket"
                              },
                              "help": {
                                "text": "HELP"
                              },
                              "defaultConfiguration": {
                                "level": "error"
                              }
                            }
                          ]
                        }
                      },
                      "automationDetails": {
                        "id": "omerta/omt/"
                      },
                      "columnKind": "unicodeCodePoints",
                      "artifacts": [
                        {
                          "location": {
                            "uri": "x.omt"
                          }
                        }
                      ],
                      "results": [
                        {
                          "ruleId": "OMT-S01",
                          "ruleIndex": 0,
                          "level": "error",
                          "message": {
                            "text": "`}}` is expected"
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "x.omt"
                                },
                                "region": {
                                  "startLine": 1,
                                  "startColumn": 4,
                                  "endLine": 1,
                                  "endColumn": 4
                                }
                              }
                            }
                          ],
                          "relatedLocations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "x.omt"
                                },
                                "region": {
                                  "startLine": 1,
                                  "startColumn": 3,
                                  "endLine": 1,
                                  "endColumn": 4
                                }
                              },
                              "message": {
                                "text": "`{{` is opened here"
                              }
                            }
                          ],
                          "fixes": [
                            {
                              "description": {
                                "text": "write `}}`"
                              },
                              "artifactChanges": [
                                {
                                  "artifactLocation": {
                                    "uri": "x.omt"
                                  },
                                  "replacements": [
                                    {
                                      "deletedRegion": {
                                        "startLine": 1,
                                        "startColumn": 4,
                                        "endLine": 1,
                                        "endColumn": 4
                                      },
                                      "insertedContent": {
                                        "text": "}"
                                      }
                                    }
                                  ]
                                }
                              ]
                            }
                          ]
                        }
                      ]
                    }
                  ]
                }
                """
                        .replace("HELP", CodeHelp.of(Code.S01)),
                LintSarif.render(new LintReport(List.of(source), List.of(diagnostic)), "1.2"));
    }

    @Test
    void eachCodeThatOccursIsOneRule() {
        Source source = Source.of("x.omt", "a");
        Diagnostic warning = Diagnostic.of(Code.W08, source.span(0, 1), "not used");
        Diagnostic error = Diagnostic.of(Code.E24, source.span(0, 1), "unknown");
        Diagnostic another = Diagnostic.of(Code.W08, source.span(0, 0), "not used");
        String text = LintSarif.render(new LintReport(List.of(source), List.of(warning, error, another)), "1.2");

        assertEquals(
                List.of("\"id\": \"OMT-E24\"", "\"id\": \"OMT-W08\""),
                text.lines()
                        .map(line -> line.strip().replace(",", ""))
                        .filter(line -> line.startsWith("\"id\": \"OMT"))
                        .toList());
        assertEquals(
                List.of("\"ruleIndex\": 1", "\"ruleIndex\": 0", "\"ruleIndex\": 1"),
                text.lines()
                        .map(line -> line.strip().replace(",", ""))
                        .filter(line -> line.startsWith("\"ruleIndex\""))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "a/b.omt, a/b.omt",
        "/tmp/a b.omt, file:///tmp/a%20b.omt",
        "C:x.omt, C%3Ax.omt",
        "gr\u00fcn%.omt, gr%C3%BCn%25.omt"
    })
    void namesBecomeUris(String name, String uri) {
        String text = LintSarif.render(new LintReport(List.of(Source.of(name, "")), List.of()), "1.2");

        assertTrue(text.contains("\"uri\": \"" + uri + "\""), text);
    }
}
