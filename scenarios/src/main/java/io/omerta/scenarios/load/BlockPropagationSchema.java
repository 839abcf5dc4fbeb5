package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.BooleanSchema;
import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.EitherSchema;
import io.omerta.scenarios.load.schema.EitherSchema.Form;
import io.omerta.scenarios.load.schema.EitherSchema.Shape;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.ProbabilitySchema;
import io.omerta.scenarios.load.schema.QuantitySchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.network.workload.WorkloadSpec.BlockPropagation;
import io.omerta.sim.network.workload.WorkloadSpec.CompactFailureRate;
import io.omerta.sim.network.workload.WorkloadSpec.FailedBlockFractions;
import io.omerta.sim.network.workload.WorkloadSpec.MiningPower;
import java.util.ArrayList;
import java.util.List;

/** Declares the block relay workload; defaults are those of SimBlock's SimulationConfiguration. */
final class BlockPropagationSchema {
    /** How many of SimBlock's 945 samples are 0.01, 0.02, 0.03 ... 0.48; 0.49 to 0.96 occur once each. */
    private static final int[] CHURN_SAMPLES = {
        546, 66, 39, 27, 21, 17, 14, 12, 11, 10, 9, 8, 7, 7, 6, 6, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2,
        2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2
    };

    private static final Key<Double> CONTROL_FAILURE =
            Key.withDefault("control", ProbabilitySchema.probability(), "0.13", "For nodes that are always connected.");
    private static final Key<Double> CHURN_FAILURE =
            Key.withDefault("churn", ProbabilitySchema.probability(), "0.27", "For nodes that come and go.");

    private static final SchemaNode<Double> FRACTION =
            new ProbabilitySchema("a fraction", new Range(0, false, 1, true));
    private static final Key<Double> CONTROL_FRACTION =
            Key.withDefault("control", FRACTION, "0.01", "For nodes that are always connected.");
    private static final Key<List<Double>> CHURN_FRACTIONS = Key.withDefault(
            "churn",
            new EitherSchema<List<Double>>(List.of(
                    new Form<>(Shape.TEXT, ChoiceSchema.of("simblock", simBlockChurnFractions())),
                    new Form<>(Shape.LIST, new ListSchema<>("fractions", FRACTION, 1, 100_000)))),
            "simblock",
            "For nodes that come and go: samples, each equally likely, or the word simblock for SimBlock's 945 samples"
                    + " (mean 0.087, median 0.01).");

    private static final Key<Double> MEAN =
            Key.withDefault("mean", new NumberSchema(Range.above(0)), "400000", "Mean, in hashes per millisecond.");
    private static final Key<Double> STANDARD_DEVIATION =
            Key.withDefault("sd", new NumberSchema(Range.atLeast(0)), "100000", "Standard deviation.");

