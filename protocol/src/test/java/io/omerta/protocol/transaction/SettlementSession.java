package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Objects;

/** One session from the lock to the settlement, as tests of transaction 02 speak of it. */
record SettlementSession(CabalSession attested, TransactionSpec settlement) {
    static final TransactionSpec ATTESTATION = ShippedTransactions.CABAL_ATTESTATION.compile();
    static final TransactionSpec SETTLEMENT = ShippedTransactions.SETTLEMENT.compile();

    /** An hour costs 100 of the 300 that are locked, of which a trust of 2 pays 1. */
    static final long HOUR_SECONDS = 3_600;

    static SettlementSession running(long seed) {
        return running(seed, SETTLEMENT);
    }

    static SettlementSession running(long seed, TransactionSpec settlement) {
        return new SettlementSession(CabalSession.running(seed, ATTESTATION, settlement), settlement);
    }

    /** A session of an hour that its consumer has ended, and that is about to be settled. */
    static SettlementSession ended(long seed) {
        return ended(seed, SETTLEMENT);
    }

    static SettlementSession ended(long seed, TransactionSpec settlement) {
        return running(seed, settlement).endAfter(HOUR_SECONDS);
    }

    SettlementSession endAfter(long seconds) {
        harness().runSeconds(seconds - 1);
        attested.cancelByConsumer("COMPLETED_NORMAL");
        return this;
    }

    SettlementSession settled() {
        harness().runSeconds(10);
        return this;
    }

    SessionHarness harness() {
        return attested.harness();
    }

    List<Integer> cabal() {
        return attested.cabal();
    }

    TestNode node(int index) {
        return attested.node(index);
    }

    NodeIdentity identity(int node) {
        return node(node).identity;
    }

    Hash id() {
        return attested.id();
    }

    SessionKey key(String role) {
        return new SessionKey("02", id(), role);
    }

    String state(int node, String role) {
        return node(node).state(key(role));
    }

    String consumer() {
        return state(CONSUMER, "Consumer");
    }

    String provider() {
        return state(PROVIDER, "Provider");
    }

    String witness(int node) {
        return state(node, "Witness");
    }

    Forge forge() {
        return new Forge(harness(), settlement, id());
    }

    Value variable(int node, String role, String name) {
        Configuration configuration = Objects.requireNonNull(node(node).last.get(key(role)));
        for (int i = 0; i < configuration.actor().variables().size(); i++) {
            if (configuration.actor().variables().get(i).name().equals(name)) {
                return configuration.variable(i);
            }
        }
        throw new AssertionError("no variable " + name);
    }

    void trigger(int node, String role, String trigger, Value... arguments) {
        harness().trigger(node, key(role), trigger, arguments);
    }

    /** What the consumer's chain shows. */
    Struct unlocked() {
        return (Struct) Forge.field(harness().block(CONSUMER, "BALANCE_UNLOCK"), "settlement");
    }

    /** What the provider's chain shows. */
    Struct paid() {
        return (Struct) Forge.field(harness().block(PROVIDER, "PAYMENT_RECEIVED"), "settlement");
    }

    static long number(Struct settlement, String field) {
        return ((Value.Int) Forge.field(settlement, field)).value();
    }

    String basis() {
        return ((Value.EnumMember) Forge.field(paid(), "basis")).name();
    }

    /** Payment, burn and refund as the provider has recorded them. */
    List<Long> parts() {
        return List.of(number(paid(), "payment"), number(paid(), "burn"), number(paid(), "refund"));
    }

    /** Everybody has recorded the same settlement, and nobody holds anything any more. */
    void assertSettled(long payment, long burn, long refund) {
        assertEquals("SETTLED", consumer());
        assertEquals("SETTLED", provider());
        assertEquals(unlocked(), paid());
        assertEquals(List.of(payment, burn, refund), parts());
        assertEquals("SETTLED", attested.escrow().consumer());
        assertEquals(1, harness().blocks(CONSUMER, "BALANCE_UNLOCK"));
        assertEquals(1, harness().blocks(PROVIDER, "PAYMENT_RECEIVED"));
        attested.escrow().assertSound();
    }

    void assertSettledBy(List<Integer> witnesses) {
        for (int witness : witnesses) {
            assertEquals("CLOSED", witness(witness), "witness " + witness);
            assertEquals("RELEASED", attested.escrow().witness(witness), "witness " + witness);
            assertEquals(1, harness().blocks(witness, "SETTLEMENT_COMMITMENT"), "witness " + witness);
            assertEquals(0, committed(witness), "witness " + witness);
        }
    }

    /** Micro-credits that a witness holds for the session. */
    long committed(int witness) {
        return node(witness).host.held().committedMicros(harness().peer(CONSUMER), id());
    }
}
