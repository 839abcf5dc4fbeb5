package io.omerta.sim.economics.failure.attack;

import io.omerta.sim.economics.failure.Attack;
import io.omerta.sim.economics.failure.Market;

/** Earns for half a year and moves all to a fresh identity, whose trust of zero burns everything. */
public final class ReputationLaundering implements Attack {
    private static final int DAYS = 180;

    @Override
    public String name() {
        return "reputation-laundering";
    }

    @Override
    public int days() {
        return DAYS;
    }

    @Override
    public void begin(Market market) {
        market.join();
    }

    @Override
    public void day(Market market, int day) {
        if (day < DAYS - 1) {
            market.sellHonestly(market.attacker());
        } else {
            int fresh = market.join();
            market.moveAll(market.attacker(), fresh);
        }
    }

    @Override
    public boolean published(Market market) {
        return market.coins(market.attacker(1)) > market.coins(market.attacker());
    }
}
