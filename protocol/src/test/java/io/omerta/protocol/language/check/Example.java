package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import java.util.List;

/**
 * A piece of text in its place in a file that is otherwise free of errors.
 *
 * @param text the file
 * @param start offset of the marked part, -1 if nothing is marked
 * @param end offset after it
 */
record Example(String text, int start, int end) {
    private static final String DECLARATIONS =
            """
            parameters ( LIMIT = 3 WAIT = 30 seconds SHARE = 0.5 BACK = -5 seconds )
            enum Color ( RED GREEN )
            enum Fruit ( APPLE GREEN )
            struct Terms ( amount uint note optional<string> )
            struct Pair ( first uint second hash )
            message ASK from Buyer to [Seller] ( terms Terms count uint timestamp timestamp )
            message REPLY from Seller to [Buyer] signed ( voter peer_id color Color reason optional<string> )
            message CLOSE from Buyer to [Network] ( reason string )
            block SALE by [Seller] ( amount uint buyer peer_id timestamp timestamp )
            native function probe(peer peer_id) -> bool "net"
            function TWICE(n uint) -> uint ( RETURN n + n )
            function FIRST(xs list<T>, other T) -> T ( RETURN IF LENGTH(xs) == 0 THEN other ELSE xs[0] )
            """;

    private static final String BUYER =
            """
            actor Buyer (
              store ( seller peer_id sellers list<peer_id> votes list<REPLY> terms Terms count uint balance uint since timestamp ok bool color Color )
              trigger buy(seller peer_id, count uint) in [IDLE]
              state IDLE initial idle
              state OPEN idle
              state END terminal
              IDLE -> OPEN on buy
              OPEN -> END on timeout(WAIT)
            """;

    private static final String SELLER =
            """
            actor Seller (
              store ( buyer peer_id amount uint voter peer_id color Color )
              state IDLE initial idle
              state END terminal
              IDLE -> END on ASK
            )
            """;

    private static final String FUNCTION =
            """
            function TEST(
              n uint, i int, h hash, s string, f0 fixed, t timestamp, d duration, p peer_id, b bool, c Color,
              xs list<uint>, ys list<int>, m map<hash, uint>, r Terms, z bytes
            ) -> bool (
            """;

    /** Where the piece stands. */
    enum Place {
        /** At the top level. */
        FILE,
        /** The result of a function, a bool. */
        EXPRESSION,
        /** The statements of a function. */
        BODY,
        /** Actions of a buyer on a trigger. */
        ACTION,
        /** Actions of a buyer on a signed message. */
        HANDLER,
        /** A part of the buyer. */
        MEMBER
    }

    /** @param piece with the part that a diagnostic points to between \u00ab and \u00bb */
    static Example of(Place place, String piece) {
        String text =
                switch (place) {
                    case FILE -> file("", piece);
                    case EXPRESSION -> file("", FUNCTION + "RETURN " + piece + " )");
                    case BODY -> file("", FUNCTION + piece + " )");
                    case ACTION -> file("IDLE -> END on buy ( " + piece + " )", "");
                    case HANDLER -> file("OPEN -> END on REPLY ( " + piece + " )", "");
                    case MEMBER -> file(piece, "");
                };
        int start = text.indexOf('\u00ab');
        int end = text.indexOf('\u00bb') - 1;
        return new Example(text.replace("\u00ab", "").replace("\u00bb", ""), start, start < 0 ? -1 : end);
    }

    private static String file(String member, String declaration) {
        return DECLARATIONS + BUYER + member + "\n)\n" + SELLER + declaration + "\n";
    }

    CheckedProtocol check() {
        return Checker.check(Source.of("example.omt", text), ImportSource.none());
    }

    /** Checks that there is one fault of the code, at the marked place, and no error besides. */
    void assertTold(Code code, String message) {
        List<Diagnostic> told = check().diagnostics().stream()
                .filter(diagnostic -> diagnostic.code() == code || diagnostic.severity() == Severity.ERROR)
                .toList();
        assertEquals(1, told.size(), () -> DiagnosticText.render(told));
        assertEquals(message, told.get(0).message());
        assertEquals(code, told.get(0).code());
        assertEquals(text.substring(start, end), told.get(0).span().text());
        assertEquals(start, told.get(0).span().start(), "start");
    }

    /** Checks that there is neither an error nor a fault of one of the codes. */
    void assertFreeOf(Code... codes) {
        List<Diagnostic> told = check().diagnostics().stream()
                .filter(diagnostic ->
                        List.of(codes).contains(diagnostic.code()) || diagnostic.severity() == Severity.ERROR)
                .toList();
        assertEquals(List.of(), told, () -> DiagnosticText.render(told));
    }
}
