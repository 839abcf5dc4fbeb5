package io.omerta.protocol.transaction;

import io.omerta.protocol.crypto.HashDomain;
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
import io.omerta.protocol.wire.Value;
import java.util.Arrays;
import java.util.List;

/** A machine that knows one expression over the functions of a shipped transaction, and evaluates it for whoever asks. */
final class FunctionProbe {
    private final MachineSpec machine;
    private final Surroundings surroundings;

    private FunctionProbe(MachineSpec machine, Surroundings surroundings) {
        this.machine = machine;
        this.surroundings = surroundings;
    }

    /**
     * @param harness whose keys sign
     * @param parameters of the expression, as those of a trigger
     * @param type of the expression
     */
    static FunctionProbe of(
            ShippedTransactions shipped, SessionHarness harness, String parameters, String type, String expression) {
        Source source = shipped.source();
        String probe = "\nactor Probe ( store ( answer " + type + " ) trigger ask(" + parameters
                + ") in [READY] state READY initial idle READY -> READY on ask ( answer = " + expression + " ) )\n";
        Source probed = Source.of(source.name(), source.text() + probe);
        TransactionSpec transaction = TransactionSpec.compile(
                Checker.check(probed, ShippedTransactions.imports()).requireModel());
        return new FunctionProbe(transaction.machine("Probe"), new Keys(harness));
    }

    Value ask(Value... arguments) {
        Configuration ready = machine.step(machine.initial(), new MachineInput.Start(), surroundings)
                .next();
        Outcome outcome =
                machine.step(ready, new MachineInput.Triggered("ask", Arrays.asList(arguments)), surroundings);
        return outcome.next().variable(0);
    }

    boolean holds(Value... arguments) {
        return ask(arguments).equals(Value.Bool.TRUE);
    }

    /** Functions ask nobody; they only hash and verify. */
    private record Keys(SessionHarness harness) implements Surroundings {
        @Override
        public PeerId self() {
            return harness.peer(0);
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
            return harness.hasher.hash(domain, value);
        }

        @Override
        public boolean verify(PeerId signer, Hash hash, Signature signature) {
            return harness.verifier.verify(signer, hash, signature);
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
        public Value call(NativeModel function, List<Value> arguments) {
            throw new UnanswerableException("no natives");
        }

        @Override
        public Value ask(Builtin builtin, List<Value> arguments) {
            throw new UnanswerableException("no answers");
        }
    }
}
