package io.omerta.protocol.machine.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every case of the conformance suite on every engine. */
class ConformanceTest {
    @TestFactory
    Stream<DynamicTest> theNaiveInterpreterGivesTheExpectedTranscript() {
        return replayed(NaiveInterpreter.ENGINE);
    }

    @TestFactory
    Stream<DynamicTest> theEngineGivesTheExpectedTranscript() {
        return replayed(CompiledEngine.ENGINE);
    }

    private static Stream<DynamicTest> replayed(Engine engine) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Case file : Case.all()) {
            tests.add(DynamicTest.dynamicTest(
                    file.name(),
                    () -> assertEquals(
                            String.join("\n", file.transcript()),
                            Script.replay(file.protocol(), file.transcript(), engine))));
        }
        return tests.stream();
    }
}
