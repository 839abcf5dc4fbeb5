package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways in which a session begins and ends, from the lock on. */
class CabalAttestationTest {
    /** Seconds by which what is attested may differ from what was, because messages take their time. */
    private static final long TOLERANCE = 1;

    private static void assertAbout(long expected, long actual) {
        assertTrue(Math.abs(expected - actual) <= TOLERANCE, actual + " s instead of " + expected);
    }

    @Test
    void aLockBeginsTheSessionOfEveryParty() {
        CabalSession session = CabalSession.locked(1);
        assertEquals("VM_PROVISIONING", session.provider());
        assertEquals("WAITING_FOR_VM", session.consumer());
        session.cabal().forEach(witness -> assertEquals("AWAITING_ALLOCATION", session.witness(witness)));
    }

    @Test
    void aSessionThatRunsKeepsTheLock() {
        CabalSession session = CabalSession.running(2);
        assertEquals("CONNECTED", session.consumer());
        session.cabal().forEach(witness -> assertEquals("MONITORING", session.witness(witness)));
        session.harness().runSeconds(5_000);
        assertEquals("IN_SESSION", session.escrow().consumer());
        assertEquals("IN_SESSION", session.escrow().provider());
        session.cabal().forEach(witness -> {
            assertEquals("MONITORING", session.witness(witness));
            assertEquals(300, session.harness().held(witness));
        });
        session.escrow().assertSound();
    }

    @Test
    void theConsumersEndIsAttestedWithItsTime() {
        CabalSession session = CabalSession.running(3);
        session.harness().runSeconds(1_000);
        session.cancelByConsumer("COMPLETED_NORMAL");
        session.harness().runSeconds(10);
        session.assertAttested("COMPLETED_NORMAL");
        assertAbout(1_001, session.seconds());
        session.cabal().forEach(witness -> {
            assertEquals("DONE", session.witness(witness));
            assertEquals(1, session.harness().blocks(witness, "ATTESTATION"));
        });
    }

    @Test
    void theProvidersEndIsItsOwn() {
        CabalSession session = CabalSession.running(4);
        session.harness().runSeconds(500);
        session.cancelByProvider("PROVIDER_VOLUNTARY");
        session.harness().runSeconds(10);
        session.assertAttested("PROVIDER_VOLUNTARY");
        assertAbout(501, session.seconds());
    }

    @Test
    void aProviderThatCannotStartAMachineIsPaidNothing() {
        CabalSession session = CabalSession.locked(5);
        session.harness().runSeconds(400);
        session.assertAttested("ALLOCATION_FAILED");
        assertEquals(0, session.seconds());
    }

    @Test
    void aMachineThatDoesNotAnswerIsNotVerified() {
        CabalSession session = CabalSession.locked(6);
        session.node(PROVIDER).compute.running = false;
        session.allocate();
        session.harness().runSeconds(30);
        session.assertAttested("CONNECTIVITY_FAILED");
        assertEquals(Value.Bool.FALSE, session.attested("connectivity_verified"));
        assertEquals(0, session.seconds());
    }

    @Test
    void aConsumerThatIsNotConnectedPaysNothing() {
        CabalSession session = CabalSession.locked(7);
        session.node(CONSUMER).compute.connected = false;
        session.allocate();
        session.harness().runSeconds(30);
        session.assertAttested("CONNECTIVITY_FAILED");
        assertEquals(0, session.seconds());
    }

    @Test
    void aMachineThatDiesIsPaidUntilItLastAnswered() {
        CabalSession session = CabalSession.running(8);
        session.harness().runSeconds(1_000);
        session.node(PROVIDER).compute.running = false;
        session.harness().runSeconds(400);
        session.assertAttested("VM_DIED");
        assertAbout(960, session.seconds());
    }

    @Test
    void aProviderThatVanishesIsPaidUntilItWasLastSeen() {
        CabalSession session = CabalSession.running(9);
        session.harness().runSeconds(1_000);
        session.escrow().silence(PROVIDER);
        session.harness().runSeconds(400);
        assertEquals("SESSION_ENDED", session.consumer());
        Value attestation = session.variable(CONSUMER, "Consumer", "attestation");
        assertEquals(new Value.EnumMember("VM_DIED"), Forge.field(attestation, "termination_reason"));
        assertAbout(960, ((Value.Int) Forge.field(attestation, "actual_duration_seconds")).value());
        session.escrow().assertSound();
    }

    @Test
    void theLongestSessionEndsByItself() {
        CabalSession session = CabalSession.running(10);
        session.harness().runSeconds(86_400 + 600);
        session.assertAttested("TIMEOUT");
        assertEquals(86_400, session.seconds());
    }

    @Test
    void aConsumerNeedsNoProviderToEndASession() {
        CabalSession session = CabalSession.running(11);
        session.harness().runSeconds(1_000);
        session.harness().network.lose(packet -> packet.is("VM_CANCELLED"));
        session.cancelByConsumer("CONSUMER_REQUEST");
        session.harness().runSeconds(100);
        session.assertAttested("CONSUMER_REQUEST");
        assertAbout(1_001, session.seconds());
    }

