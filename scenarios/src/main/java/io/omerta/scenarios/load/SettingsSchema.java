package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.ProbabilitySchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.SchemaNode;
import java.util.List;

/** Declares lists of settings that one replication sweeps: ascending, so that they can be the abscissae of a chart. */
final class SettingsSchema {
    private static final int MOST = 50;

    /** Probabilities or parts of a whole. */
    static final SchemaNode<List<Double>> UNIT =
            ascending(new ListSchema<>("numbers from 0 to 1, ascending", ProbabilitySchema.share(), 1, MOST));

    /** Numbers above 0. */
    static final SchemaNode<List<Double>> POSITIVE =
            ascending(new ListSchema<>("numbers above 0, ascending", new NumberSchema(Range.above(0)), 1, MOST));

    private SettingsSchema() {}

    private static SchemaNode<List<Double>> ascending(SchemaNode<List<Double>> list) {
        return list.refine((settings, node, reading) -> {
            for (int i = 1; i < settings.size(); i++) {
                if (settings.get(i - 1) >= settings.get(i)) {
                    reading.problem(
                            node.span(),
                            reading.label() + " must be ascending; " + settings.get(i) + " follows "
                                    + settings.get(i - 1),
                            "");
                }
            }
            return settings;
        });
    }
}
