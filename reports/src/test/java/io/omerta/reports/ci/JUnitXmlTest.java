package io.omerta.reports.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.reports.SampleRun;
import io.omerta.reports.Xml;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class JUnitXmlTest {
    private final Element suite = Xml.parse(JUnitXml.text(SampleRun.result())).getDocumentElement();

    @Test
    void suiteCountsItsCases() {
        assertEquals("testsuite", suite.getTagName());
        assertEquals("3", suite.getAttribute("tests"));
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals("1", suite.getAttribute("skipped"));
        assertEquals(3, suite.getElementsByTagName("testcase").getLength());
    }

    @Test
    void violatedPropertyFailsWithWhatWasMeasuredAndHowToReplayIt() {
        assertEquals(1, suite.getElementsByTagName("failure").getLength());
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertEquals("73.1 s, 95 % interval 68.2 to 78.4 s (n = 8)", failure.getAttribute("message"));
        assertEquals(
                "replay: ./omerta replay out/eclipse-attack/latest --replication 3",
                failure.getTextContent().lines().reduce("", (first, line) -> line));
    }

    @Test
    void inconclusivePropertyIsSkippedWithTheReason() {
        assertEquals(1, suite.getElementsByTagName("skipped").getLength());
        Element skipped = (Element) suite.getElementsByTagName("skipped").item(0);
        assertEquals("inconclusive: seen in 0 of 8 replications", skipped.getAttribute("message"));
    }

    @Test
    void markupInAPropertyStaysText() {
        Verdict verdict = new Verdict("a<b", "stat", "x < 3 && \"y\"", Outcome.VIOLATED, "]]>", "<e>", "");
        Element escaped = Xml.parse(JUnitXml.text(SampleRun.withVerdicts(List.of(verdict))))
                .getDocumentElement();
        Element testCase = (Element) escaped.getElementsByTagName("testcase").item(0);
        assertEquals("a<b: x < 3 && \"y\"", testCase.getAttribute("name"));
        assertEquals(
                "x < 3 && \"y\"\nmeasured: ]]>\nevidence: <e>",
                testCase.getTextContent().strip());
    }
}
