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

                state IDLE initial idle
                state LOCKED
                state RELEASED terminal

                IDLE -> LOCKED on believe (
                    store lock_hash
                )
                LOCKED -> RELEASED on timeout(PATIENCE)
            )

            invariant NobodyIsLocked "For tests" (
                ALL(Consumer, c => c.state != Consumer.LOCKED)
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

    /** A credulous consumer of a node takes a result. */
    static SessionStep believed(SessionBook book, int node, long second, Hash result) {
        MachineSpec machine = CREDULOUS.machine("Consumer");
        MachineInput input = new MachineInput.Triggered("believe", List.of(result));
        Outcome outcome = machine.step(machine.initial(), input, unasked());
        SessionStep step = book.file(second * SECOND, node, peer(node), consumer(), input, outcome);
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
        return new SessionStep(SECOND, node, peer(node), key, input, outcome, "", session);
    }

    private static Surroundings unasked() {
        return (Surroundings) Proxy.newProxyInstance(
                Cases.class.getClassLoader(), new Class<?>[] {Surroundings.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("asked for " + method.getName());
                });
    }
}
