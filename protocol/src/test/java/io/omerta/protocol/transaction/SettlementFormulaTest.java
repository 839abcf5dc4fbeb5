package io.omerta.protocol.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Sha256Hasher;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.machine.Surroundings;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.machine.UnanswerableException;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The division of an escrow, as the functions of transaction 02 compute it. */
class SettlementFormulaTest {
    private static final long LARGE = 1L << 62;

    /** Divides whatever it is told to. */
    private static final String PROBE =
            """
            actor Probe (
                store ( settlement Settlement )
                trigger divide(escrow uint, seconds uint, rate uint, trust uint) in [READY]
                state READY initial idle
                READY -> READY on divide (
                    settlement = DIVIDED(SESSION(), SESSION(), peer_id, peer_id, [], {
                        amount escrow, hourly_rate rate, provider_trust_milli trust
                    }, ATTESTED, SESSION(), null, seconds, escrow)
                )
            )
            """;

    private record Parts(long payment, long burn, long refund) {
        boolean makeUp(long escrow) {
            return payment >= 0
                    && burn >= 0
                    && refund >= 0
                    && BigInteger.valueOf(payment)
                            .add(BigInteger.valueOf(burn))
                            .add(BigInteger.valueOf(refund))
                            .equals(BigInteger.valueOf(escrow));
        }
    }

    private static final MachineSpec SHIPPED = probe(Map.of());

    private static MachineSpec probe(Map<String, Value> parameters) {
        Source shipped = ShippedTransactions.SETTLEMENT.source();
        Source probed = Source.of(shipped.name(), shipped.text() + PROBE);
        return TransactionSpec.compile(
                        Checker.check(probed, ShippedTransactions.imports()).requireModel(), parameters)
                .machine("Probe");
    }

    private static Parts divide(MachineSpec machine, long escrow, long seconds, long rate, long trustMilli) {
        Configuration ready = machine.step(machine.initial(), new MachineInput.Start(), NOWHERE)
                .next();
        List<Value> arguments =
                List.of(new Value.Int(escrow), new Value.Int(seconds), new Value.Int(rate), new Value.Int(trustMilli));
        Outcome outcome = machine.step(ready, new MachineInput.Triggered("divide", arguments), NOWHERE);
        Struct settlement = (Struct) outcome.next().variable(0);
        return new Parts(
                SettlementSession.number(settlement, "payment"),
                SettlementSession.number(settlement, "burn"),
                SettlementSession.number(settlement, "refund"));
    }

    private static Parts divide(long escrow, long seconds, long rate, long trustMilli) {
        return divide(SHIPPED, escrow, seconds, rate, trustMilli);
    }

    /** Each row worked by hand: price = seconds x rate / 3600; share = T / (T + 100) at the shipped factor. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one hour at trust 100 pays half,               1000, 3600, 600, 100000, 300, 300, 400",
        "half an hour costs half,                       1000, 1800, 600, 100000, 150, 150, 700",
        "trust 900 pays nine tenths,                    1000, 3600, 600, 900000, 540,  60, 400",
        "trust 1 pays a hundred and first,              1010, 3600, 1010,  1000,  10, 1000, 0",
        "no trust burns all of the price,               1000, 3600, 600,      0,   0, 600, 400",
        "no time refunds all,                           1000,    0, 600, 100000,   0,   0, 1000",
        "overrun pays from the escrow and no more,      1000, 36000, 600, 100000, 500, 500, 0",
        "exactly used up refunds nothing,                600, 3600, 600, 100000, 300, 300, 0",
        "price is rounded down,                         1000,    5, 1000, 100000,   0,   1, 999",
        "but never to nothing,                          1000,    1,    1, 100000,   0,   1, 999",
        "payment is rounded down,                       1000, 3600, 601, 100000, 300, 301, 399",
        "no escrow divides into nothing,                   0, 3600, 600, 100000,   0,   0, 0",
        "no price refunds all,                          1000, 3600,   0, 100000,   0,   0, 1000",
        "a thousandth of trust already counts,        200000, 3600, 200000,   1,   1, 199999, 0"
    })
    void divisionWorkedByHand(
            String name, long escrow, long seconds, long rate, long trust, long payment, long burn, long refund) {
        assertEquals(new Parts(payment, burn, refund), divide(escrow, seconds, rate, trust), name);
    }

    /** The share 1 - 1 / (1 + K T) as published for K of 1, 2, 5 and 10. */
    @ParameterizedTest
    @CsvSource({"1, 100, 90909", "1, 1000, 500000", "2, 1000, 666666", "5, 2000, 909090", "10, 10000, 990099"})
    void publishedSharesAreMetForEveryFactor(long factor, long trustMilli, long paymentMicros) {
        MachineSpec machine = probe(Map.of("K_PAYMENT_PPM", new Value.Int(factor * 1_000_000)));
        assertEquals(
                paymentMicros,
                divide(machine, 1_000_000, 3600, 1_000_000, trustMilli).payment());
    }

