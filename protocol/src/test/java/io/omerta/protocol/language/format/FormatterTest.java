package io.omerta.protocol.language.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.ParsedFile;
import io.omerta.protocol.language.syntax.Parser;
import org.junit.jupiter.api.Test;

class FormatterTest {
    @Test
    void everyConstructHasItsLayout() {
        assertFormatted(
                """
                transaction 00 "Lock" imports a/b imports c
                parameters(Q=4 count "Quorum" T = -1.5)
                enum E "t" (A B) struct S(a hash b list<map<hash,uint>>)
                message M from A to[B,C]signed(a hash) block B by[A]()
                actor A "t" (store(x hash) trigger go(a uint,b hash)in[S]"t" state S initial idle "t"
                state T terminal defer M in[S] ignore N,O
                S->T on M when a and not b(store a,b STORE(x,1+2)lookup y=READ(a,"h")SEND(a.b,M{a 1,...c})
                BROADCAST(l,M)APPEND(chain,B{a 1})APPEND(l,x)z={})else->S(x=-1)
                S->T auto S->S on timeout(P)
                S->T collect V from c until Q by v on message.h where f(message)into w(x=1))
                function f(a list<uint>)->uint(x=a y[0]=x FOR v IN a z=v for v in g(a)(z=MAP(a,q=>q.b)) (w=1)
                return if a then b else c)
                native function n(a hash)->bool "lib"
                invariant I "t"(a==b) eventually F within P(TRUE)
                composes A.S->01 B.t{a b}
                """,
                """
                transaction 00 "Lock"

                imports a/b
                imports c

                parameters (
                    Q = 4 count "Quorum"
                    T = -1.5
                )

                enum E "t" (
                    A
                    B
                )

                struct S (
                    a hash
                    b list<map<hash, uint>>
                )

                message M from A to [B, C] signed (
                    a hash
                )

                block B by [A] ()

                actor A "t" (
                    store (
                        x hash
                    )
                    trigger go(a uint, b hash) in [S] "t"
                    state S initial idle "t"
                    state T terminal
                    defer M in [S]
                    ignore N, O
                    S -> T on M when a and not b (
                        store a, b
                        STORE(x, 1 + 2)
                        lookup y = READ(a, "h")
                        SEND(a.b, M { a 1, ...c })
                        BROADCAST(l, M)
                        APPEND(chain, B { a 1 })
                        APPEND(l, x)
                        z = {}
                    ) else -> S (
                        x = -1
                    )
                    S -> T auto
                    S -> S on timeout(P)
                    S -> T collect V from c until Q by v on message.h where f(message) into w (
                        x = 1
                    )
                )

                function f(a list<uint>) -> uint (
                    x = a
                    y[0] = x
                    FOR v IN a (
                        z = v
                    )
                    FOR v IN g(a) (
                        z = MAP(a, q => q.b)
                    )
                    (
                        w = 1
                    )
                    RETURN IF a THEN b ELSE c
                )

                native function n(a hash) -> bool "lib"

                invariant I "t" (
                    a == b
                )

                eventually F within P (
                    true
                )

                composes A.S -> 01 B.t { a b }
                """);
    }

    @Test
    void commentsStayWithTheirItems() {
        assertFormatted(
                """
                # head


                # enum
                enum E ( # open
                A # first
                # before B
                B
                # last
                ) # end
                # after
                function f() -> a ( x = a + # why
                b # tail

                # alone

                RETURN x )
                """,
                """
                # head

                # enum
                enum E (  # open
                    A  # first
                    # before B
                    B
                    # last
                )  # end

                # after
                function f() -> a (
                    # why
                    x = a + b  # tail

                    # alone

                    RETURN x
                )
                """);
    }

    @Test
    void longExpressionsBreakAtTheirLoosestOperators() {
        assertFormatted(
                """
                actor A ( S -> T auto when LENGTH(preliminaries) >= WITNESS_THRESHOLD and consumer_is_known or not (observed_balance < amount) ( SEND(consumer, LOCK_RESULT_FOR_SIGNATURE { session_id session_id, amount amount, witnesses CONCAT(witnesses, replacements) }) ) )
                """,
                """
                actor A (
                    S -> T auto when LENGTH(preliminaries) >= WITNESS_THRESHOLD and consumer_is_known
                            or not observed_balance < amount (
                        SEND(consumer, LOCK_RESULT_FOR_SIGNATURE {
                            session_id session_id,
                            amount amount,
                            witnesses CONCAT(witnesses, replacements)
                        })
                    )
                )
                """);
    }

    @Test
    void onlyNeededParenthesesAreWritten() {
        assertFormatted(
                """
                invariant I ( ((a) + (b * c)) - (d - e) == (f) and (IF a THEN b ELSE c) or (not (x)) )
                """,
                """
                invariant I (
                    a + b * c - (d - e) == f and (IF a THEN b ELSE c) or not x
                )
                """);
    }

    @Test
    void aGuardThatWouldReadAsActionsStandsInParentheses() {
        assertFormatted(
                """
                actor A ( S -> T auto when (f()) S -> T auto when (a and g(APPEND(b, c))) ( x = 1 ) )
                """,
                """
                actor A (
                    S -> T auto when (f())
                    S -> T auto when (a and g(APPEND(b, c))) (
                        x = 1
                    )
                )
                """);
    }

    @Test
    void aFileOfCommentsKeepsThem() {
        assertFormatted("\n\n# a\n\n\n  # b \n", "# a\n\n# b\n");
    }

    @Test
    void anEmptyFileStaysEmpty() {
        assertFormatted(" \n\n", "");
    }

    @Test
    void aFileWithErrorsIsRefused() {
        ParsedFile parsed = Parser.parse(Source.of("x.omt", "enum ("));
        assertThrows(IllegalArgumentException.class, () -> Formatter.format(parsed));
    }

    private static void assertFormatted(String text, String expected) {
        ParsedFile parsed = Parser.parse(Source.of("x.omt", text));
        assertEquals("", DiagnosticText.render(parsed.diagnostics()));
        assertEquals(expected, Formatter.format(parsed));
    }
}
