package io.omerta.protocol.language.benchmark;

import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.transaction.ShippedTransactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From text to meaning: the shipped escrow lock, some 55 KB, what it imports, and the transaction that it calls. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CheckBenchmark {
    private final Source transaction = ShippedTransactions.ESCROW_LOCK.source();

    /** What has been read, so that files are not part of the measurement. */
    private final Map<String, Optional<Source>> read = new TreeMap<>();

    private final ImportSource imports = new ImportSource() {
        @Override
        public Optional<Source> find(List<String> path) {
            return read.computeIfAbsent(
                    String.join("/", path), key -> ShippedTransactions.imports().find(path));
        }

        @Override
        public Optional<Source> transaction(String id) {
            return read.computeIfAbsent(id, key -> ShippedTransactions.imports().transaction(id));
        }
    };

    @Benchmark
    public ProtocolModel check() {
        return Checker.check(transaction, imports).requireModel();
    }
}
