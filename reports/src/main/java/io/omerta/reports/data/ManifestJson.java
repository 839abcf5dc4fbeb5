package io.omerta.reports.data;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.omerta.sim.record.RunResult;

/** {@code manifest.json}: what is needed to reproduce a run. */
public final class ManifestJson {
    private ManifestJson() {}

    private record Content(int schemaVersion, String scenario, @JsonUnwrapped RunResult.Manifest manifest) {}

    public static String text(RunResult result) {
        return JsonFormat.text(new Content(JsonFormat.SCHEMA_VERSION, result.scenario(), result.manifest()));
    }
}
