package io.omerta.sim.network.session.check;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.Instance;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.machine.Surroundings;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.transaction.ShippedTransactions;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Steps and blocks for checks to see, as a run would show them. */
final class Cases {
    static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    static final TransactionSpec SETTLEMENT = ShippedTransactions.SETTLEMENT.compile();
    static final Hash SESSION = hash(1);
    static final long SECOND = 1_000_000_000;

    /** A consumer that is locked as soon as it is told so, whatever it is locked by. */
    static final TransactionSpec CREDULOUS = TransactionSpec.compile(Checker.check(
                    Source.of(
                            "credulous.omt",
                            """
            transaction 00 "Credulous" "A consumer that believes everything"

            parameters (
                PATIENCE = 10 seconds "How long it is locked"
            )

            actor Consumer "Believes" (
                store (
                    lock_hash hash
                )

                trigger believe(lock_hash hash) in [IDLE] "It is locked"
                trigger begin() in [IDLE] "A session begins"
                trigger end() in [IN_SESSION] "It ends"

                state IDLE initial idle
                state LOCKED
                state IN_SESSION idle
                state RELEASED terminal

                IDLE -> LOCKED on believe (
                    store lock_hash
                )
                IDLE -> IN_SESSION on begin
                IN_SESSION -> RELEASED on end
                LOCKED -> RELEASED on timeout(PATIENCE)
            )

            invariant NobodyIsLocked "For tests" (
                ALL(Consumer, c => c.state != Consumer.LOCKED)
            )
            """),
                    ImportSource.none())
            .requireModel());

    /** A consumer that takes any settlement. */
    static final TransactionSpec CREDULOUS_SETTLEMENT = TransactionSpec.compile(Checker.check(
                    Source.of(
                            "credulous-settlement.omt",
                            """
            transaction 02 "Credulous" "A consumer that takes any settlement"

            actor Consumer "Takes" (
                store (
                    settlement_hash hash
                )

                trigger believe(settlement_hash hash) in [IDLE] "It is settled"

                state IDLE initial idle
                state SETTLED terminal

                IDLE -> SETTLED on believe (
                    store settlement_hash
                )
            )
            """),
                    ImportSource.none())
            .requireModel());

    private Cases() {}

    static Hash hash(int number) {
        byte[] bytes = new byte[Hash.BYTES];
        Arrays.fill(bytes, (byte) number);
        return Hash.of(bytes);
    }

    static PeerId peer(int number) {
        return PeerId.of(hash(number).toByteArray());
    }

    /** A block of a node at a second, with fields as name and value. */
    static SignedBlock block(int node, long second, String type, Object... fields) {
        String[] names = new String[fields.length / 2];
        Value[] values = new Value[fields.length / 2];
        for (int i = 0; i < names.length; i++) {
            names[i] = (String) fields[2 * i];
            values[i] = (Value) fields[2 * i + 1];
        }
        Struct body = Struct.of(StructShape.of(type, names), values);
        Block block = new Block(peer(node), 1, hash(9), second * 1000, body, Signature.of(new byte[Signature.BYTES]));
        return new SignedBlock(second * SECOND, node, peer(node), block);
    }

    static SignedBlock reservation(int node, long second, int session, long micros, long untilSecond) {
        return block(
                node,
                second,
                "WITNESS_RESERVATION",
                "session_id",
                hash(session),
                "consumer",
                peer(100),
                "amount",
                new Value.Int(micros),
                "expires_at",
                new Value.Timestamp(untilSecond * 1000));
    }

    static SignedBlock held(int node, long second, String type, int session, long micros) {
        return block(
                node,
                second,
                type,
                "session_id",
                hash(session),
                "consumer",
                peer(100),
                "amount",
                new Value.Int(micros));
    }

    static SignedBlock funds(int node, long second, String type, long micros) {
        return block(node, second, type, "session_id", SESSION, "amount", new Value.Int(micros));
    }

    /** A block with a settlement of an escrow. */
    static SignedBlock settled(int node, long second, String type, long escrow, long payment, long burn, long refund) {
        Struct settlement = Struct.of(
                StructShape.of("Settlement", "escrow", "payment", "burn", "refund"),
                new Value.Int(escrow),
                new Value.Int(payment),
                new Value.Int(burn),
                new Value.Int(refund));
        return block(node, second, type, "session_id", SESSION, "settlement", settlement);
    }

    /** A witness charges a session. */
    static SignedBlock charged(int node, long second, int session, long paymentMicros, long burnMicros) {
        return block(
                node,
                second,
                "SETTLEMENT_COMMITMENT",
                "session_id",
                hash(session),
                "consumer",
                peer(100),
                "payment",
                new Value.Int(paymentMicros),
                "burn",
                new Value.Int(burnMicros));
    }

    /** A credulous consumer of a node takes a result. */
    static SessionStep believed(SessionBook book, int node, long second, Hash result) {
        return believed(book, node, second, consumer(), CREDULOUS.machine("Consumer"), result);
    }

    /** A consumer of a node takes a settlement, whatever it says. */
    static SessionStep settledBy(SessionBook book, int node, Hash settlement) {
        SessionKey key = new SessionKey("02", SESSION, "Consumer");
        return believed(book, node, 0, key, CREDULOUS_SETTLEMENT.machine("Consumer"), settlement);
    }

    /** The session of a credulous consumer of a node begins. */
    static SessionStep inSession(SessionBook book, int node) {
        MachineInput input = new MachineInput.Triggered("begin", List.of());
        return step(book, node, 0, consumer(), CREDULOUS.machine("Consumer"), input);
    }

    private static SessionStep believed(
            SessionBook book, int node, long second, SessionKey key, MachineSpec machine, Hash result) {
        return step(book, node, second, key, machine, new MachineInput.Triggered("believe", List.of(result)));
    }

    private static SessionStep step(
            SessionBook book, int node, long second, SessionKey key, MachineSpec machine, MachineInput input) {
        Outcome outcome = machine.step(machine.initial(), input, unasked());
        SessionStep step = book.file(second * SECOND, node, peer(node), key, input, outcome);
        if (step == null) {
            throw new AssertionError("the machine is still in its initial state");
        }
        return step;
    }

    static SessionKey consumer() {
        return new SessionKey("00", SESSION, "Consumer");
    }

    /** A step of a witness that had these effects. */
    static SessionStep effects(int node, MachineEffect... effects) {
        Configuration idle = ESCROW.machine("Witness").initial();
        MachineInput input = new MachineInput.Expired(0);
        SessionKey key = new SessionKey("00", SESSION, "Witness");
        Outcome outcome = new Outcome(idle, List.of(effects));
        Map<String, List<Instance>> session = Map.of("Witness", List.of(new Instance(peer(node), idle)));
        return new SessionStep(SECOND, node, peer(node), key, input, outcome, "", () -> session);
    }

    private static Surroundings unasked() {
        return (Surroundings) Proxy.newProxyInstance(
                Cases.class.getClassLoader(), new Class<?>[] {Surroundings.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("asked for " + method.getName());
                });
    }
}
