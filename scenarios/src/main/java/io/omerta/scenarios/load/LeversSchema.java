package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.sim.economics.policy.Levers;
import java.util.List;

/** Declares where the levers of policy stand at first; the defaults are those of the published programs. */
final class LeversSchema {
    private static final Key<Double> PAYMENT_K = Key.withDefault(
            "payment_k",
            new NumberSchema(Range.above(0)),
            "0.1",
            "How fast the share of a payment that a provider keeps grows with its trust.");
    private static final Key<Double> TRANSFER_K = Key.withDefault(
            "transfer_k",
            new NumberSchema(Range.above(0)),
            "0.01",
            "How much trust matters for what a transfer of coins loses.");
    private static final Key<Double> ISOLATION_THRESHOLD = Key.withDefault(
            "isolation_threshold",
            new NumberSchema(Range.UNIT),
            "0.9",
            "Part of its trade within itself from which a group is suspected.");
    private static final Key<Double> TRANSACTION_TAU = Key.withDefault(
            "transaction_tau_days",
            new NumberSchema(Range.above(0)),
            "365",
            "E-folding time of the credit of a transaction, days.");

    static final SchemaNode<Levers> ROOT = ObjectSchema.of(
            "levers of policy",
            List.of(PAYMENT_K, TRANSFER_K, ISOLATION_THRESHOLD, TRANSACTION_TAU),
            fields -> new Levers(
                    fields.get(PAYMENT_K),
                    fields.get(TRANSFER_K),
                    fields.get(ISOLATION_THRESHOLD),
                    fields.get(TRANSACTION_TAU)));

    private LeversSchema() {}
}
