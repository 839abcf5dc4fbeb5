package io.omerta.protocol.machine.benchmark;

import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.machine.Surroundings;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Steps of a small machine, and the same with the fingerprint of each configuration of 20 variables. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepBenchmark {
    private static final String PROTOCOL =
            """
            transaction 92 "Counting"
            message ADD from Client to [Counter] ( amount uint )
            actor Client (
              store ( counter peer_id amount uint )
              state S initial idle
              trigger add(counter peer_id, amount uint) in [S]
              S -> S on add ( SEND(counter, ADD) )
            )
            actor Counter (
              store (
                total uint client peer_id
                a int b int c int d int e int f string g string h string i list<int> j list<int>
                k int l int m int n int o int p string q string r bool
              )
              state S initial idle
              S -> S on ADD when total != null and message.amount > 0 ( total = total + message.amount )
              S -> S on ADD when total == null ( total = message.amount client = message.sender )
            )
            """;

    private final Surroundings surroundings = new NoSurroundings();
    private MachineSpec machine;
    private MachineInput input;
    private Configuration configuration;

    @Setup
    public void begin() {
        TransactionSpec spec =
                TransactionSpec.compile(Checker.check(Source.of("counting.omt", PROTOCOL), ImportSource.none())
                        .requireModel());
        machine = spec.machine("Counter");
        MessageModel add = Objects.requireNonNull(spec.message("ADD"));
        input = new MachineInput.Received(
                PeerId.of(new byte[PeerId.BYTES]), add, Struct.of(add.body().shape(), new Value.Int(1)));
        configuration = machine.initial();
        step();
    }

    @Benchmark
    public Configuration step() {
        Outcome outcome = machine.step(configuration, input, surroundings);
        configuration = outcome.next();
        return configuration;
    }

    @Benchmark
    public Fingerprint stepAndFingerprint() {
        return step().fingerprint();
    }
}
