package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Lies about a session: attacks that succeed against published versions of the attestation, H3 and so on, and those that a
 * lying provider, witness or consumer would try; each with the control that it succeeds without the guard.
 */
class CabalHolesTest {
    private static final TransactionSpec ATTESTATION = ShippedTransactions.CABAL_ATTESTATION.compile();
    private static final Value NORMAL = new Value.EnumMember("COMPLETED_NORMAL");

    private static Variant variant() {
        return Variant.of(ShippedTransactions.CABAL_ATTESTATION);
    }

    private static NodeIdentity identity(CabalSession session, int node) {
        return session.node(node).identity;
    }

    /** H3: anyone can end a session. */
    private static String cancelByAWitness(TransactionSpec transaction) {
        CabalSession session = CabalSession.running(1, transaction);
        NodeIdentity witness = identity(session, session.cabal().get(0));
        Forge forge = session.forge();
        forge.send(witness, PROVIDER, "Provider", forge.make(witness, "CANCEL_REQUEST", "reason", NORMAL));
        return session.provider();
    }

    @Test
    void h3OnlyTheConsumerCanAskTheProviderToEnd() {
        // The envelope already refuses a witness that speaks as the consumer of another machine; the guard is what
        // refuses
        // one that claims the role.
        assertEquals("VM_RUNNING", cancelByAWitness(ATTESTATION));
    }

    @Test
    void h3WithoutTheCheckOfTheSenderAnybodyCould() {
        Variant unguarded = variant()
                .with(
                        "VM_RUNNING -> SENDING_CANCELLATION on CANCEL_REQUEST when message.sender == consumer and ",
                        "VM_RUNNING -> SENDING_CANCELLATION on CANCEL_REQUEST when ");
        assertEquals("WAITING_FOR_ATTESTATION", cancelByAWitness(unguarded.compile()));
    }

    /** H6: one witness's signature makes an attestation. */
    private static String attestationOfOne(TransactionSpec transaction) {
        CabalSession session = CabalSession.running(2, transaction);
        NodeIdentity liar = identity(session, session.cabal().get(0));
        Forge forge = session.forge();
        Struct attestation = forge.make(
                liar,
                "Attestation",
                "lock_hash",
                session.variable(PROVIDER, "Provider", "lock_hash"),
                "consumer",
                identity(session, CONSUMER).peerId(),
                "provider",
                identity(session, PROVIDER).peerId(),
                "connectivity_verified",
                Value.Bool.TRUE,
                "actual_duration_seconds",
                new Value.Int(86_400),
                "escrowed",
                new Value.Int(300),
                "termination_reason",
                NORMAL);
        Struct share = forge.make(
                liar, "ATTESTATION_SHARE", "witness", liar.peerId(), "attestation_hash", forge.hash(attestation));
        forge.send(
                liar,
                PROVIDER,
                "Provider",
                forge.make(
                        liar,
                        "ATTESTATION_RESULT",
                        "attestation",
                        attestation,
                        "shares",
                        ValueList.of(share, share, share, share)));
        return session.provider();
    }

    @Test
    void h6OneWitnessAttestsNothing() {
        assertEquals("VM_RUNNING", attestationOfOne(ATTESTATION));
    }

    @Test
    void h6WithoutDistinctionItWould() {
        Variant unguarded = variant()
                .with("LENGTH(DISTINCT(MAP(genuine, s => s.witness)))", "LENGTH(MAP(genuine, s => s.witness))");
        assertEquals("SESSION_COMPLETE", attestationOfOne(unguarded.compile()));
    }

    /** H14: the provider says that the session was used up to its normal end. */
    private static String normalEndByTheProvider(TransactionSpec transaction) {
        CabalSession session = CabalSession.running(3, transaction);
        session.harness().runSeconds(600);
        session.cancelByProvider("COMPLETED_NORMAL");
        session.harness().runSeconds(10);
        return session.reason();
    }

    @Test
    void h14AReasonIsTheConsumersOnlyWithItsSignature() {
        assertEquals("PROVIDER_VOLUNTARY", normalEndByTheProvider(ATTESTATION));
    }

    @Test
    void h14WithoutTheSignatureItWouldBeTheProvidersWord() {
        Variant unguarded =
                variant().with("ELSE IF claimed == VM_DIED THEN VM_DIED ELSE PROVIDER_VOLUNTARY", "ELSE claimed");
        assertEquals("COMPLETED_NORMAL", normalEndByTheProvider(unguarded.compile()));
    }