    @Test
    void misuseThatTheWitnessesFindEndsASession() {
        CabalSession session = CabalSession.running(12);
        session.cabal().forEach(witness -> session.node(witness).compute.misused = true);
        accuse(session);
        session.harness().runSeconds(130);
        session.assertAttested("CONSUMER_MISUSE");
        assertAbout(121, session.seconds());
    }

    @Test
    void anAccusationThatNobodyConfirmsChangesNothing() {
        CabalSession session = CabalSession.running(13);
        accuse(session);
        session.trigger(CONSUMER, "Consumer", "deny", evidence(session));
        session.harness().runSeconds(200);
        assertEquals("VM_RUNNING", session.provider());
        session.cabal().forEach(witness -> assertEquals("MONITORING", session.witness(witness)));
        session.escrow().assertSound();
    }

    private static Hash evidence(CabalSession session) {
        return session.forge().hash(new Text("evidence"));
    }

    private static void accuse(CabalSession session) {
        session.trigger(PROVIDER, "Provider", "accuse", new Text("mining"), evidence(session));
        session.harness().runSeconds(1);
    }

    @Test
    void oneSilentWitnessDoesNotStopAnAttestation() {
        CabalSession session = CabalSession.running(14);
        session.escrow().silence(session.cabal().get(0));
        session.harness().runSeconds(100);
        session.cancelByConsumer("COMPLETED_NORMAL");
        session.harness().runSeconds(300);
        session.assertAttested("COMPLETED_NORMAL");
        assertAbout(101, session.seconds());
    }

    @Test
    void twoSilentWitnessesLeaveThePartialAttestations() {
        CabalSession session = CabalSession.running(15);
        session.harness().runSeconds(3_700);
        session.escrow().silence(session.cabal().get(0));
        session.escrow().silence(session.cabal().get(1));
        session.cancelByConsumer("COMPLETED_NORMAL");
        session.harness().runSeconds(2_000);
        assertEquals("UNATTESTED", session.provider());
        assertEquals("UNATTESTED", session.consumer());
        session.cabal().subList(2, 5).forEach(witness -> assertEquals("ATTESTATION_FAILED", session.witness(witness)));
        assertEquals(5, ((ValueList) session.variable(PROVIDER, "Provider", "partials")).size());
        session.escrow().assertSound();
    }

    @Test
    void aLockThatIsNotUsedLeavesNoSession() {
        CabalSession session = CabalSession.locked(16);
        session.escrow().silence(PROVIDER);
        session.harness().runSeconds(2_000);
        assertEquals("RELEASED", session.escrow().consumer());
        assertTrue(List.of("SESSION_ENDED", "UNATTESTED").contains(session.consumer()));
    }

    @Test
    void duplicatesAndOvertakingDoNotChangeAnAttestation() {
        for (int seed = 20; seed < 30; seed++) {
            CabalSession session = CabalSession.running(seed);
            session.harness().network.duplicateRate = 0.3;
            session.harness().network.reordering = true;
            session.harness().runSeconds(1_000);
            session.cancelByConsumer("COMPLETED_NORMAL");
            session.harness().runSeconds(60);
            session.assertAttested("COMPLETED_NORMAL");
            assertTrue(Math.abs(session.seconds() - 1_002) <= 3, session.seconds() + " s");
        }
    }

    @Test
    void whateverIsLostNobodyHoldsAnotherAttestationAndEverybodyEnds() {
        TransactionSpec twoHours = Variant.of(ShippedTransactions.CABAL_ATTESTATION)
                .parameter("MAX_SESSION", new Value.Int(7_200_000))
                .compile();
        for (int seed = 30; seed < 50; seed++) {
            CabalSession session = CabalSession.running(seed, twoHours);
            session.harness().network.lossRate = 0.02 * (seed - 30);
            session.harness().runSeconds(600);
            session.cancelByConsumer("COMPLETED_NORMAL");
            session.harness().runSeconds(10_800);
            session.escrow().assertSound();
            assertTrue(
                    List.of("SESSION_COMPLETE", "UNATTESTED").contains(session.provider()),
                    "seed " + seed + ": " + session.provider());
            assertTrue(
                    List.of("SESSION_ENDED", "UNATTESTED").contains(session.consumer()),
                    "seed " + seed + ": " + session.consumer());
            for (int witness : session.cabal()) {
                assertTrue(
                        List.of("DONE", "ATTESTATION_FAILED").contains(session.witness(witness)),
                        "seed " + seed + ": " + session.witness(witness));
            }
        }
    }

    @Test
    void everyNodeCanRestartDuringASession() {
        CabalSession session = CabalSession.running(50);
        session.harness().runSeconds(100);
        session.harness().nodes.forEach(TestNode::restart);
        session.harness().runSeconds(100);
        session.cancelByConsumer("COMPLETED_NORMAL");
        session.harness().nodes.forEach(TestNode::restart);
        session.harness().runSeconds(200);
        session.assertAttested("COMPLETED_NORMAL");
        assertAbout(201, session.seconds());
    }
}
