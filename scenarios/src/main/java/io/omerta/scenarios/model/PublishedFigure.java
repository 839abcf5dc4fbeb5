package io.omerta.scenarios.model;

import io.omerta.scenarios.model.Expectation.Tolerance;
import org.jspecify.annotations.Nullable;

/**
 * A figure that somebody has published, and what is expected to become of it when it is measured again.
 *
 * @param id unique among figures, such as "figures[0]"
 * @param label what the figure is, in the words of the publication
 * @param variant name of the variant it is about; null for every variant
 * @param metric name of the metric that measures it
 * @param published the published value, in the unit of the metric
 * @param tolerance largest difference from the mean over replications that still confirms it
 * @param expected how it is expected to come out
 */
public record PublishedFigure(
        String id,
        String label,
        @Nullable String variant,
        String metric,
        double published,
        Tolerance tolerance,
        Classification expected) {
    /** What a measurement says of a published figure. */
    public enum Classification {
        /** The mean over replications is within the tolerance. */
        CONFIRMED,
        /** Confirmed, and the same in every replication: a consequence of the set-up that no draw can change. */
        ARITHMETIC,
        /** The whole interval of the mean is beyond the tolerance. */
        CONTRADICTED
    }
}
