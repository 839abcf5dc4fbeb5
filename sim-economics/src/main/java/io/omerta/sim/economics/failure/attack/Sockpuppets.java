package io.omerta.sim.economics.failure.attack;

import io.omerta.sim.economics.failure.Attack;
import io.omerta.sim.economics.failure.Market;

/** Ten identities that do nothing else praise the one that works; published as a failure as none becomes trusted. */
public final class Sockpuppets implements Attack {
    private static final int SOCKS = 10;

    @Override
    public String name() {
        return "sockpuppets";
    }

    @Override
    public int days() {
        return 180;
    }

    @Override
    public void begin(Market market) {
        for (int i = 0; i <= SOCKS; i++) {
            market.join();
        }
    }

    @Override
    public void day(Market market, int day) {
        market.sellHonestly(market.attacker());
        for (int i = 1; i <= SOCKS; i++) {
            if (market.happens(market.attacker(i), 0.3)) {
                market.praise(market.attacker(i), market.attacker(), 0.9);
            }
        }
    }

    @Override
    public boolean published(Market market) {
        return market.trust(market.attacker(1)) > market.meanProviderTrust();
    }
}
