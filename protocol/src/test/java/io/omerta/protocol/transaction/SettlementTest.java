package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways in which an escrow is divided, from the lock on, and what happens when somebody is silent. */
class SettlementTest {
    private static final long DAY_SECONDS = 86_400;

    @Test
    void anAttestedSessionIsSettledAtOnce() {
        SettlementSession session = SettlementSession.ended(1).settled();
        session.assertSettled(1, 99, 200);
        session.assertSettledBy(session.cabal());
        assertEquals("SETTLED", session.attested().escrow().provider());
        assertEquals("ATTESTED", session.basis());
    }

    @Test
    void witnessesAreAtRestWhenTheWindowForObjectionsIsOver() {
        SettlementSession session = SettlementSession.ended(2).settled();
        session.harness().runSeconds(DAY_SECONDS + 10);
        session.cabal().forEach(witness -> {
            assertEquals("SETTLED", session.witness(witness));
            assertEquals("DONE", session.attested().escrow().witness(witness));
        });
        session.attested().escrow().assertSound();
    }

    @Test
    void aSessionThatNeverBeganIsRefundedInFull() {
        CabalSession locked = CabalSession.locked(3, SettlementSession.ATTESTATION, SettlementSession.SETTLEMENT);
        SettlementSession session = new SettlementSession(locked, SettlementSession.SETTLEMENT);
        session.harness().runSeconds(600);
        session.assertSettled(0, 0, 300);
        session.assertSettledBy(session.cabal());
    }

    @Test
    void aSessionBeyondItsEscrowTakesAllOfItAndNoMore() {
        SettlementSession session = SettlementSession.running(4)
                .endAfter(4 * SettlementSession.HOUR_SECONDS)
                .settled();
        session.assertSettled(5, 295, 0);
    }

