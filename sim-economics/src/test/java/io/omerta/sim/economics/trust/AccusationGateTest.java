package io.omerta.sim.economics.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AccusationGateTest {
    private final TrustRecord record = new TrustRecord(TrustParameters.PUBLISHED);
    private final AccusationGate gate = new AccusationGate(record, TrustParameters.PUBLISHED);
    private final int accuser = record.join();
    private final int subject = record.join();

    private void buy() {
        record.trade(new Trade(accuser, subject, 1, 1, 0.8));
    }

    private double said() {
        return record.said(record.assertions().find(accuser, subject));
    }

    @Test
    void whoNeverBoughtIsNotHeard() {
        assertFalse(gate.accuse(accuser, subject, -0.8, true, 100));
        assertEquals(0, record.assertions().size());
        assertEquals(1, gate.refused());
    }

    @Test
    void oneOfThreePurchasesGivesAThirdOfTheWeight() {
        buy();
        assertTrue(gate.accuse(accuser, subject, -0.9, true, 100));
        assertEquals(-0.3, said(), 1e-12);
    }

    @Test
    void fivePurchasesGiveNoMoreThanTheFullWeight() {
        for (int i = 0; i < 5; i++) {
            buy();
        }
        gate.accuse(accuser, subject, -0.9, true, 100);
        assertEquals(-0.9, said(), 1e-12);
    }

    @Test
    void aSecondAccusationCountsAfterNinetyDaysOnly() {
        buy();
        gate.accuse(accuser, subject, -0.9, true, 100);
        for (int day = 0; day < 89; day++) {
            record.nextDay();
        }
        assertFalse(gate.accuse(accuser, subject, -0.9, true, 100));
        record.nextDay();
        assertTrue(gate.accuse(accuser, subject, -0.9, true, 100));
    }

    @Test
    void verificationLooksAtTheAccusedMoreOftenUpToHalfOfTheTime() {
        assertEquals(0.1, gate.verificationRate(subject));
        buy();
        gate.accuse(accuser, subject, -0.9, true, 100);
        assertEquals(0.13, gate.verificationRate(subject), 1e-12);
        for (int other = 0; other < 100; other++) {
            int next = record.join();
            record.trade(new Trade(next, subject, 1, 1, 0.8));
            gate.accuse(next, subject, -0.9, true, 100);
        }
        assertEquals(0.5, gate.verificationRate(subject));
    }

    @Test
    void accusersWithoutTrustDoNotAttractVerification() {
        buy();
        gate.accuse(accuser, subject, -0.9, true, 0);
        assertEquals(0.1, gate.verificationRate(subject));
    }
}
