package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.ProbabilitySchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.verification.PanelStudy;
import io.omerta.sim.economics.verification.Selection;
import java.util.List;

/** Declares the study of panels of verifiers. */
final class PanelSchema {
    private static final Key<Long> VERIFIERS =
            Key.withDefault("verifiers", new IntegerSchema(1, 10_000), "50", "How many verifiers there are.");
    private static final Key<Long> PANEL = Key.withDefault(
            "panel", new IntegerSchema(1, 101), "5", "How many sit on a panel; not more than there are verifiers.");
    private static final Key<Selection> SELECTION = Key.withDefault(
            "selection",
            ChoiceSchema.of(Selection.class),
            "best-score-forgetting",
            "How a panel is chosen: by score without memory, as published, by score with memory, or at random with trust as"
                    + " weight or all alike.");
    private static final Key<PanelStudy.Collusion> COLLUSION = Key.withDefault(
            "collusion",
            ChoiceSchema.of(PanelStudy.Collusion.class),
            "random",
            "Who colludes: any verifiers, or those with the most trust.");
    private static final Key<List<Double>> COLLUDING = Key.withDefault(
            "colluding",
            SettingsSchema.UNIT,
            "[0, 0.1, 0.2, 0.3, 0.4, 0.5]",
            "Parts of the verifiers that collude and always lie, to compare.");
    private static final Key<Double> ERROR = Key.withDefault(
            "error", ProbabilitySchema.probability(), "0.1", "Probability that an honest verifier errs.");
    private static final Key<Double> CORRELATION = Key.withDefault(
            "correlation",
            ProbabilitySchema.probability(),
            "0",
            "Probability that all honest members of a panel err or see right together.");
    private static final Key<Long> SESSIONS =
            Key.withDefault("sessions", new IntegerSchema(1, 1_000_000), "1000", "Panels at each colluding part.");

    static final UnionSchema.Kind<PanelStudy> KIND = new UnionSchema.Kind<>(
            "verification-panels",
            "Panels of verifiers of which some collude: how often they are wrong, and what that does to trust.",
            ObjectSchema.of(
                            "verification-panels",
                            List.of(VERIFIERS, PANEL, SELECTION, COLLUSION, COLLUDING, ERROR, CORRELATION, SESSIONS),
                            fields -> new PanelStudy(
                                    fields.get(VERIFIERS).intValue(),
                                    fields.get(PANEL).intValue(),
                                    fields.get(SELECTION),
                                    fields.get(COLLUSION),
                                    fields.get(COLLUDING),
                                    fields.get(ERROR),
                                    fields.get(CORRELATION),
                                    fields.get(SESSIONS).intValue()))
                    .checking(fields -> {
                        Long verifiers = fields.find(VERIFIERS);
                        Long panel = fields.find(PANEL);
                        if (verifiers != null && panel != null && panel > verifiers) {
                            fields.problem(
                                    PANEL,
                                    "a panel of " + panel + " needs as many verifiers; there are " + verifiers,
                                    "");
                        }
                    }));

    private PanelSchema() {}
}
