package io.omerta.sim.kernel.benchmark;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.kernel.ReferenceKernel;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The hold model: each event schedules one successor, so that the number of pending events stays what it was. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HoldModelBenchmark {
    static final int BATCH = 10_000;

    @Param({"1000", "100000", "1000000"})
    public int pending;

    @Param({"heap", "wheel", "boxed-priority-queue", "dsol-lambda"})
    public String kernel;

    /** 1000000 makes every time a whole millisecond, so that most events tie with others. */
    @Param("1")
    public long unitNanos;

    private HoldModel model;

    @Setup
    public void fill() {
        Increments increments = Increments.exponential(unitNanos, new RandomStreams(1).stream("hold"));
        model = switch (kernel) {
            case "heap" -> new KernelHoldModel(new PrimitiveKernel(QueueKind.HEAP), pending, increments);
            case "wheel" -> new KernelHoldModel(new PrimitiveKernel(QueueKind.WHEEL), pending, increments);
            case "boxed-priority-queue" -> new KernelHoldModel(new ReferenceKernel(), pending, increments);
            case "dsol-lambda" -> new DsolHoldModel(pending, increments);
            default -> throw new IllegalArgumentException(kernel);
        };
        // The steady state of the hold model differs from its start: let the pending set turn over.
        for (long done = 0; done < Math.min(2_000_000, 3L * pending); done += BATCH) {
            model.execute(BATCH);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long hold() {
        return model.execute(BATCH);
    }

    /** A pending set that can be stepped through. */
    interface HoldModel {
        long execute(int events);
    }

    /** Time to the successor of an event, from a table: a logarithm would cost more than the queue. */
    record Increments(long[] quantilesNanos, RandomStream stream) {
        private static final int QUANTILES = 1 << 10;

        /** Exponential with mean one second, in whole multiples of a unit. */
        static Increments exponential(long unitNanos, RandomStream stream) {
            long[] quantiles = new long[QUANTILES];
            for (int i = 0; i < QUANTILES; i++) {
                double seconds = -StrictMath.log((i + 0.5) / QUANTILES);
                quantiles[i] = (long) (seconds * 1e9 / unitNanos) * unitNanos;
            }
            return new Increments(quantiles, stream);
        }

        long nextNanos() {
            return quantilesNanos[(int) (stream.nextLong() >>> 54)];
        }
    }

    /** The hold model on one of our kernels. */
    static final class KernelHoldModel implements HoldModel {
        private final EventKernel kernel;
        private final int type;
        private long left;

        KernelHoldModel(EventKernel kernel, int pending, Increments increments) {
            this.kernel = kernel;
            this.type = kernel.eventType("hold", (target, source, a, b, c, body) -> {
                kernel.schedule(kernel.now() + increments.nextNanos(), source, typeOf(), target, a, b, c, null);
                if (--left == 0) {
                    kernel.stop();
                }
            });
            for (int i = 0; i < pending; i++) {
                kernel.schedule(increments.nextNanos(), 1 + (i & 1023), type, i, 0, 0, 0, null);
            }
        }

        private int typeOf() {
            return type;
        }

        @Override
        public long execute(int events) {
            left = events;
            kernel.runUntil(EventKernel.MAX_TIME_NANOS);
            return kernel.executed();
        }
    }
}