    private static final Key<Long> BLOCKS =
            Key.withDefault("blocks", new IntegerSchema(1, 10_000_000), "100", "Height at which the run ends.");
    private static final Key<Long> INTERVAL =
            Key.withDefault("interval", QuantitySchema.durationAtLeast(1), "10 min", "Mean time between blocks.");
    private static final Key<Long> BLOCK_SIZE =
            Key.withDefault("block_size", QuantitySchema.size(), "535 kB", "Size of a full block.");
    private static final Key<Long> COMPACT_BLOCK_SIZE =
            Key.withDefault("compact_block_size", QuantitySchema.size(), "18 kB", "Size of a compact block.");
    private static final Key<Boolean> COMPACT_BLOCKS = Key.withDefault(
            "compact_blocks", new BooleanSchema(), "true", "Whether nodes that can use compact blocks do.");
    private static final Key<Double> COMPACT_USAGE_RATE = Key.withDefault(
            "compact_usage_rate", ProbabilitySchema.share(), "0.964", "Share of nodes that can use compact blocks.");
    private static final Key<Double> CHURN_RATE = Key.withDefault(
            "churn_rate",
            ProbabilitySchema.share(),
            "0.976",
            "Share of nodes that come and go, and therefore rebuild compact blocks less often.");
    private static final Key<CompactFailureRate> COMPACT_FAILURE_RATE = Key.withDefault(
            "compact_failure_rate",
            ObjectSchema.of(
                    "rates",
                    List.of(CONTROL_FAILURE, CHURN_FAILURE),
                    fields -> new CompactFailureRate(fields.get(CONTROL_FAILURE), fields.get(CHURN_FAILURE))),
            "{}",
            "Probability that a compact block cannot be rebuilt.");
    private static final Key<FailedBlockFractions> FAILED_BLOCK_FRACTION = Key.withDefault(
            "failed_block_fraction",
            ObjectSchema.of(
                    "fractions",
                    List.of(CONTROL_FRACTION, CHURN_FRACTIONS),
                    fields -> new FailedBlockFractions(
                            List.of(fields.get(CONTROL_FRACTION)), fields.get(CHURN_FRACTIONS))),
            "{}",
            "What is sent after a compact block that could not be rebuilt, as a fraction of the full block.");
    private static final Key<Long> CONTROL_DELAY = Key.withDefault(
            "control_delay",
            QuantitySchema.durationAtLeast(0),
            "10 ms",
            "Added to the propagation of inv, rec and getblocktxn.");
    private static final Key<Long> BLOCK_PROCESSING = Key.withDefault(
            "block_processing",
            QuantitySchema.durationAtLeast(0),
            "2 ms",
            "Added to the transmission of a block or compact block.");
    private static final Key<MiningPower> MINING_POWER = Key.withDefault(
            "mining_power",
            ObjectSchema.of(
                    "a normal distribution",
                    List.of(MEAN, STANDARD_DEVIATION),
                    fields -> new MiningPower(fields.get(MEAN), fields.get(STANDARD_DEVIATION))),
            "{}",
            "Power of a node, normally distributed and at least 1.");

    static final UnionSchema.Kind<BlockPropagation> KIND = new UnionSchema.Kind<>(
            "block-propagation",
            "Proof-of-work blocks spreading through SimBlock's relay protocol: inv, rec, then a compact block or a full"
                    + " block. A sender transmits one block at a time.",
            ObjectSchema.of(
                    "block propagation",
                    List.of(
                            BLOCKS,
                            INTERVAL,
                            BLOCK_SIZE,
                            COMPACT_BLOCK_SIZE,
                            COMPACT_BLOCKS,
                            COMPACT_USAGE_RATE,
                            CHURN_RATE,
                            COMPACT_FAILURE_RATE,
                            FAILED_BLOCK_FRACTION,
                            CONTROL_DELAY,
                            BLOCK_PROCESSING,
                            MINING_POWER),
                    fields -> new BlockPropagation(
                            fields.get(BLOCKS).intValue(),
                            fields.get(INTERVAL),
                            fields.get(BLOCK_SIZE),
                            fields.get(COMPACT_BLOCK_SIZE),
                            fields.get(COMPACT_BLOCKS),
                            fields.get(COMPACT_USAGE_RATE),
                            fields.get(CHURN_RATE),
                            fields.get(COMPACT_FAILURE_RATE),
                            fields.get(FAILED_BLOCK_FRACTION),
                            fields.get(CONTROL_DELAY),
                            fields.get(BLOCK_PROCESSING),
                            fields.get(MINING_POWER))));

    private BlockPropagationSchema() {}

    private static List<Double> simBlockChurnFractions() {
        List<Double> samples = new ArrayList<>();
        for (int percent = 1; percent <= 96; percent++) {
            int count = percent <= CHURN_SAMPLES.length ? CHURN_SAMPLES[percent - 1] : 1;
            for (int i = 0; i < count; i++) {
                samples.add(percent / 100.0);
            }
        }
        return List.copyOf(samples);
    }
}