    @Test
    void largestAmountsDoNotOverflow() {
        assertEquals(new Parts(LARGE / 2, LARGE / 2, 0), divide(LARGE, 3600, LARGE, 100_000));
        assertEquals(new Parts(0, LARGE, 0), divide(LARGE, 86_400, Long.MAX_VALUE, 0));
        assertTrue(divide(LARGE, Long.MAX_VALUE / 4, Long.MAX_VALUE, Long.MAX_VALUE)
                .makeUp(LARGE));
    }

    @Test
    void partsAlwaysMakeUpTheEscrowAndFollowTheFormula() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            long escrow = random.nextLong() >>> (2 + random.nextInt(62));
            long seconds = random.nextInt(200_000);
            long rate = random.nextLong() >>> (1 + random.nextInt(63));
            long trust = random.nextLong() >>> (24 + random.nextInt(40));
            Parts parts = divide(escrow, seconds, rate, trust);
            String at = "seed 1, draw " + i + ": " + parts;
            assertTrue(parts.makeUp(escrow), at);
            long price = exactPrice(escrow, seconds, rate);
            assertEquals(escrow - price, parts.refund(), at);
            assertEquals(exactPayment(price, trust), parts.payment(), at);
        }
    }

    private static long exactPrice(long escrow, long seconds, long rate) {
        BigInteger price =
                BigInteger.valueOf(seconds).multiply(BigInteger.valueOf(rate)).divide(BigInteger.valueOf(3600));
        BigInteger least = seconds > 0 && rate > 0 ? BigInteger.ONE : BigInteger.ZERO;
        return price.max(least).min(BigInteger.valueOf(escrow)).longValueExact();
    }

    /** price x T / (T + 100), by decimal fractions rather than integers. */
    private static long exactPayment(long price, long trustMilli) {
        BigDecimal trust = BigDecimal.valueOf(Math.min(trustMilli, 1_000_000_000_000L), 3);
        return BigDecimal.valueOf(price)
                .multiply(trust)
                .divide(trust.add(BigDecimal.valueOf(100)), new MathContext(120))
                .toBigInteger()
                .longValueExact();
    }

    @Test
    void moreTrustNeverPaysLessAndMoreTimeNeverCostsLess() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            long trust = random.nextInt(1_000_000);
            long escrow = random.nextInt(1_000_000);
            long seconds = random.nextInt(7_200);
            long rate = random.nextInt(1_000_000);
            Parts parts = divide(escrow, seconds, rate, trust);
            assertTrue(divide(escrow, seconds, rate, trust + 1).payment() >= parts.payment(), "seed 2, draw " + i);
            assertTrue(divide(escrow, seconds + 1, rate, trust).refund() <= parts.refund(), "seed 2, draw " + i);
        }
    }

    /** Work and trust divided among several identities, each of which is paid for its part by its part of the trust. */
    @Test
    void splittingAProviderNeverPaysMore() {
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            int identities = 2 + random.nextInt(9);
            long partTrust = random.nextInt(100_000);
            long part = random.nextInt(100_000);
            long whole = divide(identities * part, 3600, identities * part, identities * partTrust)
                    .payment();
            long parts = identities * divide(part, 3600, part, partTrust).payment();
            assertTrue(parts <= whole, "seed 3: " + identities + " identities: " + parts + " > " + whole);
        }
    }

    /** The division asks nobody. */
    private static final Surroundings NOWHERE = new Surroundings() {
        @Override
        public PeerId self() {
            return PeerId.of(new byte[PeerId.BYTES]);
        }

        @Override
        public Hash session() {
            return Hash.of(new byte[Hash.BYTES]);
        }

        @Override
        public long nowMillis() {
            return 0;
        }

        @Override
        public Hash hash(HashDomain domain, Value value) {
            return new Sha256Hasher().hash(domain, value);
        }

        @Override
        public ByteString randomBytes(int count) {
            throw new UnanswerableException("no random bytes");
        }

        @Override
        public Signature sign(Hash hash) {
            throw new UnanswerableException("no key");
        }

        @Override
        public boolean verify(PeerId signer, Hash hash, Signature signature) {
            return false;
        }

        @Override
        public Value call(NativeModel function, List<Value> arguments) {
            throw new UnanswerableException("no natives");
        }

        @Override
        public Value ask(Builtin builtin, List<Value> arguments) {
            throw new UnanswerableException("no answers");
        }
    };
}
