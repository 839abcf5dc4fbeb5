package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.HealthSession.SUBJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The ways in which a health check begins and ends. */
class HealthCheckTest {
    @Test
    void whoseTurnItIsAsksTheDrawnCabal() {
        HealthSession session = HealthSession.auditing(1);
        assertEquals(5, session.cabal().size());
        assertEquals(session.cabal(), session.auditors());
    }

    @Test
    void aQuorumThatFindsNothingPasses() {
        HealthSession session = HealthSession.auditing(2);
        session.cabal().forEach(member -> session.audited(member, "CONSISTENT"));
        session.harness().runSeconds(5);
        session.assertDecided("PASS");
        assertEquals(1, session.harness().blocks(SUBJECT, "HEALTH_STATUS"));
    }
}
