package io.omerta.protocol.language.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTest {
    @Test
    void linesEndWithLineFeedCarriageReturnOrBoth() {
        Source source = Source.of("x.omt", "a\nbc\r\nd\re");
        assertEquals(
                List.of("a", "bc", "d", "e"),
                List.of(
                        source.line(1).text(),
                        source.line(2).text(),
                        source.line(3).text(),
                        source.line(4).text()));
    }

    @Test
    void columnsCountCodePointsFromOne() {
        Source source = Source.of("x.omt", "ab\n\"\uD83D\uDE00\" c");
        int offset = source.text().indexOf('c');
        assertEquals(new Position(2, 5), source.position(offset));
    }

    @Test
    void theEndOfTheTextHasAPosition() {
        assertEquals(new Position(2, 1), Source.of("x.omt", "ab\n").position(3));
    }

    @Test
    void theFirstPositionOfAnEmptyTextIsLineOneColumnOne() {
        assertEquals(new Position(1, 1), Source.of("x.omt", "").position(0));
    }

    @Test
    void spansBeyondTheTextAreRefused() {
        Source source = Source.of("x.omt", "ab");
        assertThrows(IllegalArgumentException.class, () -> source.span(1, 3));
    }

    @Test
    void invalidUtf8IsToldWithItsByteAndPlace() {
        byte[] bytes = "enum E\n(\u00e9)".getBytes(StandardCharsets.ISO_8859_1);
        Source source = Source.decode("x.omt", bytes);
        assertEquals(1, source.faults().size());
        Diagnostic fault = source.faults().get(0);
        assertEquals(Code.S01, fault.code());
        assertEquals(new Position(2, 2), fault.span().startPosition());
        assertEquals("the byte 0xe9 at byte 8 is not UTF-8; save the file as UTF-8", fault.message());
    }

    @Test
    void validUtf8OfAllLengthsHasNoFaults() {
        assertTrue(Source.of("x.omt", "\"a\u00e9\u20ac\uD83D\uDE00\"").faults().isEmpty());
    }

    @Test
    void oneMebibyteIsRead() {
        Source source = Source.of("x.omt", " ".repeat(Source.MAX_BYTES));
        assertTrue(source.faults().isEmpty());
    }

    @Test
    void moreThanOneMebibyteIsTold() {
        Source source = Source.of("x.omt", " ".repeat(Source.MAX_BYTES + 1));
        assertEquals(Code.S11, source.faults().get(0).code());
        assertTrue(source.text().isEmpty());
    }
}
