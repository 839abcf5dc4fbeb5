package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.MapSchema;
import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.ProbabilitySchema;
import io.omerta.scenarios.load.schema.Reading;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.yaml.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Shares of a whole. */
final class Shares {
    private static final double TOLERANCE = 1e-6;

    private Shares() {}

    /** A share for each name; names left out have none. */
    static SchemaNode<Map<String, Double>> byName(Names.Kind kind, String exampleName) {
        return new MapSchema<>(kind, exampleName, ProbabilitySchema.share()).refine((shares, node, reading) -> {
            check(shares.values(), node.span(), reading.label(), reading);
            return shares;
        });
    }

    /** Probabilities of 1, 2, 3 ... */
    static SchemaNode<List<Double>> ofCounts() {
        return new ListSchema<>("probabilities of 1, 2, 3 ...", ProbabilitySchema.probability(), 1, 1000)
                .refine((shares, node, reading) -> {
                    check(shares, node.span(), reading.label(), reading);
                    return shares;
                });
    }

    /** Reports shares that do not sum to 1. */
    static void check(Collection<Double> shares, Span span, String label, Reading reading) {
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > TOLERANCE) {
            String shown =
                    new BigDecimal(sum, new MathContext(9)).stripTrailingZeros().toPlainString();
            reading.problem(span, label + " must sum to 1; the sum is " + shown, "");
        }
    }
}
