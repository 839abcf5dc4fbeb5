package io.omerta.sim.economics.failure.attack;

import io.omerta.sim.economics.failure.Attack;
import io.omerta.sim.economics.failure.Market;

/** Identities buy a little from everyone and complain, so that the attacker looks best. */
public final class ManufacturedCrisis implements Attack {
    private static final int BUYERS = 5;
    private static final int FROM_DAY = 90;

    @Override
    public String name() {
        return "manufactured-crisis";
    }

    @Override
    public int days() {
        return 180;
    }

    @Override
    public void begin(Market market) {
        for (int i = 0; i <= BUYERS; i++) {
            market.join();
        }
    }

    @Override
    public void day(Market market, int day) {
        market.sellHonestly(market.attacker());
        for (int i = 1; i <= BUYERS && day >= FROM_DAY; i++) {
            int buyer = market.attacker(i);
            if (market.happens(buyer, 0.1)) {
                int victim = market.anyProvider(buyer);
                market.sell(victim, buyer, 1, 1, 0.95);
                market.accuse(buyer, victim, -0.8);
            }
        }
    }

    @Override
    public boolean published(Market market) {
        return market.trust(market.attacker()) > 2 * market.meanProviderTrust();
    }
}
