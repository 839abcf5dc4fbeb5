package io.omerta.scenarios.model;

import java.util.List;

/**
 * A comparison of variants under common random numbers.
 *
 * @param baseline the variant that the others are compared with
 * @param metrics the metrics that are compared, in order; empty for all of them
 */
public record Comparison(String baseline, List<String> metrics) {
    public Comparison {
        metrics = List.copyOf(metrics);
    }
}