    /** A provider that keeps the meter running after its machine has stopped, and then says that it ended now. */
    private static long lateCancellation(TransactionSpec transaction) {
        CabalSession session = CabalSession.running(4, transaction);
        session.harness().runSeconds(1_000);
        session.node(PROVIDER).compute.running = false;
        session.harness().runSeconds(150);
        session.cancelByProvider("PROVIDER_VOLUNTARY");
        session.harness().runSeconds(10);
        return session.seconds();
    }

    @Test
    void aProviderIsPaidUntilItsMachineLastAnswered() {
        assertTrue(lateCancellation(ATTESTATION) <= 1_000);
    }

    @Test
    void withoutTheLastAnswerItWouldBePaidForLonger() {
        Variant unguarded = variant().with("ended_at = IF misses > 1 THEN last_good ELSE NOW()", "ended_at = NOW()");
        assertTrue(lateCancellation(unguarded.compile()) > 1_100);
    }

    /** A witness that has seen a session of thirty years. */
    private static long observationOfALiar(TransactionSpec transaction) {
        CabalSession session = CabalSession.running(5, transaction);
        session.harness().runSeconds(600);
        int place = session.cabal().get(4);
        NodeIdentity liar = identity(session, place);
        session.escrow().silence(place);
        Struct observation = observation(session, liar, 1_000_000_000);
        session.cancelByConsumer("COMPLETED_NORMAL");
        for (int witness : session.cabal().subList(0, 4)) {
            session.forge().send(liar, witness, "Witness", observation);
        }
        session.harness().runSeconds(300);
        return session.seconds();
    }

    private static Struct observation(CabalSession session, NodeIdentity witness, long seconds) {
        return session.forge()
                .make(
                        witness,
                        "OBSERVATION",
                        "witness",
                        witness.peerId(),
                        "connectivity_verified",
                        Value.Bool.TRUE,
                        "observed_seconds",
                        new Value.Int(seconds),
                        "escrowed",
                        new Value.Int(300),
                        "reason",
                        NORMAL);
    }

    @Test
    void oneLiarDoesNotMoveTheAttestedTimeBeyondWhatOthersHaveSeen() {
        assertTrue(Math.abs(observationOfALiar(ATTESTATION) - 601) <= 1);
    }

    @Test
    void withoutTheMedianItWould() {
        Variant unguarded = variant().with("SORT(seen)[DIV(LENGTH(seen) - 1, 2)]", "SORT(seen)[LENGTH(seen) - 1]");
        assertEquals(1_000_000_000, observationOfALiar(unguarded.compile()));
    }

    /**
     * A liar shows its observation to two witnesses only, and lists it as its own to one of these and one of the others,
     * while what the honest have seen differs by seconds: those who count it come to another median. The provider's state.
     */
    private static String observationForSome(TransactionSpec transaction) {
        CabalSession session = CabalSession.running(6, transaction);
        session.harness().runSeconds(600);
        List<Integer> honest = session.cabal().subList(0, 4);
        NodeIdentity liar = identity(session, session.cabal().get(4));
        session.escrow().silence(session.cabal().get(4));
        session.harness().network.lose(packet -> packet.is("VM_CANCELLED"));
        session.cancelByProvider("PROVIDER_VOLUNTARY");
        Forge forge = session.forge();
        for (int witness : honest) {
            NodeIdentity provider = identity(session, PROVIDER);
            forge.send(
                    provider,
                    witness,
                    "Witness",
                    forge.make(
                            provider,
                            "VM_CANCELLED",
                            "reason",
                            new Value.EnumMember("PROVIDER_VOLUNTARY"),
                            "request",
                            Value.Absent.INSTANCE));
            session.harness().runSeconds(5);
        }
        Struct observation = observation(session, liar, 1_000_000_000);
        for (int witness : honest.subList(0, 2)) {
            forge.send(liar, witness, "Witness", observation);
        }
        session.harness().runUntil(200, () -> honest.stream()
                .allMatch(witness -> session.witness(witness).equals("COLLECTING_SEEN")));
        for (int witness : honest.subList(1, 3)) {
            List<Struct> list = new ArrayList<>();
            list.add(observation);
            forge.send(
                    liar,
                    witness,
                    "Witness",
                    forge.make(
                            liar, "OBSERVATIONS_SEEN", "witness", liar.peerId(), "observations", ValueList.of(list)));
        }
        session.harness().runSeconds(1_000);
        return session.provider();
    }

