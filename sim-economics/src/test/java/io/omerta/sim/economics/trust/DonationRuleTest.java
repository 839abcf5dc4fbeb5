package io.omerta.sim.economics.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DonationRuleTest {
    @Test
    void aBidBelowNothingEarnsUpToFourTimesTheCreditOfASale() {
        assertEquals(1, DonationRule.BIDS.credit(1, 1));
        assertEquals(1, DonationRule.BIDS.credit(0, 1));
        assertEquals(1.75, DonationRule.BIDS.credit(-0.5, 1), 1e-12);
        assertEquals(4, DonationRule.BIDS.credit(-2, 1), 1e-12);
        assertEquals(4, DonationRule.BIDS.credit(-50, 1), 1e-12);
        assertEquals(4, DonationRule.BIDS.credit(-0.2, 0.1), 1e-12);
    }

    @Test
    void asPublishedADonationIsATrade() {
        assertEquals(1, DonationRule.PLAIN.credit(-2, 1));
    }
}
