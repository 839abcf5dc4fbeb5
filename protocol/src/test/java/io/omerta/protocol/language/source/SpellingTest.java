package io.omerta.protocol.language.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void nearestNamesComeFirstThenAlphabetically() {
        assertEquals(
                List.of("REQUEST", "BEQUEST", "REQUES"),
                Spelling.suggest("REQUEST", List.of("REQUES", "BEQUEST", "OTHER", "REQUEST")));
    }

    @Test
    void caseDoesNotCount() {
        assertEquals(List.of("SEND"), Spelling.suggest("send", List.of("SEND")));
    }

    @Test
    void namesThreeEditsAwayAreNotSuggested() {
        assertEquals(List.of(), Spelling.suggest("abcdef", List.of("abcxyz")));
    }

    @Test
    void oneNearNameIsAFix() {
        assertEquals(Optional.of("LOCKED"), Spelling.fix("LOKED", List.of("LOCKED", "FAILED")));
    }

    @Test
    void shortNamesAreNeverFixed() {
        assertEquals(Optional.empty(), Spelling.fix("abd", List.of("abc")));
    }

    @Test
    void twoNearNamesAreNoFix() {
        assertEquals(Optional.empty(), Spelling.fix("STATES", List.of("STATE1", "STATE2")));
    }
}
