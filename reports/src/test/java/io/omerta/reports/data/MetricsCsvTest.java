package io.omerta.reports.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.reports.SampleRun;
import io.omerta.sim.record.Estimate;
import io.omerta.sim.record.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MetricsCsvTest {
    private static final String HEADER = "metric,label,unit,replication,value\r\n";

    private static String csv(String label, String unit, Double... values) {
        Metric metric = new Metric("m", label, unit, List.of(values), Estimate.point(1, 1));
        return MetricsCsv.text(SampleRun.withMetrics(List.of(metric)));
    }

    @Test
    void eachReplicationIsARow() {
        assertEquals(HEADER + "m,Delay,ms,0,1.5\r\nm,Delay,ms,1,2.0E-7\r\n", csv("Delay", "ms", 1.5, 2e-7));
    }

    @Test
    void commasQuotesAndLineBreaksAreQuoted() {
        assertEquals(HEADER + "m,\"Delay, \"\"worst\"\"\",\"m\ns\",0,1.0\r\n", csv("Delay, \"worst\"", "m\ns", 1.0));
    }

    @Test
    void valueThatWasNotObservedIsAnEmptyField() {
        assertEquals(HEADER + "m,Delay,,0,\r\nm,Delay,,1,3.0\r\n", csv("Delay", "", Double.NaN, 3.0));
    }

    @Test
    void rowsCarryTheNumbersOfTheReplicationsThatEnded() {
        String csv = MetricsCsv.text(SampleRun.interrupted(List.of(2, 5)));
        assertEquals(HEADER + "m,Delay,ms,2,1.0\r\nm,Delay,ms,5,2.0\r\n", csv);
    }
}
