package io.omerta.sim.economics.failure.attack;

import io.omerta.sim.economics.failure.Attack;
import io.omerta.sim.economics.failure.Market;

/** Earns trust for half a year, then sells what it does not deliver; published as a success whatever it costs the attacker. */
public final class LongCon implements Attack {
    private static final int BUILD_DAYS = 180;
    private static final int EXPLOIT_DAYS = 30;
    private static final double INTENSITY = 0.8;

    @Override
    public String name() {
        return "long-con";
    }

    @Override
    public int days() {
        return BUILD_DAYS + EXPLOIT_DAYS;
    }

    @Override
    public void begin(Market market) {
        market.join();
    }

    @Override
    public void day(Market market, int day) {
        if (day < BUILD_DAYS) {
            market.sellHonestly(market.attacker());
        } else if (market.happens(market.attacker(), INTENSITY)) {
            market.sell(market.attacker(), market.anyConsumer(market.attacker()), 3, 8, 0.1);
        }
    }

    @Override
    public boolean published(Market market) {
        return market.attackerTrust(days() - 1) < market.attackerTrust(BUILD_DAYS - 1) && market.consumerLoss() > 0;
    }
}
