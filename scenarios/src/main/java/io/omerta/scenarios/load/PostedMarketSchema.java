package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.BooleanSchema;
import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.market.posted.CloudImpactStudy;
import io.omerta.sim.economics.market.posted.ReliabilityStudy;
import io.omerta.sim.economics.market.posted.TaskValues;
import java.util.List;

/** Declares the published studies of markets with posted prices. */
final class PostedMarketSchema {
    private static final Key<Long> DATACENTRES =
            Key.withDefault("datacentres", new IntegerSchema(1, 1_000), "10", "How many data centres there are.");
    private static final Key<Long> HOMES =
            Key.withDefault("homes", new IntegerSchema(1, 1_000), "20", "How many home providers come in.");
    private static final Key<Long> CONSUMERS =
            Key.withDefault("consumers", new IntegerSchema(1, 1_000), "30", "How many want compute.");
    private static final Key<TaskValues> VALUES = Key.withDefault(
            "values", ChoiceSchema.of(TaskValues.class), "mixed", "What an hour of compute is worth to them.");
    private static final Key<Double> CHECKPOINT = Key.withDefault(
            "checkpoint_hours", new NumberSchema(Range.above(0)), "0.5", "Hours between checkpoints of a job.");
    private static final Key<Long> HOURS =
            Key.withDefault("hours", new IntegerSchema(1, 100_000), "150", "For how long the market is watched.");
    private static final Key<Boolean> FLOOR = Key.withDefault(
            "datacentre_floor",
            new BooleanSchema(),
            "true",
            "Whether scarce data centres that are alone hold out for a price.");

    static final UnionSchema.Kind<CloudImpactStudy> CLOUD_IMPACT = new UnionSchema.Kind<>(
            "cloud-impact",
            "A market of data centres, alone and with home providers beside them, as published.",
            ObjectSchema.of(
                    "cloud-impact",
                    List.of(DATACENTRES, HOMES, CONSUMERS, VALUES, CHECKPOINT, HOURS, FLOOR),
                    fields -> new CloudImpactStudy(
                            fields.get(DATACENTRES).intValue(),
                            fields.get(HOMES).intValue(),
                            fields.get(CONSUMERS).intValue(),
                            fields.get(VALUES),
                            fields.get(CHECKPOINT),
                            fields.get(HOURS).intValue(),
                            fields.get(FLOOR))));

    private static final Key<Long> PROVIDERS =
            Key.withDefault("providers", new IntegerSchema(1, 1_000), "20", "How many providers there are.");
    private static final Key<ReliabilityStudy.Demand> DEMAND = Key.withDefault(
            "demand", ChoiceSchema.of(ReliabilityStudy.Demand.class), "all-tiers", "Who wants compute.");
    private static final Key<Long> ROUNDS =
            Key.withDefault("rounds", new IntegerSchema(1, 10_000), "50", "Rounds of 200 hours.");

    static final UnionSchema.Kind<ReliabilityStudy> RELIABILITY = new UnionSchema.Kind<>(
            "reliability-market",
            "Providers that learn for how much more they break a promise, as published.",
            ObjectSchema.of(
                    "reliability-market",
                    List.of(PROVIDERS, DEMAND, ROUNDS),
                    fields -> new ReliabilityStudy(
                            fields.get(PROVIDERS).intValue(),
                            fields.get(DEMAND).tiers(),
                            fields.get(ROUNDS).intValue())));

    private PostedMarketSchema() {}
}
