package io.omerta.sim.economics.failure.attack;

import io.omerta.sim.economics.failure.Attack;
import io.omerta.sim.economics.failure.Market;

/** A trusted identity praises an accomplice that never did anything, and speaks ill of a provider. */
public final class AuthorityCapture implements Attack {
    private static final int FROM_DAY = 180;

    @Override
    public String name() {
        return "authority-capture";
    }

    @Override
    public int days() {
        return 210;
    }

    @Override
    public void begin(Market market) {
        market.join();
        market.join();
    }

    @Override
    public void day(Market market, int day) {
        market.sellHonestly(market.attacker());
        if (day >= FROM_DAY) {
            market.praise(market.attacker(), market.attacker(1), 0.9);
            market.accuse(market.attacker(), market.provider(0), -0.8);
        }
    }

    @Override
    public boolean published(Market market) {
        return market.trust(market.attacker(1)) > market.meanProviderTrust();
    }
}