    @Test
    void aLiarCannotDivideTheCabalByShowingItsObservationToSome() {
        assertEquals("SESSION_COMPLETE", observationForSome(ATTESTATION));
    }

    @Test
    void ifItsOwnListCountedItCould() {
        Variant unguarded = variant().with("s => s.witness != o.witness and CONTAINS", "s => CONTAINS");
        assertNotEquals("SESSION_COMPLETE", observationForSome(unguarded.compile()));
    }

    /** H15: any text is evidence. */
    private static String accusationWithoutEvidence(TransactionSpec transaction) {
        CabalSession session = CabalSession.running(7, transaction);
        Hash evidence = session.forge().hash(new Text("nothing"));
        session.trigger(PROVIDER, "Provider", "accuse", new Text("trust me"), evidence);
        session.harness().runSeconds(130);
        return session.provider();
    }

    @Test
    void h15WordsAreNoEvidence() {
        assertEquals("VM_RUNNING", accusationWithoutEvidence(ATTESTATION));
    }

    @Test
    void h15IfTheyWereTheyWouldEndASession() {
        Variant unguarded = variant()
                .with(
                        "when confirms_misuse(session_id, accusation.classification, accusation.evidence_hash)",
                        "when accusation.classification != \"\"");
        assertEquals("SESSION_COMPLETE", accusationWithoutEvidence(unguarded.compile()));
    }

    /** H19: any peer redirects a consumer to its own machine. */
    private static String redirected(TransactionSpec transaction) {
        CabalSession session = CabalSession.locked(8, transaction);
        NodeIdentity stranger = session.harness().stranger(0);
        Forge forge = session.forge();
        forge.send(
                stranger,
                CONSUMER,
                "Consumer",
                forge.make(
                        stranger,
                        "VM_READY",
                        "vm_key",
                        stranger.peerId(),
                        "vm_wireguard_pubkey",
                        ByteString.of(new byte[32]),
                        "endpoint",
                        new Text("203.0.113.7:1")));
        return session.consumer();
    }

    @Test
    void h19NobodyRedirectsAConsumer() {
        assertEquals("WAITING_FOR_VM", redirected(ATTESTATION));
    }

    @Test
    void h19WithoutTheCheckOfTheSenderAnybodyWould() {
        Variant unguarded = variant().with("on VM_READY when message.sender == provider and ", "on VM_READY when ");
        assertEquals("CONNECTED", redirected(unguarded.compile()));
    }

    /** H19: any peer ends a session at the consumer. */
    private static String terminated(TransactionSpec transaction) {
        CabalSession session = CabalSession.running(9, transaction);
        NodeIdentity stranger = session.harness().stranger(0);
        Forge forge = session.forge();
        forge.send(stranger, CONSUMER, "Consumer", forge.make(stranger, "SESSION_TERMINATED", "reason", NORMAL));
        return session.consumer();
    }

    @Test
    void h19NobodyElseEndsASessionAtTheConsumer() {
        assertEquals("CONNECTED", terminated(ATTESTATION));
    }

    @Test
    void h19WithoutTheCheckOfTheSenderAnybodyCould() {
        Variant unguarded = variant()
                .with(
                        "CONNECTED -> AWAITING_ATTESTATION on SESSION_TERMINATED when message.sender == provider and ",
                        "CONNECTED -> AWAITING_ATTESTATION on SESSION_TERMINATED when ");
        assertEquals("AWAITING_ATTESTATION", terminated(unguarded.compile()));
    }

    /** A provider that swaps the machine for another one after it was verified. */
    private static String swapped(TransactionSpec transaction) {
        CabalSession session = CabalSession.running(10, transaction);
        session.node(PROVIDER).compute.machine = session.harness().stranger(1);
        session.harness().runSeconds(400);
        return session.provider();
    }

    @Test
    void aSwappedMachineCountsAsDead() {
        assertEquals("SESSION_COMPLETE", swapped(ATTESTATION));
    }

    @Test
    void withoutItsKeyItWouldNot() {
        Variant unguarded = variant()
                .with(
                        "MAX_ROUND_TRIP\n    and VERIFY(vm_key, message.vm_signature, \"vm\", session_id, nonce) (\n    misses",
                        "MAX_ROUND_TRIP (\n    misses");
        assertEquals("VM_RUNNING", swapped(unguarded.compile()));
    }
}
