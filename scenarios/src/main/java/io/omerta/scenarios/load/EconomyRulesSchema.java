package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.EitherSchema;
import io.omerta.scenarios.load.schema.EitherSchema.Form;
import io.omerta.scenarios.load.schema.EitherSchema.Shape;
import io.omerta.scenarios.load.schema.Fields;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.sim.economics.money.AmountBurn;
import io.omerta.sim.economics.money.HoardingRule;
import io.omerta.sim.economics.money.TransferBurn;
import io.omerta.sim.economics.society.EconomyRules;
import io.omerta.sim.economics.trust.AgeRule;
import io.omerta.sim.economics.trust.DonationRule;
import java.util.List;

/** Declares the rules of an economy: a preset by name, or a preset of which some rules are replaced. */
final class EconomyRulesSchema {
    private static final String ABSENCE = "as in base";
    private static final ChoiceSchema<EconomyRules> PRESETS =
            ChoiceSchema.of("published", EconomyRules.PUBLISHED, "connected", EconomyRules.CONNECTED);

    private static final Key<EconomyRules> BASE = Key.withDefault(
            "base", PRESETS, "published", "Where the rules that are not given come from: published or connected.");
    private static final Key<AgeRule> AGE = Key.optional(
            "age",
            ChoiceSchema.of(AgeRule.class),
            ABSENCE,
            "Whether age adds trust, or only derates what was earned until an identity is old enough.");
    private static final Key<EconomyRules.Clusters> CLUSTERS = Key.optional(
            "clusters",
            ChoiceSchema.of(EconomyRules.Clusters.class),
            ABSENCE,
            "How rings are found: by mutual pairs, or by how little a component trades with others (isolation).");
    private static final Key<EconomyRules.Coinage> COINS = Key.optional(
            "coins",
            ChoiceSchema.of(EconomyRules.Coinage.class),
            ABSENCE,
            "Whether coins are conserved; where they are open nobody is debited and none are transferred.");
    private static final Key<EconomyRules.Wiring> LEVERS = Key.optional(
            "levers",
            ChoiceSchema.of(EconomyRules.Wiring.class),
            ABSENCE,
            "Whether the economy reads the levers of policy.");
    private static final Key<TransferBurn> TRANSFER_BURN = Key.optional(
            "transfer_burn",
            ChoiceSchema.of(TransferBurn.class),
            ABSENCE,
            "Which way the burn of transfers moves when its lever is raised; it falls as published.");
    private static final Key<AmountBurn> AMOUNT_BURN = Key.optional(
            "amount_burn",
            ChoiceSchema.of(AmountBurn.class),
            ABSENCE,
            "Whether the burn of large transfers looks at each alone or at their sum over a month.");
    private static final Key<HoardingRule> HOARDING = Key.optional(
            "hoarding",
            ChoiceSchema.of(HoardingRule.class),
            ABSENCE,
            "What counts against hoarding: purchases, or all that leaves an account (outflow).");
    private static final Key<DonationRule> DONATIONS = Key.optional(
            "donations",
            ChoiceSchema.of(DonationRule.class),
            ABSENCE,
            "Whether a donation is a plain trade or earns by what the donor pays (bids).");
    private static final Key<EconomyRules.Governance> GOVERNANCE = Key.optional(
            "governance",
            ChoiceSchema.of(EconomyRules.Governance.class),
            ABSENCE,
            "Who decides on changes: the controller, or a vote that weighs trust; it needs wired levers.");

    static final SchemaNode<EconomyRules> ROOT = new EitherSchema<EconomyRules>(List.of(
            new Form<>(Shape.TEXT, PRESETS),
            new Form<>(
                    Shape.MAPPING,
                    ObjectSchema.of(
                            "rules of an economy",
                            List.of(
                                    BASE,
                                    AGE,
                                    CLUSTERS,
                                    COINS,
                                    LEVERS,
                                    TRANSFER_BURN,
                                    AMOUNT_BURN,
                                    HOARDING,
                                    DONATIONS,
                                    GOVERNANCE),
                            EconomyRulesSchema::bind))));

    private EconomyRulesSchema() {}

    private static EconomyRules bind(Fields fields) {
        EconomyRules base = fields.get(BASE);
        return new EconomyRules(
                either(fields, AGE, base.age()),
                either(fields, CLUSTERS, base.clusters()),
                either(fields, COINS, base.coins()),
                either(fields, LEVERS, base.levers()),
                either(fields, TRANSFER_BURN, base.transferBurn()),
                either(fields, AMOUNT_BURN, base.amountBurn()),
                either(fields, HOARDING, base.hoarding()),
                either(fields, DONATIONS, base.donations()),
                either(fields, GOVERNANCE, base.governance()));
    }

    private static <T> T either(Fields fields, Key<T> key, T base) {
        T given = fields.find(key);
        return given == null ? base : given;
    }
}
