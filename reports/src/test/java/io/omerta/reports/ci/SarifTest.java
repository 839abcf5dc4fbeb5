package io.omerta.reports.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omerta.reports.SampleRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SarifTest {
    private JsonNode run = new ObjectMapper().nullNode();

    @BeforeEach
    void writeSample() throws JsonProcessingException {
        JsonNode log = new ObjectMapper().readTree(Sarif.text(SampleRun.result()));
        assertEquals("2.1.0", log.path("version").textValue());
        run = log.path("runs").path(0);
    }

    @Test
    void everyPropertyIsARule() {
        assertEquals(3, run.path("tool").path("driver").path("rules").size());
    }

    @Test
    void onlyPropertiesThatDidNotHoldHaveAResult() {
        assertEquals(2, run.path("results").size());
    }

    @Test
    void resultsPointToTheirRule() {
        for (JsonNode result : run.path("results")) {
            JsonNode rule = run.path("tool")
                    .path("driver")
                    .path("rules")
                    .path(result.path("ruleIndex").intValue());
            assertEquals(rule.path("id"), result.path("ruleId"));
        }
    }

    @Test
    void violatedIsAnErrorAndInconclusiveIsOpenWithoutLevel() {
        JsonNode violated = run.path("results").path(0);
        assertEquals(
                "fail error",
                violated.path("kind").textValue() + " " + violated.path("level").textValue());
        JsonNode open = run.path("results").path(1);
        assertEquals(
                "open none",
                open.path("kind").textValue() + " " + open.path("level").textValue());
        assertTrue(open.path("message").path("text").textValue().startsWith("Inconclusive: "));
    }

    @Test
    void locationIsTheScenarioFileAsAUri() {
        JsonNode location =
                run.path("results").path(0).path("locations").path(0).path("physicalLocation");
        assertEquals(
                "scenarios/eclipse%20attack.yaml",
                location.path("artifactLocation").path("uri").textValue());
    }
}
