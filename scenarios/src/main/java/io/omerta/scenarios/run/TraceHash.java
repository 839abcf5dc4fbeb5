package io.omerta.scenarios.run;

import io.omerta.sim.record.RunResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** One hash over the traces of all replications of a run, or of several runs. */
public final class TraceHash {
    private TraceHash() {}

    /** SHA-256 over one line a replication: variant, index, seed and trace hash. */
    static String ofRun(List<ReplicationRecord> traces) {
        StringBuilder lines = new StringBuilder();
        for (ReplicationRecord record : traces) {
            lines.append(record.variant())
                    .append(' ')
                    .append(record.trace().index())
                    .append(' ')
                    .append(record.trace().seed())
                    .append(' ')
                    .append(record.trace().sha256())
                    .append('\n');
        }
        return sha256(lines.toString());
    }

    /** SHA-256 over one line a run: scenario and its hash. */
    public static String ofSuite(List<RunResult> results) {
        StringBuilder lines = new StringBuilder();
        results.forEach(result -> lines.append(result.scenario())
                .append(' ')
                .append(result.manifest().traceSha256())
                .append('\n'));
        return sha256(lines.toString());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform provides SHA-256", impossible);
        }
    }
}
