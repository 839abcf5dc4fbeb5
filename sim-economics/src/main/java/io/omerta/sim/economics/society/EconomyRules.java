package io.omerta.sim.economics.society;

import io.omerta.sim.economics.money.AmountBurn;
import io.omerta.sim.economics.money.HoardingRule;
import io.omerta.sim.economics.money.TransferBurn;
import io.omerta.sim.economics.trust.AgeRule;
import io.omerta.sim.economics.trust.DonationRule;

/**
 * The rules of an economy, each of which can be as in the published programs or connected to the others as documented.
 *
 * @param age what age does for trust
 * @param clusters how groups that trade among themselves are found
 * @param coins whether coins are conserved
 * @param levers whether anything reads the levers of policy
 * @param transferBurn which way the lever of transfers acts; coins are transferred only where they are conserved
 * @param amountBurn what large transfers lose
 * @param hoarding what counts against hoarding; where coins are open only purchases leave an account
 * @param donations what donations earn
 * @param governance who decides on changes of the levers
 */
public record EconomyRules(
        AgeRule age,
        Clusters clusters,
        Coinage coins,
        Wiring levers,
        TransferBurn transferBurn,
        AmountBurn amountBurn,
        HoardingRule hoarding,
        DonationRule donations,
        Governance governance) {
    /** How clusters are found. */
    public enum Clusters {
        MUTUAL_PAIRS,
        ISOLATION
    }

    /** Where coins come from and go to. */
    public enum Coinage {
        OPEN,
        CONSERVED
    }

    /** What moving a lever does. */
    public enum Wiring {
        /** As published: only the lever of payments is read, and what it moves moves nothing else. */
        INERT,
        WIRED
    }

    /** Who decides. */
    public enum Governance {
        CONTROLLER,
        VOTE
    }

    public static final EconomyRules PUBLISHED = new EconomyRules(
            AgeRule.ADDS,
            Clusters.MUTUAL_PAIRS,
            Coinage.OPEN,
            Wiring.INERT,
            TransferBurn.FALLS_WITH_LEVER,
            AmountBurn.EACH_TRANSFER,
            HoardingRule.PURCHASES,
            DonationRule.PLAIN,
            Governance.CONTROLLER);

    public static final EconomyRules CONNECTED = new EconomyRules(
            AgeRule.DERATES,
            Clusters.ISOLATION,
            Coinage.CONSERVED,
            Wiring.WIRED,
            TransferBurn.RISES_WITH_LEVER,
            AmountBurn.CUMULATIVE,
            HoardingRule.OUTFLOW,
            DonationRule.BIDS,
            Governance.VOTE);
}
