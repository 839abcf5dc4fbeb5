package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Lies about a settlement: what strangers, parties and a lying witness would try, and the holes of the published drafts,
 * H16 and so on; each with the control that it succeeds without the guard.
 */
class SettlementHolesTest {
    private static final TransactionSpec SETTLEMENT = SettlementSession.SETTLEMENT;

    private static Variant variant() {
        return Variant.of(ShippedTransactions.SETTLEMENT);
    }

    /** A session whose witnesses' results do not arrive, so that both parties wait. */
    private static SettlementSession waiting(long seed, TransactionSpec settlement) {
        SettlementSession session = SettlementSession.ended(seed, settlement);
        session.harness().network.lose(packet -> packet.is("SETTLEMENT_RESULT"));
        session.settled();
        assertEquals("AWAITING_SETTLEMENT", session.provider());
        return session;
    }

    /** A settlement that pays all of the escrow to the provider. */
    private static Struct generous(SettlementSession session) {
        Struct honest = (Struct) session.variable(session.cabal().get(0), "Witness", "settlement");
        Struct paid = Forge.changed(honest, "payment", new Value.Int(300));
        return Forge.changed(Forge.changed(paid, "burn", new Value.Int(0)), "refund", new Value.Int(0));
    }

    private static Struct share(SettlementSession session, NodeIdentity signer, Struct settlement) {
        Forge forge = session.forge();
        return forge.make(
                signer, "SETTLEMENT_SHARE", "witness", signer.peerId(), "settlement_hash", forge.hash(settlement));
    }

    private static void tell(
            SettlementSession session,
            NodeIdentity author,
            int to,
            String role,
            Struct settlement,
            List<Struct> shares) {
        session.forge()
                .send(
                        author,
                        to,
                        role,
                        session.forge()
                                .make(
                                        author,
                                        "SETTLEMENT_RESULT",
                                        "settlement",
                                        settlement,
                                        "signatures",
                                        ValueList.of(shares)));
    }

    /** One witness's signature, four times. */
    private static String resultOfOne(TransactionSpec settlement) {
        SettlementSession session = waiting(1, settlement);
        NodeIdentity liar = session.identity(session.cabal().get(0));
        Struct generous = generous(session);
        Struct share = share(session, liar, generous);
        tell(session, liar, PROVIDER, "Provider", generous, List.of(share, share, share, share));
        return session.provider();
    }

    @Test
    void oneWitnessSettlesNothing() {
        assertEquals("AWAITING_SETTLEMENT", resultOfOne(SETTLEMENT));
    }

    @Test
    void withoutDistinctionItWould() {
        Variant unguarded = variant()
                .with(
                        "and LENGTH(signatures) <= LENGTH(members)"
                                + " and LENGTH(DISTINCT(MAP(genuine, s => s.witness))) >= QUORUM(LENGTH(members))",
                        "and LENGTH(MAP(genuine, s => s.witness)) >= QUORUM(LENGTH(members))");
        assertNotEquals("AWAITING_SETTLEMENT", resultOfOne(unguarded.compile()));
    }

