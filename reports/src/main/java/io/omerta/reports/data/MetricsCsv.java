package io.omerta.reports.data;

import io.omerta.sim.record.Metric;
import io.omerta.sim.record.RunResult;
import java.util.List;

/**
 * {@code metrics.csv}: one row for each metric and replication, quoted as RFC 4180 says, lines ended by CR LF. A value
 * that was not observed is an empty field.
 */
public final class MetricsCsv {
    private static final String LINE_END = "\r\n";

    private MetricsCsv() {}

    public static String text(RunResult result) {
        StringBuilder rows = new StringBuilder("metric,label,unit,replication,value").append(LINE_END);
        for (Metric metric : result.metrics()) {
            String key = quoted(metric.name()) + "," + quoted(metric.label()) + "," + quoted(metric.unit()) + ",";
            for (int i = 0; i < metric.perReplication().size(); i++) {
                double value = metric.perReplication().get(i);
                rows.append(key)
                        .append(replication(result, metric, i))
                        .append(',')
                        .append(Double.isNaN(value) ? "" : Double.toString(value))
                        .append(LINE_END);
            }
        }
        return rows.toString();
    }

    /** After an interruption the replications that ended need not be the first ones. */
    private static int replication(RunResult result, Metric metric, int position) {
        List<RunResult.ReplicationTrace> ended = result.manifest().replicationTraces();
        return ended.size() == metric.perReplication().size()
                ? ended.get(position).index()
                : position;
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
