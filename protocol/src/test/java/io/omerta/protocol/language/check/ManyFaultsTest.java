package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.Limits;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyFaultsTest {
    /** Each line has at most one fault, which is told in the comment behind it. */
    private static final String TEXT =
            """
            parameters (
              LIMIT = 3
              TICK = 1 nanosecond                        # E26
              SPAN = 30 seconds
              LIMIT = 4                                  # E20
              SELF = SELF                                # E24
            )
            enum Color ( RED GREEN when )                # E18
            enum Fruit ( APPLE GREEN )
            struct Terms ( amount uint note optional<string> )
            struct Bag ( content object )                # E17
            struct Box ( content Bxo )                   # E29
            struct Pair ( first uint peer_id hash )      # E19
            message ASK from Buyer to [Seller] ( terms Terms count uint )
            message REPLY from Seller to [Buyer] ( voter peer_id color Color )
            message LOST from Nobody to [Buyer] ( )      # E25
            block SALE by [Seller] ( amount uint )
            function TWICE(n uint) -> uint ( RETURN m )  # E24
            function ODD(n uint) -> uint ( n = n + 1 )   # E28
            function LOOP(n uint) -> uint ( RETURN LOOP(n) ) # E28
            function CLOCK() -> timestamp ( RETURN NOW() ) # E16
            actor Buyer (
              store ( seller peer_id terms Terms count uint color Color bag Bag )
              trigger buy(count uint) in [IDLE]
              state IDLE initial idle
              state OPEN idle
              state END terminal
              IDLE -> OPEN on buy (
                store count
                terms = { amount seller, note null }     # E27
                color = Colr.RED                         # E13
                color = Color.BLUE                       # E14
                color = APPLE                            # E15
                bag = bag
                count = TWICE(1) + THRICE(2)             # E12
                count = LOOP(LENGTH(CLOCK()))            # E27
                SEND(seller, ASC)                        # E08
                SEND(seller, REPLY { voter peer_id })    # E22
                SEND(seller, ASK { cuont 3 })            # E24
                APPEND(chain, SALES)                     # E10
              )
              OPEN -> END on RPLY                        # E07
              OPEN -> END on ASK                         # E25
              OPEN -> END on REPLY when message.color == RED and count ( # E27
                color = message.hue                      # E24
                cuont = 1                                # E24
              )
              OPEN -> END on timeout(LIMIT)              # E26
            )
            actor Seller (
              store ( buyer peer_id color Color voter peer_id )
              state IDLE initial idle
              state END terminal
              IDLE -> END on ASK (
                BROADCAST(buyer, REPLY)                  # E27
                APPEND(chain, SALE)                      # E23
              )
            )
            invariant Never ( ALL(Seller, s => s.stat == Seller.END) ) # E24
            """;

    @Test
    void allFaultsAreToldInOrderEachOnce() {
        CheckedProtocol checked = Checker.check(Source.of("faults.omt", TEXT), ImportSource.none());
        List<String> told = checked.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .map(diagnostic -> diagnostic.span().startPosition().line() + " " + diagnostic.code())
                .toList();
        assertEquals(expected(), told);
        assertNull(checked.model());
    }

    private static List<String> expected() {
        return Pattern.compile("# (E\\d\\d)")
                .matcher(TEXT)
                .results()
                .map(ManyFaultsTest::lineAndCode)
                .toList();
    }

    private static String lineAndCode(MatchResult fault) {
        long line = 1
                + TEXT.substring(0, fault.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return line + " " + fault.group(1);
    }

    @Test
    void aFileOfMoreWarningsThanAreToldHasNoMeaning() {
        String unused = IntStream.rangeClosed(0, Limits.MAX_DIAGNOSTICS)
                .mapToObj(n -> " v" + n + " int")
                .collect(Collectors.joining());
        CheckedProtocol checked = Checker.check(
                Source.of(
                        "warnings.omt",
                        "transaction 90 \"Warnings\"\nactor A ( store (" + unused
                                + " ) trigger stop() in [S] state S initial idle state T terminal S -> T on stop )\n"),
                ImportSource.none());
        assertEquals(
                List.of(Severity.ERROR),
                checked.diagnostics().stream()
                        .map(diagnostic -> diagnostic.severity())
                        .filter(Severity.ERROR::equals)
                        .toList());
        assertNull(checked.model());
    }
}
