package io.omerta.sim.economics.failure.attack;

import io.omerta.sim.economics.failure.Attack;
import io.omerta.sim.economics.failure.Market;

/** Five identities speak ill of one provider with whom they never traded, and are not heard. */
public final class CharacterAssassination implements Attack {
    private static final int ATTACKERS = 5;
    private static final int FROM_DAY = 90;

    @Override
    public String name() {
        return "character-assassination";
    }

    @Override
    public int days() {
        return 180;
    }

    @Override
    public void begin(Market market) {
        for (int i = 0; i < ATTACKERS; i++) {
            market.join();
        }
    }

    @Override
    public void day(Market market, int day) {
        market.sellHonestly(market.attacker());
        if (day >= FROM_DAY) {
            for (int i = 0; i < ATTACKERS; i++) {
                market.accuse(market.attacker(i), market.provider(0), -0.8);
            }
        }
    }

    @Override
    public boolean published(Market market) {
        return market.trust(market.provider(0)) < 0.7 * market.meanProviderTrust();
    }
}
