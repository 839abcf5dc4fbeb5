package io.omerta.reports.ci;

import io.omerta.reports.text.Markup;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.Verdict;
import java.util.Locale;

/**
 * {@code junit.xml}: one test suite for the run, one test case for each verdict. A violated property is a failure, an
 * inconclusive one is skipped with the reason.
 */
public final class JUnitXml {
    private JUnitXml() {}

    public static String text(RunResult result) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
        attribute(xml, "name", result.scenario());
        attribute(xml, "tests", Integer.toString(result.verdicts().size()));
        attribute(xml, "failures", count(result, Outcome.VIOLATED));
        attribute(xml, "errors", "0");
        attribute(xml, "skipped", count(result, Outcome.INCONCLUSIVE));
        attribute(
                xml,
                "time",
                String.format(Locale.ROOT, "%.3f", result.manifest().wallSeconds()));
        xml.append(">\n  <properties>\n");
        property(xml, "completion", result.completion().name().toLowerCase(Locale.ROOT));
        property(xml, "seed", Long.toString(result.manifest().seed()));
        property(xml, "trace_sha256", result.manifest().traceSha256());
        property(xml, "replay", result.manifest().replayCommand());
        xml.append("  </properties>\n");
        result.verdicts().forEach(verdict -> testCase(xml, result.scenario(), verdict));
        return xml.append("</testsuite>\n").toString();
    }

    private static void testCase(StringBuilder xml, String scenario, Verdict verdict) {
        xml.append("  <testcase");
        attribute(xml, "classname", scenario);
        attribute(xml, "name", verdict.id() + ": " + verdict.statement());
        attribute(xml, "time", "0");
        switch (verdict.outcome()) {
            case HELD -> xml.append("/>\n");
            case VIOLATED -> {
                xml.append(">\n    <failure");
                attribute(xml, "type", verdict.kind());
                attribute(xml, "message", reason(verdict, "violated"));
                xml.append('>')
                        .append(Markup.escape(VerdictText.details(verdict)))
                        .append("</failure>\n  </testcase>\n");
            }
            case INCONCLUSIVE -> {
                xml.append(">\n    <skipped");
                attribute(xml, "message", "inconclusive: " + reason(verdict, "too little was observed"));
                xml.append("/>\n  </testcase>\n");
            }
        }
    }

    private static String reason(Verdict verdict, String otherwise) {
        return verdict.measured().isBlank() ? otherwise : verdict.measured();
    }

    private static String count(RunResult result, Outcome outcome) {
        return Long.toString(result.verdicts().stream()
                .filter(verdict -> verdict.outcome() == outcome)
                .count());
    }

    private static void property(StringBuilder xml, String name, String value) {
        xml.append("    <property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
        xml.append("/>\n");
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(Markup.escape(value)).append('"');
    }
}
