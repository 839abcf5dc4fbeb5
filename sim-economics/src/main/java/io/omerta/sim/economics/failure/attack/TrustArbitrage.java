package io.omerta.sim.economics.failure.attack;

import io.omerta.sim.economics.failure.Attack;
import io.omerta.sim.economics.failure.Market;

/** Earns the trust of one consumer and then cheats the others, who see it as strangers do. */
public final class TrustArbitrage implements Attack {
    private static final int FROM_DAY = 180;

    @Override
    public String name() {
        return "trust-arbitrage";
    }

    @Override
    public int days() {
        return 210;
    }

    @Override
    public void begin(Market market) {
        market.join();
    }

    @Override
    public void day(Market market, int day) {
        if (day < FROM_DAY) {
            if (market.happens(market.attacker(), 0.3)) {
                market.sell(market.attacker(), market.consumer(0), 2, 4, 0.95);
            }
        } else if (market.happens(market.attacker(), 0.3)) {
            market.sell(market.attacker(), market.consumer(1 + day % 9), 2, 4, 0.2);
        }
    }

    @Override
    public boolean published(Market market) {
        return market.localTrust(market.consumer(1), market.attacker())
                > market.localTrust(market.consumer(0), market.attacker()) / 2;
    }
}
