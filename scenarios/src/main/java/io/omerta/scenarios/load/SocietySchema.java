package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.economics.policy.Levers;
import io.omerta.sim.economics.policy.PolicyRules;
import io.omerta.sim.economics.society.EconomyRules;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.SocietyStudy;
import io.omerta.sim.economics.society.SocietyStudy.Against;
import io.omerta.sim.economics.society.script.Scripts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declares the study of a society. */
final class SocietySchema {
    private static final Key<Script> SCRIPT =
            Key.required("script", new ChoiceSchema<>(scripts()), "Who lives in it and what they do.");
    private static final Key<Long> DAYS =
            Key.withDefault("days", new IntegerSchema(1, 36_500), "720", "For how long it is watched.");
    private static final Key<Optional<PolicyRules>> POLICY = Key.withDefault(
            "policy",
            new ChoiceSchema<>(policies()),
            "moderate",
            "How eager the controller is that moves the parameters of the economy.");
    private static final Key<Levers> LEVERS =
            Key.withDefault("levers", LeversSchema.ROOT, "{}", "Where the levers of policy stand at first.");
    private static final Key<EconomyRules> RULES = Key.withDefault(
            "rules",
            EconomyRulesSchema.ROOT,
            "{base: published}",
            "The rules of the economy: published, connected, or some of each.");
    private static final Key<Against> AGAINST = Key.withDefault(
            "against",
            ChoiceSchema.of(Against.class),
            "nothing",
            "What else is run with the same luck, to compare with: the same without policy (no-policy), or the same in"
                    + " which attackers do as much work honestly (honest-use).");

    static final UnionSchema.Kind<SocietyStudy> KIND = new UnionSchema.Kind<>(
            "society",
            "Identities that trade, vouch and cheat, under published or connected rules.",
            ObjectSchema.of(
                    "society",
                    List.of(SCRIPT, DAYS, POLICY, LEVERS, RULES, AGAINST),
                    fields -> new SocietyStudy(
                            fields.get(SCRIPT),
                            fields.get(DAYS).intValue(),
                            fields.get(POLICY).orElse(null),
                            fields.get(RULES),
                            fields.get(LEVERS),
                            fields.get(AGAINST))));

    private SocietySchema() {}

    private static Map<String, Script> scripts() {
        Map<String, Script> scripts = new LinkedHashMap<>();
        Scripts.all().forEach(script -> scripts.put(script.name(), script));
        return scripts;
    }

    private static Map<String, Optional<PolicyRules>> policies() {
        Map<String, Optional<PolicyRules>> policies = new LinkedHashMap<>();
        policies.put("none", Optional.empty());
        policies.put("conservative", Optional.of(PolicyRules.CONSERVATIVE));
        policies.put("moderate", Optional.of(PolicyRules.MODERATE));
        policies.put("aggressive", Optional.of(PolicyRules.AGGRESSIVE));
        return policies;
    }
}
