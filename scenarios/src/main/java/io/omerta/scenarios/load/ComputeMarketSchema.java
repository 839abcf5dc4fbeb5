package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.market.book.CloudResponse;
import io.omerta.sim.economics.market.book.ComputeMarketStudy;
import java.util.List;

/** Declares the study of a market with order books. */
final class ComputeMarketSchema {
    private static final Key<Long> DATACENTRES =
            Key.withDefault("datacentres", new IntegerSchema(1, 1_000), "10", "Data centres at the beginning.");
    private static final Key<Long> HOMES = Key.withDefault(
            "homes", new IntegerSchema(0, 10_000), "200", "People who would offer a machine if it pays.");
    private static final Key<Long> CONSUMERS =
            Key.withDefault("consumers", new IntegerSchema(1, 10_000), "400", "How many have work.");
    private static final Key<Long> CHECKPOINT = Key.withDefault(
            "checkpoint_hours", new IntegerSchema(1, 1_000), "2", "Whole hours between checkpoints of a job.");
    private static final Key<CloudResponse> RESPONSE = Key.withDefault(
            "response", ChoiceSchema.of(CloudResponse.class), "none", "What operators do when volunteers sell.");
    private static final Key<Long> DAYS =
            Key.withDefault("days", new IntegerSchema(1, 3_650), "180", "For how long the market is watched.");

    static final UnionSchema.Kind<ComputeMarketStudy> KIND = new UnionSchema.Kind<>(
            "compute-market",
            "Hours of machines in order books, with data centres and volunteers that come and go.",
            ObjectSchema.of(
                    "compute-market",
                    List.of(DATACENTRES, HOMES, CONSUMERS, CHECKPOINT, RESPONSE, DAYS),
                    fields -> new ComputeMarketStudy(
                            fields.get(DATACENTRES).intValue(),
                            fields.get(HOMES).intValue(),
                            fields.get(CONSUMERS).intValue(),
                            fields.get(CHECKPOINT).intValue(),
                            fields.get(RESPONSE),
                            fields.get(DAYS).intValue())));

    private ComputeMarketSchema() {}
}
