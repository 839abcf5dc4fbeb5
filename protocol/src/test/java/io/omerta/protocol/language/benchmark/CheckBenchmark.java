package io.omerta.protocol.language.benchmark;

import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
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

/** From bytes to meaning: the shipped escrow lock, some 40 KB, and the file that it imports. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CheckBenchmark {
    private static final String ROOT = "/io/omerta/protocol/transaction/";

    private byte[] transaction = {};
    private byte[] imported = {};

    @Setup
    public void read() {
        transaction = resource("00_escrow_lock/transaction.omt");
        imported = resource("shared/cabal.omt");
        if (check().model() == null) {
            throw new IllegalStateException("the escrow lock has errors");
        }
    }

    @Benchmark
    public CheckedProtocol check() {
        ImportSource imports = path -> Optional.of(Source.decode(String.join("/", path), imported));
        return Checker.check(Source.decode("transaction.omt", transaction), imports);
    }

    private static byte[] resource(String name) {
        try (InputStream stream = CheckBenchmark.class.getResourceAsStream(ROOT + name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + ROOT + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
