package io.omerta.sim.economics.failure.attack;

import io.omerta.sim.economics.failure.Attack;
import io.omerta.sim.economics.failure.Market;

/** Builds trust and burns it three times over; published as a failure because trust does not come back. */
public final class Redemption implements Attack {
    private static final int LIVES = 3;
    private static final int BUILD_DAYS = 60;
    private static final int EXPLOIT_DAYS = 15;

    @Override
    public String name() {
        return "redemption";
    }

    @Override
    public int days() {
        return LIVES * (BUILD_DAYS + EXPLOIT_DAYS);
    }

    @Override
    public void begin(Market market) {
        market.join();
    }

    @Override
    public void day(Market market, int day) {
        if (day % (BUILD_DAYS + EXPLOIT_DAYS) < BUILD_DAYS) {
            market.sellHonestly(market.attacker());
        } else if (market.happens(market.attacker(), 0.8)) {
            market.sell(market.attacker(), market.anyConsumer(market.attacker()), 3, 8, 0.1);
        }
    }

    @Override
    public boolean published(Market market) {
        return market.peakTrust(days() / LIVES, days()) > market.peakTrust(0, days() / LIVES) / 2;
    }
}
