package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.BooleanSchema;
import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.rotation.AmountBasis;
import io.omerta.sim.economics.rotation.RotationStudy;
import java.util.List;

/** Declares the study of somebody who moves its wealth to fresh identities. */
final class RotationSchema {
    private static final Key<Long> PUPPETS = Key.withDefault(
            "puppets", new IntegerSchema(1, 100), "1", "How many identities with a good name the wealth moves to.");
    private static final Key<AmountBasis> AMOUNT_BASIS = Key.withDefault(
            "amount_basis",
            ChoiceSchema.of(AmountBasis.class),
            "single-transfer",
            "What is charged as the amount: nothing, each transfer, or all that a pair moved within the window.");
    private static final Key<Boolean> INHERITANCE = Key.withDefault(
            "inheritance",
            new BooleanSchema(),
            "true",
            "Whether a receiver takes on the sender's trust in proportion to what it received.");
    private static final Key<Long> SPLIT = Key.withDefault(
            "split", new IntegerSchema(1, 100_000), "1", "Into how many equal transfers to each puppet it is split.");
    private static final Key<Long> PER_DAY = Key.withDefault(
            "transfers_per_day", new IntegerSchema(1, 100_000), "10", "How many of them are made on one day.");
    private static final Key<Long> WINDOW = Key.withDefault(
            "window_days",
            new IntegerSchema(1, 36_500),
            "365",
            "For how many days a transfer counts towards later ones of the same pair.");

    static final UnionSchema.Kind<RotationStudy> KIND = new UnionSchema.Kind<>(
            "identity-rotation",
            "What part of its wealth somebody with a bad name can move to identities with a good one.",
            ObjectSchema.of(
                    "identity-rotation",
                    List.of(PUPPETS, AMOUNT_BASIS, INHERITANCE, SPLIT, PER_DAY, WINDOW),
                    fields -> new RotationStudy(
                            fields.get(PUPPETS).intValue(),
                            fields.get(AMOUNT_BASIS),
                            fields.get(INHERITANCE),
                            fields.get(SPLIT).intValue(),
                            fields.get(PER_DAY).intValue(),
                            fields.get(WINDOW).intValue())));

    private RotationSchema() {}
}
