package io.omerta.protocol.transaction.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Messages per second of whole escrow locks between session hosts: sealed, sent, admitted, handled and in the journal. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SessionHostBenchmark {
    private final EscrowLocks locks = new EscrowLocks();

    @Setup(Level.Invocation)
    public void prepare() {
        locks.prepare();
    }

    @Benchmark
    @OperationsPerInvocation(EscrowLocks.MESSAGES)
    public int message() {
        return locks.run();
    }
}
