package io.omerta.sim.economics.study;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.ReplicationModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What replications of a study observe, by the name of the metric. */
public final class Replicated {
    private static final long SEED = 42;

    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    public Replicated(EconomicStudy study, int replications) {
        for (int i = 0; i < replications; i++) {
            EventKernel kernel = new PrimitiveKernel(QueueKind.HEAP);
            ReplicationModel model = study.model(kernel, new RandomStreams(RandomStreams.replicationSeed(SEED, i)));
            model.start();
            kernel.runPending(EventKernel.MAX_TIME_NANOS);
            if (!model.finished()) {
                throw new AssertionError(study + " did not finish");
            }
            for (Observation seen : model.observations()) {
                values.computeIfAbsent(seen.name(), name -> new ArrayList<>()).add(seen.value());
            }
        }
    }

    public double[] values(String metric) {
        List<Double> seen = values.get(metric);
        if (seen == null) {
            throw new AssertionError("no metric " + metric + "; there are " + values.keySet());
        }
        return seen.stream().mapToDouble(Double::doubleValue).toArray();
    }

    public double mean(String metric) {
        double sum = 0;
        for (double value : values(metric)) {
            sum += value;
        }
        return sum / values(metric).length;
    }

    /** Standard error of the mean. */
    public double error(String metric) {
        double mean = mean(metric);
        double squares = 0;
        double[] all = values(metric);
        for (double value : all) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (all.length - 1) / all.length);
    }

    /** Whether the mean is within three standard errors of a value. */
    public boolean agrees(String metric, double value) {
        return Math.abs(mean(metric) - value) <= 3 * error(metric);
    }
}
