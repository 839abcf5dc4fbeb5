package io.omerta.protocol.language.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.syntax.SpecificationExamples;
import io.omerta.protocol.wire.CanonicalDecoder;
import io.omerta.protocol.wire.Decoded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every reader of foreign text and bytes against inputs of all kinds. Inputs are numbered, and the same number gives the
 * same input. By hand:
 *
 * <pre>
 * -Domerta.fuzz.seconds=600    goes on for so long instead of up to a number of inputs
 * -Domerta.fuzz.first=N        begins with this input
 * -Domerta.fuzz.inputs=N       so many inputs
 * </pre>
 */
class LanguageFuzzTest {
    /** A new reader is one more line. */
    private static final List<FuzzTarget> TARGETS = List.of(
            new FuzzTarget("lexer", LanguageChecks::lexer),
            new FuzzTarget("parser", LanguageChecks::parser),
            new FuzzTarget("formatter", LanguageChecks::formatter),
            new FuzzTarget("checker", LanguageChecks::checker),
            new FuzzTarget("canonical decoder", WireChecks::canonicalDecoder),
            new FuzzTarget("typed codec", WireChecks::typedCodec));

    /** Programs that check without fault, so that many mutations of them do so too. */
    private static final Path CONFORMANCE =
            Path.of("src", "test", "resources", "io", "omerta", "protocol", "machine", "conformance");

    private static final Duration HANG_LIMIT = Duration.ofSeconds(5);
    private static final long FIRST = Long.getLong("omerta.fuzz.first", 0);
    private static final long INPUTS = Long.getLong("omerta.fuzz.inputs", 25_000);
    private static final long SECONDS = Long.getLong("omerta.fuzz.seconds", 0);

    @Test
    void everyTargetWithstandsEveryInput() throws Exception {
        long begin = System.nanoTime();
        LongPredicate goesOn = SECONDS > 0
                ? number ->
                        System.nanoTime() - begin < Duration.ofSeconds(SECONDS).toNanos()
                : number -> number < FIRST + INPUTS;
        Fuzzer.Report report = new Fuzzer(TARGETS, inputs()::input, HANG_LIMIT).run(FIRST, goesOn);
        System.out.println(report.inputs() + " inputs from " + FIRST + " on, "
                + report.failures().size() + " failures");
        String failures = report.failures().stream().map(FuzzFailure::toString).collect(Collectors.joining("\n"));
        assertEquals("", failures);
    }

    /** What is always refused exercises no more than the first lines of a reader. */
    @Test
    void enoughInputsOfEachKindAreAccepted() throws IOException {
        Map<FuzzInputs.Kind, Integer> accepted = new EnumMap<>(FuzzInputs.Kind.class);
        FuzzInputs inputs = inputs();
        for (long number = 0; number < 3_000; number++) {
            FuzzInput input = inputs.input(number);
            boolean file = Parser.parse(Source.decode("input", input.bytes())).isWhole();
            boolean value = new CanonicalDecoder().decode(input.bytes()) instanceof Decoded.Accepted;
            accepted.merge(input.kind(), file || value ? 1 : 0, Integer::sum);
        }
        assertTrue(accepted.get(FuzzInputs.Kind.GENERATED_FILE) > 400, accepted::toString);
        assertTrue(accepted.get(FuzzInputs.Kind.MUTATED_FILE) > 40, accepted::toString);
        assertTrue(accepted.get(FuzzInputs.Kind.MUTATED_EXAMPLE) > 20, accepted::toString);
        assertTrue(accepted.get(FuzzInputs.Kind.MUTATED_ENCODING) > 150, accepted::toString);
    }

    private static FuzzInputs inputs() throws IOException {
        List<String> examples = new ArrayList<>();
        SpecificationExamples.all().forEach(example -> examples.add(example.text()));
        try (Stream<Path> files = Files.list(CONFORMANCE)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".omt"))
                    .sorted()
                    .toList()) {
                examples.add(Files.readString(file));
            }
        }
        return new FuzzInputs(examples);
    }
}
