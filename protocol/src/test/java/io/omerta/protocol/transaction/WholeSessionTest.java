package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.ledger.Totals;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A session from the command to lock until everybody is at rest, what the chains show then, and what follows from it. */
class WholeSessionTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    private static final List<TransactionSpec> ALL =
            List.of(ESCROW, SettlementSession.ATTESTATION, SettlementSession.SETTLEMENT);
    private static final long DAY_SECONDS = 86_400;

    private static SessionHarness harness(long seed, TestKeys keys) {
        return new SessionHarness(
                seed,
                SessionHarness.CANDIDATES,
                ALL,
                keys,
                identity -> new SettledTrust(SettlementSession.SETTLEMENT, identity.hasher(), identity.verifier()));
    }

    /** Locks, runs and settles one session. */
    private static SettlementSession session(SessionHarness harness, long amount, long hourlyRate, long seconds) {
        Hash id = harness.lock(CONSUMER, PROVIDER, amount, hourlyRate);
        CabalSession running = CabalSession.running(CabalSession.locked(new EscrowSession(harness, id)));
        return new SettlementSession(running, SettlementSession.SETTLEMENT)
                .endAfter(seconds)
                .settled();
    }

    private static void assertWholeLife(TestKeys keys) {
        SessionHarness harness = harness(1, keys);
        SettlementSession session = session(harness, 300, 100, SettlementSession.HOUR_SECONDS);
        session.assertSettled(0, 100, 200);
        session.assertSettledBy(session.cabal());
        harness.runSeconds(2 * DAY_SECONDS);
        assertEquals(List.of("SETTLED", "SESSION_ENDED", "SETTLED"), states(session, CONSUMER, "Consumer"));
        assertEquals(List.of("SETTLED", "SESSION_COMPLETE", "SETTLED"), states(session, PROVIDER, "Provider"));
        for (int witness : session.cabal()) {
            assertEquals(List.of("DONE", "DONE", "SETTLED"), states(session, witness, "Witness"));
            assertEquals(
                    List.of(
                            "WITNESS_RESERVATION",
                            "WITNESS_COMMITMENT",
                            "ATTESTATION",
                            "SETTLEMENT_COMMITMENT",
                            "RESERVATION_RELEASED"),
                    blocks(harness, witness));
        }
        assertEquals(List.of("CONSUMER_RESERVATION", "BALANCE_LOCK", "BALANCE_UNLOCK"), blocks(harness, CONSUMER));
        assertEquals(List.of("SESSION_OPENED", "PAYMENT_RECEIVED"), blocks(harness, PROVIDER));
        session.attested().escrow().assertSound();
    }

    private static List<String> states(SettlementSession session, int node, String role) {
        return List.of("00", "01", "02").stream()
                .map(id -> session.node(node).state(new SessionKey(id, session.id(), role)))
                .toList();
    }

    private static List<String> blocks(SessionHarness harness, int node) {
        Chain chain = harness.nodes.get(node).host.chain();
        return IntStream.rangeClosed(0, (int) chain.height())
                .mapToObj(height -> chain.blockAt(height).type())
                .filter(type -> !type.equals("GENESIS") && !type.equals("PEER_HASH"))
                .toList();
    }

    @Test
    void oneCommandLeadsFromTheLockToTheSettlement() {
        assertWholeLife(TestKeys.simulated(1));
    }

    @Test
    void oneCommandLeadsFromTheLockToTheSettlementWithRealSignatures() {
        assertWholeLife(TestKeys.real(1));
    }

    private static Chain chain(SessionHarness harness, int node) {
        return harness.nodes.get(node).host.chain();
    }

    private static SettledIncomes incomes(SessionHarness harness) {
        SettledIncomes incomes =
                new SettledIncomes(ESCROW, SettlementSession.SETTLEMENT, harness.hasher, harness.verifier);
        incomes.grant(harness.peer(CONSUMER), SessionHarness.FUNDS);
        return incomes;
    }

    private static SettlementSession settled(long seed) {
        return SettlementSession.running(seed)
                .endAfter(2 * SettlementSession.HOUR_SECONDS)
                .settled();
    }

    @Test
    void aSettlementIsTheProvidersIncomeWhicheverPartyShowsIt() {
        SettlementSession session = settled(2);
        session.assertSettled(3, 197, 100);
        SettledIncomes incomes = incomes(session.harness());
        incomes.observe(chain(session.harness(), PROVIDER));
        assertEquals(0, incomes.micros(session.harness().peer(PROVIDER)));
        incomes.observe(chain(session.harness(), CONSUMER));
        assertEquals(3, incomes.micros(session.harness().peer(PROVIDER)));
        incomes.observe(chain(session.harness(), CONSUMER));
        incomes.observe(chain(session.harness(), PROVIDER));
        assertEquals(3, incomes.micros(session.harness().peer(PROVIDER)));
        assertEquals(200, incomes.chargedMicros(session.id()));
        assertEquals(new Totals(803, 0, 197, 1_000), incomes.totals());
        assertTrue(incomes.totals().isConserved());
    }

    @Test
    void nobodyIsPaidWithMoneyThatNobodyHad() {
        SettlementSession session = settled(3);
        SettledIncomes poor = new SettledIncomes(
                ESCROW, SettlementSession.SETTLEMENT, session.harness().hasher, session.harness().verifier);
        poor.grant(session.harness().peer(CONSUMER), 299);
        poor.observe(chain(session.harness(), CONSUMER));
        poor.observe(chain(session.harness(), PROVIDER));
        assertEquals(0, poor.micros(session.harness().peer(PROVIDER)));
        poor.grant(session.harness().peer(CONSUMER), 1);
        assertEquals(3, poor.micros(session.harness().peer(PROVIDER)));
    }

    private static Value balance(SessionHarness harness, Incomes incomes, long nowMillis) {
        ChainFunds funds = new ChainFunds(ESCROW, SettlementSession.SETTLEMENT, harness.hasher, harness.verifier);
        long costs = funds
                .costs(
                        chain(harness, CONSUMER)
                                .page(0, chain(harness, CONSUMER).height())
                                .blocks(),
                        nowMillis)
                .orElseThrow()
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Value.Int(incomes.micros(harness.peer(CONSUMER)) - costs);
    }

    @Test
    void aSettledLockCostsWhatWasNotRefunded() {
        SettlementSession session = settled(4);
        SessionHarness harness = session.harness();
        assertEquals(new Value.Int(800), balance(harness, incomes(harness), harness.nowMillis()));
    }

    @Test
    void anExpiredEscrowIsFreeWhenNobodyCanSettleItAnyMore() {
        SettlementSession session = SettlementSession.running(5);
        SessionHarness harness = session.harness();
        Struct expired = session.forge()
                .block("ESCROW_EXPIRED", "lock_hash", session.attested().variable(CONSUMER, "Consumer", "lock_hash"));
        session.node(CONSUMER).take(new SessionCommand.Record(expired).toInput());
        assertEquals(new Value.Int(700), balance(harness, incomes(harness), harness.nowMillis()));
        long later = harness.nowMillis() + 33 * DAY_SECONDS * SessionHarness.MILLIS_PER_SECOND;
        assertEquals(new Value.Int(1_000), balance(harness, incomes(harness), later));
    }

    /** What the provider's chain shows after a first session, some days before a second one of an hour. */
    private static SettlementSession second(SessionHarness harness, long days) {
        session(harness, 300, 10, 10 * SettlementSession.HOUR_SECONDS);
        harness.runSeconds(days * DAY_SECONDS);
        session(harness, 300, 10, SettlementSession.HOUR_SECONDS);
        Chain provider = harness.nodes.get(PROVIDER).host.chain();
        harness.nodes
                .get(CONSUMER)
                .take(new SessionCommand.Record(SessionHarness.head(provider, harness.nowMillis())
                                .toBody())
                        .toInput());
        harness.runSeconds(2 * SettlementSession.HOUR_SECONDS);
        return session(harness, 300, 100, SettlementSession.HOUR_SECONDS);
    }

    @Test
    void earlierSessionsAreTheTrustByWhichLaterOnesArePaid() {
        SettlementSession last = second(harness(6, TestKeys.simulated(6)), 45);
        Struct terms = (Struct) last.variable(PROVIDER, "Provider", "terms");
        // 10 hours that are 45 days old, e^(-45/365), and 1 hour of today; after 45 of 90 days half of it counts.
        assertEquals(new Value.Int((8_840 + 1_000) / 2), Forge.field(terms, "provider_trust_milli"));
        assertEquals(List.of(4L, 96L, 200L), last.parts());
    }
}
