package io.omerta.protocol.language.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FuzzerTest {
    private static final Duration HANG_LIMIT = Duration.ofSeconds(10);

    @Test
    void everyInputReachesEveryTarget() throws InterruptedException {
        StringBuilder seen = new StringBuilder();
        Fuzzer.Report report = fuzzer(
                        new FuzzTarget("a", input -> seen.append('a').append(input[0])),
                        new FuzzTarget("b", input -> seen.append('b').append(input[0])))
                .run(7, number -> number < 9);
        assertEquals("a7b7a8b8", seen.toString());
        assertEquals(new Fuzzer.Report(2, List.of()), report);
    }

    @Test
    void aFailureIsToldWithALineThatReplaysIt() throws InterruptedException {
        FuzzTarget picky = new FuzzTarget("picky", input -> assertTrue(input[0] != 3, "three"));
        Fuzzer.Report report = fuzzer(picky).run(0, number -> number < 5);
        assertEquals(5, report.inputs());
        assertEquals(1, report.failures().size());
        String told = report.failures().get(0).toString();
        assertTrue(told.startsWith("input 3 (RANDOM_BYTES, 1 bytes) fails picky: "), told);
        assertTrue(told.contains("-Domerta.fuzz.first=3 -Domerta.fuzz.inputs=1"), told);
        assertTrue(told.contains("\\x03"), told);
    }

    @Test
    void aStackThatOverflowsIsAFailureOfItsInputOnly() throws InterruptedException {
        Fuzzer.Report report =
                fuzzer(new FuzzTarget("deep", input -> descend(0))).run(0, number -> number < 2);
        assertEquals(2, report.inputs());
        assertEquals(2, report.failures().size());
    }

    @Test
    void aTargetThatDoesNotEndIsToldWithWhereItIs() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        FuzzTarget hanging = new FuzzTarget("hanging", input -> never.await());
        Fuzzer fuzzer = new Fuzzer(List.of(hanging), FuzzerTest::input, Duration.ofMillis(50));
        Fuzzer.Report report = fuzzer.run(0, number -> true);
        never.countDown();
        assertEquals(1, report.failures().size());
        FuzzFailure failure = report.failures().get(0);
        assertEquals("not done after 50 ms", failure.thrown().getMessage());
        assertTrue(failure.thrown().getStackTrace().length > 0);
    }

    private static int descend(int depth) {
        return 1 + descend(depth + 1);
    }

    private static Fuzzer fuzzer(FuzzTarget... targets) {
        return new Fuzzer(List.of(targets), FuzzerTest::input, HANG_LIMIT);
    }

    private static FuzzInput input(long number) {
        return new FuzzInput(number, FuzzInputs.Kind.RANDOM_BYTES, new byte[] {(byte) number});
    }
}