    @Test
    void whatWasToppedUpIsPartOfTheEscrow() {
        SettlementSession session = SettlementSession.running(5);
        session.attested().escrow().trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(200));
        session.harness().runSeconds(10);
        session.endAfter(4 * SettlementSession.HOUR_SECONDS - 10).settled();
        session.assertSettled(7, 393, 100);
    }

    @Test
    void aProviderThatBreaksOffIsPaidForTheTimeUsed() {
        SettlementSession session = SettlementSession.running(6);
        session.harness().runSeconds(SettlementSession.HOUR_SECONDS - 1);
        session.attested().cancelByProvider("PROVIDER_VOLUNTARY");
        session.settled().assertSettled(1, 99, 200);
        assertEquals(new Value.EnumMember("PROVIDER_VOLUNTARY"), Forge.field(session.paid(), "reason"));
    }

    @Test
    void aMachineThatDiedIsPaidUntilItLastAnswered() {
        SettlementSession session = SettlementSession.running(7);
        session.harness().runSeconds(SettlementSession.HOUR_SECONDS);
        session.node(PROVIDER).compute.running = false;
        session.harness().runSeconds(400);
        long seconds = SettlementSession.number(session.paid(), "paid_seconds");
        assertTrue(seconds > SettlementSession.HOUR_SECONDS - 60 && seconds <= SettlementSession.HOUR_SECONDS);
        session.assertSettled(1, seconds * 100 / 3_600 - 1, 300 - seconds * 100 / 3_600);
    }

    @Test
    void aSilentWitnessDelaysNothing() {
        SettlementSession session = SettlementSession.running(8);
        int silent = session.cabal().get(2);
        session.harness().runSeconds(SettlementSession.HOUR_SECONDS - 100);
        session.attested().escrow().silence(silent);
        session.harness().runSeconds(100 - 1);
        session.attested().cancelByConsumer("COMPLETED_NORMAL");
        session.harness().runSeconds(400);
        session.assertSettled(1, 99, 200);
        session.assertSettledBy(
                session.cabal().stream().filter(witness -> witness != silent).toList());
    }

    @Test
    void signaturesThatAreLostAreSentAgain() {
        SettlementSession session = SettlementSession.ended(9);
        session.attested().escrow().lose("SETTLEMENT_SHARE");
        session.harness().runSeconds(30);
        session.cabal().forEach(witness -> assertEquals("COLLECTING_SIGNATURES", session.witness(witness)));
        session.harness().network.heal();
        session.harness().runSeconds(60);
        session.assertSettled(1, 99, 200);
    }

    @Test
    void aPartyThatAsksBringsBackACabalThatHadGivenUp() {
        SettlementSession session = SettlementSession.ended(10);
        session.attested().escrow().lose("SETTLEMENT_SHARE");
        session.harness().runSeconds(500);
        session.cabal().forEach(witness -> assertEquals("UNSETTLED", session.witness(witness)));
        session.harness().network.heal();
        session.harness().runSeconds(120);
        session.assertSettled(1, 99, 200);
    }

    @Test
    void aResultThatWasLostIsToldToWhoeverAsks() {
        SettlementSession session = SettlementSession.ended(11);
        session.attested().escrow().lose("SETTLEMENT_RESULT");
        session.harness().runSeconds(10);
        assertEquals("AWAITING_SETTLEMENT", session.consumer());
        assertEquals("AWAITING_SETTLEMENT", session.provider());
        session.harness().runSeconds(320);
        session.cabal().forEach(witness -> assertEquals("CLOSED", session.witness(witness)));
        session.harness().network.heal();
        session.harness().runSeconds(300);
        session.assertSettled(1, 99, 200);
    }

    @Test
    void aPartyThatIsAwayForHoursFindsTheResult() {
        SettlementSession session = SettlementSession.ended(12);
        session.harness().network.lose(packet -> packet.is("SETTLEMENT_RESULT") && packet.to() == PROVIDER);
        session.harness().runSeconds(3 * SettlementSession.HOUR_SECONDS);
        assertEquals("SETTLED", session.consumer());
        assertEquals("UNSETTLED", session.provider());
        session.harness().network.heal();
        session.harness().runSeconds(6 * SettlementSession.HOUR_SECONDS);
        session.assertSettled(1, 99, 200);
    }

    @Test
    void aWitnessWithoutAnAttestationIsShownIt() {
        SettlementSession session = SettlementSession.ended(13);
        int late = session.cabal().get(3);
        session.harness()
                .network
                .lose(packet ->
                        packet.to() == late && (packet.is("ATTESTATION_SHARE") || packet.is("ATTESTATION_RESULT")));
        session.harness().network.lose(packet -> packet.is("SETTLEMENT_RESULT") && packet.to() == late);
        session.harness().runSeconds(500);
        assertEquals("ATTESTATION_FAILED", session.attested().witness(late));
        session.harness().runSeconds(200);
        assertEquals(0, session.committed(late));
        session.assertSettled(1, 99, 200);
    }

    /** A session whose witnesses cannot agree on an attestation. */
    private static SettlementSession unattested(long seed, long seconds) {
        SettlementSession session = SettlementSession.running(seed);
        session.harness().runSeconds(seconds);
        session.attested().escrow().lose("ATTESTATION_SHARE");
        session.attested().cancelByConsumer("COMPLETED_NORMAL");
        return session;
    }

    @Test
    void withoutAnAttestationTheProviderIsPaidByPartialOnes() {
        SettlementSession session = unattested(14, 2 * SettlementSession.HOUR_SECONDS + 100);
        session.harness().runSeconds(3 * SettlementSession.HOUR_SECONDS);
        session.assertSettled(3, 195, 102);
        assertEquals("PARTIALLY_ATTESTED", session.basis());
    }

    @Test
    void withoutAnyEvidenceAllIsRefunded() {
        SettlementSession session = unattested(15, 1_000);
        session.harness().runSeconds(3 * SettlementSession.HOUR_SECONDS);
        session.assertSettled(0, 0, 300);
        assertEquals("UNATTESTED", session.basis());
    }

    @Test
    void aCabalThatNeverSettlesBindsNobodyForEver() {
        TransactionSpec sooner = Variant.of(ShippedTransactions.SETTLEMENT)
                .parameter("FINALITY", new Value.Int(6 * SettlementSession.HOUR_SECONDS * 1_000))
                .compile();
        SettlementSession session = SettlementSession.ended(16, sooner);
        session.attested().escrow().lose("SETTLEMENT_SHARE");
        session.harness().runSeconds(DAY_SECONDS);
        assertEquals("EXPIRED", session.consumer());
        assertEquals("UNPAID", session.provider());
        assertEquals("SETTLED", session.attested().escrow().consumer());
        assertEquals(1, session.harness().blocks(CONSUMER, "ESCROW_EXPIRED"));
        session.cabal().forEach(witness -> {
            assertEquals("EXPIRED", session.witness(witness));
            assertEquals(0, session.committed(witness));
        });
        session.attested().escrow().assertSound();
    }

    @Test
    void aSilentPartyDoesNotKeepTheOtherFromItsPart() {
        SettlementSession session = SettlementSession.ended(17);
        session.harness().runUntil(10, () -> session.consumer().equals("AWAITING_SETTLEMENT"));
        session.attested().escrow().silence(CONSUMER);
        session.harness().runSeconds(400);
        assertEquals("SETTLED", session.provider());
        session.assertSettledBy(session.cabal());
    }

    @Test
    void aWitnessThatJoinedLateLetsGoWhenTheOthersHaveSettled() {
        SettlementSession session = SettlementSession.running(18);
        int silent = session.cabal().get(1);
        int next = session.attested().escrow().order().get(5);
        session.attested().escrow().silence(silent);
        session.harness().runSeconds(SettlementSession.HOUR_SECONDS);
        assertEquals(300, session.committed(next));
        session.attested().cancelByConsumer("COMPLETED_NORMAL");
        session.harness().runSeconds(400);
        assertEquals("RELEASED", session.attested().escrow().witness(next));
        assertEquals(0, session.committed(next));
    }

    @Test
    void duplicatedAndReorderedMessagesChangeNothing() {
        for (int seed = 0; seed < 10; seed++) {
            SettlementSession session = SettlementSession.ended(seed);
            session.harness().network.duplicateRate = 0.5;
            session.harness().network.reordering = true;
            session.harness().runSeconds(120);
            session.assertSettled(1, 99, 200);
        }
    }

    @Test
    void whateverIsLostEverybodyComesToRest() {
        for (int seed = 1; seed <= 2; seed++) {
            SettlementSession session = SettlementSession.ended(seed);
            session.harness().network.lossRate = 0.35 * seed;
            session.harness().runSeconds(35 * DAY_SECONDS);
            String at = "seed " + seed;
            for (int node = 0; node < session.harness().nodes.size(); node++) {
                for (String role : List.of("Consumer", "Provider", "Witness")) {
                    String state = session.state(node, role);
                    assertTrue(
                            List.of("", "SETTLED", "EXPIRED", "UNPAID").contains(state),
                            at + ": " + role + " " + node + " is " + state);
                }
                assertEquals(0, session.committed(node), at);
            }
            session.attested().escrow().assertSound();
        }
    }

    @Test
    void everyNodeCanRestartBetweenAllInputsAndSettlesOnce() {
        SettlementSession session = SettlementSession.ended(19);
        for (int event = 0; event < 2_000 && session.harness().network.step(Long.MAX_VALUE); event++) {
            session.node(event % session.harness().nodes.size()).restart();
            if (session.consumer().equals("SETTLED") && session.provider().equals("SETTLED")) {
                break;
            }
        }
        session.harness().runSeconds(20);
        session.assertSettled(1, 99, 200);
        session.harness().nodes.forEach(TestNode::restart);
        session.assertSettledBy(session.cabal());
    }
}
