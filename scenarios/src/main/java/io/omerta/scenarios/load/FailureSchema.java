package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.failure.FailureStudy;
import io.omerta.sim.economics.failure.attack.Attacks;
import io.omerta.sim.economics.trust.AgeRule;
import java.util.List;

/** Declares the study of nine attacks on the rules of trust. */
final class FailureSchema {
    private static final Key<AgeRule> AGE = Key.withDefault(
            "age",
            ChoiceSchema.of(AgeRule.class),
            "adds",
            "What age does for trust: it adds some, as published, or derates what was earned, as documented.");

    static final UnionSchema.Kind<FailureStudy> KIND = new UnionSchema.Kind<>(
            "failure-modes",
            "Nine attacks on trust, each beside honest use of the same machine with the same luck.",
            ObjectSchema.of("failure-modes", List.of(AGE), fields -> new FailureStudy(Attacks.all(), fields.get(AGE))));

    private FailureSchema() {}
}
