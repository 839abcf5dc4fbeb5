package io.omerta.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FileNamesTest {
    @Test
    void pathSeparatorsAndDotsCannotLeaveTheDirectory() {
        assertEquals(
                List.of("etc-passwd", "c-windows", "a.b"),
                FileNames.unique(List.of("../../etc/passwd", "C:\\Windows", "a..b"), "x"));
    }

    @Test
    void idsThatDifferOnlyInCaseGetDifferentNames() {
        assertEquals(List.of("delay", "delay-2", "delay-3"), FileNames.unique(List.of("delay", "Delay", "DELAY"), "x"));
    }

    @Test
    void nameTakenByAnotherIdIsNotGivenTwice() {
        assertEquals(List.of("a-2", "a", "a-3"), FileNames.unique(List.of("a-2", "a", "A"), "x"));
    }

    @Test
    void idWithoutUsableCharactersGetsTheFallback() {
        assertEquals(List.of("chart", "chart-2"), FileNames.unique(List.of("", "…"), "chart"));
    }

    @Test
    void longIdsAreCut() {
        List<String> names = FileNames.unique(List.of("x".repeat(300), "x".repeat(300)), "x");
        assertTrue(names.stream().allMatch(name -> name.length() < 90), names::toString);
        assertEquals(2, names.stream().distinct().count());
    }
}
