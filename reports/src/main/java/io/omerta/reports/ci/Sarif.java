package io.omerta.reports.ci;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.reports.data.JsonFormat;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.Verdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * {@code results.sarif}: SARIF 2.1.0 with a rule for each property and a result for each that did not hold. A violated
 * one is of kind "fail", an inconclusive one of kind "open", whose level can only be "none" (sections 3.27.9 and 3.27.10).
 */
public final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    /** Where results are said to be when no scenario file is among the inputs. */
    private static final String RESOLVED_SCENARIO = "scenario.resolved.yaml";

    private Sarif() {}

    public static String text(RunResult result) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "omerta");
        driver.put("version", result.manifest().commit());
        run.putObject("automationDetails").put("id", "omerta/" + result.scenario() + "/");
        ObjectNode invocation = run.putArray("invocations").addObject();
        invocation.put("executionSuccessful", result.completion() == RunResult.Completion.COMPLETE);
        ArrayNode arguments = invocation.putArray("arguments");
        result.manifest().arguments().forEach(arguments::add);
        ArrayNode rules = driver.putArray("rules");
        ArrayNode results = run.putArray("results");
        for (Verdict verdict : result.verdicts()) {
            int ruleIndex = rules.size();
            addRule(rules, verdict);
            if (verdict.outcome() != Outcome.HELD) {
                addResult(results, verdict, ruleIndex, result);
            }
        }
        return JsonFormat.text(log);
    }

    private static void addRule(ArrayNode rules, Verdict verdict) {
        ObjectNode rule = rules.addObject();
        rule.put("id", verdict.id());
        rule.putObject("shortDescription").put("text", verdict.statement());
        rule.putObject("properties").put("kind", verdict.kind());
    }

    private static void addResult(ArrayNode results, Verdict verdict, int ruleIndex, RunResult result) {
        boolean violated = verdict.outcome() == Outcome.VIOLATED;
        ObjectNode node = results.addObject();
        node.put("ruleId", verdict.id());
        node.put("ruleIndex", ruleIndex);
        node.put("kind", violated ? "fail" : "open");
        node.put("level", violated ? "error" : "none");
        String outcome = violated ? "Violated: " : "Inconclusive: ";
        node.putObject("message").put("text", outcome + VerdictText.details(verdict));
        ObjectNode location = node.putArray("locations").addObject().putObject("physicalLocation");
        location.putObject("artifactLocation").put("uri", uri(scenarioFile(result)));
        location.putObject("region").put("startLine", 1);
        node.putObject("partialFingerprints").put("property/v1", result.scenario() + "/" + verdict.id());
    }

    private static String scenarioFile(RunResult result) {
        return result.manifest().inputs().keySet().stream()
                .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                .findFirst()
                .orElse(RESOLVED_SCENARIO);
    }

    /** A path as a relative reference (RFC 3986), each segment percent-encoded. */
    private static String uri(String path) {
        return URLEncoder.encode(path.replace('\\', '/'), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
