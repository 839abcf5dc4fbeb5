package io.omerta.sim.economics.failure.attack;

import io.omerta.sim.economics.failure.Attack;
import io.omerta.sim.economics.failure.Market;

/** Delivers a tenth less every month; published as a success if its trust still rises after the first. */
public final class SlowDegradation implements Attack {
    private static final int PHASES = 6;
    private static final int PHASE_DAYS = 30;

    @Override
    public String name() {
        return "slow-degradation";
    }

    @Override
    public int days() {
        return PHASES * PHASE_DAYS;
    }

    @Override
    public void begin(Market market) {
        market.join();
    }

    @Override
    public void day(Market market, int day) {
        double quality = 0.98 - 0.1 * (day / PHASE_DAYS);
        if (market.happens(market.attacker(), 0.5)) {
            market.sell(market.attacker(), market.anyConsumer(market.attacker()), 2, 6, quality);
        }
    }

    @Override
    public boolean published(Market market) {
        return market.peakTrust(days() / 2, days()) > market.attackerTrust(PHASE_DAYS - 1);
    }
}