    /** Signatures of strangers. */
    private static String resultOfStrangers(TransactionSpec settlement) {
        SettlementSession session = waiting(2, settlement);
        Struct generous = generous(session);
        List<Struct> shares = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            shares.add(share(session, session.harness().stranger(i), generous));
        }
        tell(session, session.identity(session.cabal().get(0)), PROVIDER, "Provider", generous, shares);
        return session.provider();
    }

    @Test
    void strangersSettleNothing() {
        assertEquals("AWAITING_SETTLEMENT", resultOfStrangers(SETTLEMENT));
    }

    @Test
    void withoutTheMembershipTheyWould() {
        Variant unguarded = variant()
                .with(
                        "and s.settlement_hash == settlement_hash and CONTAINS(members, s.witness)",
                        "and s.settlement_hash == settlement_hash");
        assertNotEquals("AWAITING_SETTLEMENT", resultOfStrangers(unguarded.compile()));
    }

    /** H21: a provider whose trust rises between the lock and the settlement. */
    private static long paymentAfterARise(TransactionSpec settlement) {
        SettlementSession session = SettlementSession.running(3, settlement);
        session.harness()
                .nodes
                .forEach(node -> node.knowledge.learnTrust(session.harness().peer(PROVIDER), 900_000));
        session.endAfter(SettlementSession.HOUR_SECONDS).settled();
        Struct settled = (Struct) session.variable(session.cabal().get(0), "Witness", "settlement");
        return SettlementSession.number(settled, "payment");
    }

    @Test
    void h21TheTrustOfTheLockIsPaid() {
        assertEquals(1, paymentAfterARise(SETTLEMENT));
    }

    @Test
    void h21ByTheTrustOfTheDayARiseWouldPay() {
        Variant unguarded = variant()
                .with(
                        "COMPUTING -> COLLECTING_SIGNATURES auto when attestation != null ("
                                + " settlement = SETTLED_BY(attestation, witnesses, terms)",
                        "COMPUTING -> COLLECTING_SIGNATURES auto when attestation != null ("
                                + " settlement = SETTLED_BY(attestation, witnesses,"
                                + " { ...terms, provider_trust_milli READ(provider, \"trust\") })");
        assertEquals(90, paymentAfterARise(unguarded.compile()));
    }

    /** H16: a cabal that attests nothing, and parties that show nothing. */
    private static String abandoned(TransactionSpec settlement) {
        SettlementSession session = SettlementSession.running(4, settlement);
        session.harness().runSeconds(600);
        session.attested().escrow().lose("ATTESTATION_SHARE");
        session.attested().cancelByConsumer("COMPLETED_NORMAL");
        session.harness().runSeconds(3 * SettlementSession.HOUR_SECONDS);
        return session.consumer();
    }

    @Test
    void h16FundsOfAnAbandonedSessionAreReleased() {
        assertEquals("SETTLED", abandoned(SETTLEMENT));
    }

    @Test
    void h16WithoutTheDeadlineTheyWouldBeHeld() {
        Variant unguarded = variant()
                .with(
                        "AWAITING_CLAIM -> COMPUTING on timeout(SETTLE_START_DEADLINE)",
                        "AWAITING_CLAIM -> COMPUTING on timeout(FINALITY)");
        assertEquals("UNSETTLED", abandoned(unguarded.compile()));
    }

    /** H18: more claims than anybody needs. */
    @Test
    void h18EarlyMessagesWaitOnlyInBoundedNumber() {
        SettlementSession session = SettlementSession.running(5);
        int witness = session.cabal().get(0);
        NodeIdentity provider = session.identity(PROVIDER);
        Forge forge = session.forge();
        for (int i = 0; i < 100; i++) {
            Struct claim = forge.make(
                    provider,
                    "PROVIDER_CLAIM",
                    "attestation",
                    Value.Absent.INSTANCE,
                    "shares",
                    ValueList.of(),
                    "partials",
                    ValueList.of());
            forge.send(provider, witness, "Witness", claim);
        }
        assertEquals(
                16,
                session.node(witness)
                        .host
                        .configuration(session.key("Witness"))
                        .waiting()
                        .size());
    }

    /** Money from nowhere: parts that are more than the escrow, signed by a whole cabal of liars. */
    private static String inflated(TransactionSpec settlement) {
        SettlementSession session = waiting(6, settlement);
        Struct inflated = Forge.changed(generous(session), "refund", new Value.Int(1));
        List<Struct> shares = new ArrayList<>();
        session.cabal().forEach(witness -> shares.add(share(session, session.identity(witness), inflated)));
        tell(session, session.identity(session.cabal().get(0)), PROVIDER, "Provider", inflated, shares);
        return session.provider();
    }

    @Test
    void notEvenAWholeCabalCreatesMoney() {
        assertEquals("AWAITING_SETTLEMENT", inflated(SETTLEMENT));
    }

    @Test
    void withoutTheSumItCould() {
        Variant unguarded =
                variant().without("and settlement.payment + settlement.burn + settlement.refund == settlement.escrow");
        assertNotEquals("AWAITING_SETTLEMENT", inflated(unguarded.compile()));
    }

    /** A cabal of liars that settles by something else than it attested: the consumer's state. */
    private static SettlementSession contradicted(TransactionSpec settlement) {
        SettlementSession session = waiting(7, settlement);
        Struct generous = Forge.changed(generous(session), "evidence_hash", session.id());
        List<Struct> shares = new ArrayList<>();
        session.cabal().forEach(witness -> shares.add(share(session, session.identity(witness), generous)));
        tell(session, session.identity(session.cabal().get(0)), CONSUMER, "Consumer", generous, shares);
        return session;
    }

    @Test
    void aSettlementThatIsNotByTheAttestationIsObjectedTo() {
        SettlementSession session = contradicted(SETTLEMENT);
        assertEquals("OBJECTING", session.consumer());
        assertEquals(0, session.harness().blocks(CONSUMER, "BALANCE_UNLOCK"));
    }

    @Test
    void withoutTheRecomputationItWouldBeRecorded() {
        Variant unguarded = variant()
                .without(
                        "and ( attestation == null or message.settlement == SETTLED_BY(attestation, witnesses, terms) )");
        assertEquals("SETTLED", contradicted(unguarded.compile()).consumer());
    }

    @Test
    void anObjectorTakesTheRightResultWhenThereIsOne() {
        SettlementSession session = contradicted(SETTLEMENT);
        session.harness().network.heal();
        int honest = session.cabal().get(1);
        tell(
                session,
                session.identity(honest),
                CONSUMER,
                "Consumer",
                (Struct) session.variable(honest, "Witness", "settlement"),
                ((ValueList) session.variable(honest, "Witness", "signatures"))
                        .elements().stream().map(Struct.class::cast).toList());
        assertEquals("SETTLED", session.consumer());
    }

    @Test
    void anObjectorIsBoundWhenTheWindowIsOver() {
        SettlementSession session = contradicted(SETTLEMENT);
        session.harness().runSeconds(86_400 + 10);
        assertEquals("SETTLED_UNDER_PROTEST", session.consumer());
        assertEquals("SETTLED", session.attested().escrow().consumer());
        assertEquals(1, session.harness().blocks(CONSUMER, "BALANCE_UNLOCK"));
    }

    /** An objection whose evidence is the very attestation by which the cabal has settled. */
    private static String idleObjection(TransactionSpec settlement) {
        SettlementSession session = SettlementSession.ended(8, settlement).settled();
        int witness = session.cabal().get(0);
        NodeIdentity provider = session.identity(PROVIDER);
        Forge forge = session.forge();
        Struct objection = forge.make(
                provider,
                "PROVIDER_OBJECTION",
                "settlement_hash",
                session.variable(witness, "Witness", "settlement_hash"),
                "attestation",
                session.variable(PROVIDER, "Provider", "attestation"),
                "shares",
                session.variable(PROVIDER, "Provider", "shares"));
        forge.send(provider, witness, "Witness", objection);
        return session.witness(witness);
    }

    @Test
    void anObjectionNeedsEvidenceOfAContradiction() {
        assertEquals("CLOSED", idleObjection(SETTLEMENT));
    }

    @Test
    void withoutEvidenceAnybodyCouldDispute() {
        Variant unguarded = variant().without("and HASH(attestation) != settlement.evidence_hash");
        assertEquals("DISPUTED", idleObjection(unguarded.compile()));
    }

    @Test
    void aProvenContradictionIsKeptAsEvidence() {
        SettlementSession session = SettlementSession.running(9);
        session.harness().network.lose(packet -> packet.is("ATTESTATION_SHARE"));
        session.harness().runSeconds(600);
        session.attested().cancelByConsumer("COMPLETED_NORMAL");
        session.harness().runSeconds(3 * SettlementSession.HOUR_SECONDS);
        int witness = session.cabal().get(0);
        assertEquals("CLOSED", session.witness(witness));
        Forge attestations = session.attested().forge();
        Struct attestation = attestations.make(
                session.identity(witness),
                "Attestation",
                "lock_hash",
                session.variable(witness, "Witness", "lock_hash"),
                "consumer",
                session.harness().peer(CONSUMER),
                "provider",
                session.harness().peer(PROVIDER),
                "connectivity_verified",
                Value.Bool.TRUE,
                "actual_duration_seconds",
                new Value.Int(600),
                "escrowed",
                new Value.Int(300),
                "termination_reason",
                new Value.EnumMember("COMPLETED_NORMAL"));
        List<Struct> shares = new ArrayList<>();
        for (int signer : session.cabal()) {
            NodeIdentity identity = session.identity(signer);
            shares.add(attestations.make(
                    identity,
                    "ATTESTATION_SHARE",
                    "witness",
                    identity.peerId(),
                    "attestation_hash",
                    attestations.hash(attestation)));
        }
        NodeIdentity provider = session.identity(PROVIDER);
        Forge forge = session.forge();
        forge.send(
                provider,
                witness,
                "Witness",
                forge.make(
                        provider,
                        "PROVIDER_OBJECTION",
                        "settlement_hash",
                        session.variable(witness, "Witness", "settlement_hash"),
                        "attestation",
                        attestation,
                        "shares",
                        ValueList.of(shares)));
        assertEquals("DISPUTED", session.witness(witness));
        assertEquals(1, session.harness().blocks(witness, "SETTLEMENT_DISPUTE"));
        session.harness().runSeconds(86_400 + 10);
        assertEquals("SETTLED", session.witness(witness));
        session.assertSettled(0, 0, 300);
    }

    /** A provider that claims hours that one witness has seen, and nobody else. */
    private static long claimByOne(TransactionSpec settlement) {
        SettlementSession session = SettlementSession.running(10, settlement);
        session.harness().runSeconds(600);
        session.attested().escrow().lose("ATTESTATION_SHARE");
        session.attested().escrow().lose("PROVIDER_CLAIM");
        session.attested().cancelByConsumer("COMPLETED_NORMAL");
        session.harness().runSeconds(900);
        NodeIdentity liar = session.identity(session.cabal().get(0));
        NodeIdentity provider = session.identity(PROVIDER);
        Forge forge = session.forge();
        Struct partial = forge.make(
                liar,
                "PARTIAL_ATTESTATION",
                "lock_hash",
                session.attested().variable(PROVIDER, "Provider", "lock_hash"),
                "witness",
                liar.peerId(),
                "observed_seconds",
                new Value.Int(86_400),
                "escrowed",
                new Value.Int(300));
        for (int witness : session.cabal()) {
            forge.send(
                    provider,
                    witness,
                    "Witness",
                    forge.make(
                            provider,
                            "PROVIDER_CLAIM",
                            "attestation",
                            Value.Absent.INSTANCE,
                            "shares",
                            ValueList.of(),
                            "partials",
                            ValueList.of(partial, partial, partial, partial)));
        }
        session.harness().runSeconds(2 * SettlementSession.HOUR_SECONDS);
        return SettlementSession.number(session.paid(), "payment");
    }

    @Test
    void partialAttestationsCountOncePerWitness() {
        assertEquals(0, claimByOne(SETTLEMENT));
    }

    @Test
    void withoutDistinctionOneWitnessWouldPay() {
        Variant unguarded =
                variant().without("and LENGTH(DISTINCT(MAP(partials, p => p.witness))) == LENGTH(partials)");
        assertEquals(5, claimByOne(unguarded.compile()));
    }

    @Test
    void aLyingWitnessChangesNothing() {
        SettlementSession session = SettlementSession.running(11);
        session.harness().runSeconds(SettlementSession.HOUR_SECONDS - 100);
        int liar = session.cabal().get(2);
        NodeIdentity identity = session.identity(liar);
        session.attested().escrow().silence(liar);
        session.harness().runSeconds(99);
        session.attested().cancelByConsumer("COMPLETED_NORMAL");
        session.harness().runUntil(300, () -> session.provider().equals("AWAITING_SETTLEMENT"));
        Struct honest = (Struct) session.variable(session.cabal().get(0), "Witness", "settlement");
        Struct lie = Forge.changed(honest, "payment", new Value.Int(99));
        for (int witness : session.cabal()) {
            if (witness != liar) {
                session.forge().send(identity, witness, "Witness", share(session, identity, lie));
            }
        }
        session.settled().assertSettled(1, 99, 200);
    }

    /** A result that is told again, and a different one of the same session later. */
    @Test
    void aSessionIsSettledOnce() {
        SettlementSession session = SettlementSession.ended(12).settled();
        NodeIdentity witness = session.identity(session.cabal().get(0));
        Struct generous = generous(session);
        List<Struct> shares = new ArrayList<>();
        session.cabal().forEach(member -> shares.add(share(session, session.identity(member), generous)));
        tell(session, witness, CONSUMER, "Consumer", generous, shares);
        tell(session, witness, PROVIDER, "Provider", generous, shares);
        session.node(PROVIDER).restart();
        tell(session, witness, PROVIDER, "Provider", generous, shares);
        session.cabal().forEach(member -> tell(session, witness, member, "Witness", generous, shares));
        session.assertSettled(1, 99, 200);
        session.assertSettledBy(session.cabal());
        assertTrue(session.node(PROVIDER).refusals.contains(SessionRefusal.NO_SESSION));
    }

    @Test
    void aStrangerCannotBeginASettlement() {
        SettlementSession session = SettlementSession.running(13);
        NodeIdentity stranger = session.harness().stranger(1);
        int witness = session.cabal().get(0);
        Struct share = share(session, stranger, (Struct) session.forge()
                .make(
                        stranger,
                        "SessionTerms",
                        "amount",
                        new Value.Int(1),
                        "hourly_rate",
                        new Value.Int(1),
                        "provider_trust_milli",
                        new Value.Int(1)));
        session.forge().send(stranger, witness, "Witness", share);
        assertEquals("IDLE", session.witness(witness));
        session.endAfter(SettlementSession.HOUR_SECONDS).settled().assertSettled(1, 99, 200);
    }
}
