package io.omerta.sim.economics.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.economics.failure.attack.Attacks;
import io.omerta.sim.economics.study.Replicated;
import io.omerta.sim.economics.trust.AgeRule;
import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureStudyTest {
    private static final Replicated PUBLISHED = new Replicated(new FailureStudy(Attacks.all(), AgeRule.ADDS), 10);
    private static final Replicated DOCUMENTED = new Replicated(new FailureStudy(Attacks.all(), AgeRule.DERATES), 10);

    /** The control: an attacker who does what an honest provider does. */
    private static final class Honesty implements Attack {
        @Override
        public String name() {
            return "honesty";
        }

        @Override
        public int days() {
            return 60;
        }

        @Override
        public void begin(Market market) {
            market.join();
        }

        @Override
        public void day(Market market, int day) {
            market.sellHonestly(market.attacker());
        }

        @Override
        public boolean published(Market market) {
            return false;
        }
    }

    @Test
    void whoIsHonestReturnsWhatHonestyReturnsAndHarmsNobody() {
        Replicated honest = new Replicated(new FailureStudy(List.of(new Honesty()), AgeRule.ADDS), 5);
        assertTrue(Arrays.stream(honest.values("return.honesty")).allMatch(value -> value == 0));
        assertTrue(Arrays.stream(honest.values("harm.honesty")).allMatch(value -> value == 0));
        assertTrue(honest.mean("profit.honesty") > 0);
    }

    @Test
    void deliveringLessAndLessAlwaysPays() {
        assertEquals(100, PUBLISHED.mean("success.return.slow-degradation"));
        assertTrue(PUBLISHED.mean("harm.slow-degradation") > 0);
    }

    @Test
    void complaintsOfThoseWhoNeverTradedAreNotHeard() {
        assertEquals(450, PUBLISHED.mean("rejected.character-assassination"));
        assertEquals(0, PUBLISHED.mean("return.character-assassination"));
    }

    @Test
    void praiseByIdleIdentitiesPaysOnlyIfAgeAddsTrust() {
        assertTrue(PUBLISHED.mean("return.sockpuppets") > 0);
        assertEquals(0, DOCUMENTED.mean("return.sockpuppets"));
    }

    @Test
    void aTransferToAnIdentityWithoutTrustIsBurntWhole() {
        assertEquals(0, PUBLISHED.mean("profit.reputation-laundering"), 1e-9);
    }

    @Test
    void aSaleMovesCoinsTrustAndLoss() {
        Market market = new Market(new RandomStreams(1), AgeRule.ADDS, 2);
        int attacker = market.join();
        market.sell(attacker, market.consumer(0), 2, 5, 0.4);
        assertEquals(-10, market.coins(market.consumer(0)), 1e-12);
        assertEquals(
                -0.1 * 10 * 0.4, market.coins(attacker), 1e-12, "without trust it keeps nothing, and pays its cost");
        assertEquals(6, market.consumerLoss(), 1e-12);
        assertEquals(4, market.localTrust(market.consumer(0), attacker), 1e-12);
    }

    @Test
    void oneAccusationIsHeardAfterATradeAndASecondOnlyAfterNinetyDays() {
        Market market = new Market(new RandomStreams(1), AgeRule.ADDS, 100);
        int attacker = market.join();
        market.accuse(attacker, market.provider(0), -0.5);
        assertEquals(1, market.rejected());
        market.sell(market.provider(0), attacker, 1, 1, 1);
        market.accuse(attacker, market.provider(0), -0.5);
        assertEquals(1, market.rejected());
        market.endDay(0);
        market.accuse(attacker, market.provider(0), -0.5);
        assertEquals(2, market.rejected());
        for (int day = 1; day <= 89; day++) {
            market.endDay(day);
        }
        market.accuse(attacker, market.provider(0), -0.5);
        assertEquals(2, market.rejected());
    }
}
