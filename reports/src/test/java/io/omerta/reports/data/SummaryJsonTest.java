package io.omerta.reports.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omerta.reports.SampleRun;
import org.junit.jupiter.api.Test;

final class SummaryJsonTest {
    private final String text = SummaryJson.text(SampleRun.result());

    private JsonNode summary() throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void outcomeAndCompletionAreLowerCaseWords() throws JsonProcessingException {
        assertEquals("violated", summary().path("outcome").textValue());
        assertEquals("complete", summary().path("completion").textValue());
        assertEquals(1, summary().path("schema_version").intValue());
    }

    @Test
    void numbersThatWereNotObservedAreNull() throws JsonProcessingException {
        JsonNode metric = summary().path("metrics").path(4);
        assertEquals("recovery.time", metric.path("name").textValue());
        assertTrue(metric.path("value").isNull());
        assertTrue(metric.path("low").isNull());
    }

    @Test
    void clockTimesAreLeftOut() {
        assertFalse(text.contains("2026-03-01") || text.contains("12.75"), text);
    }

    @Test
    void manifestHasItsFieldsAtTheTop() throws JsonProcessingException {
        JsonNode manifest = new ObjectMapper().readTree(ManifestJson.text(SampleRun.result()));
        assertEquals(42, manifest.path("seed").intValue());
        assertEquals("4.3.2", manifest.path("dependencies").path("dsol-core").textValue());
        assertEquals(8, manifest.path("replication_traces").size());
    }
}
