package io.omerta.protocol.language.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessageChartTest {
    private static final String DUEL =
            """
            transaction 92 "Test"
            parameters ( PATIENCE = 5 seconds )
            message CALL from A to [B] ( n uint )
            message YES from B to [A] ( n uint )
            message NO from B to [A] ( n uint )
            message PING from A to [B] ( n uint )
            message PONG from B to [A] ( n uint )
            actor A (
                store ( b peer_id, n uint )
                trigger call(b peer_id) in [IDLE]
                state IDLE initial idle
                state CALLING
                state TALKING idle
                state OVER terminal
                IDLE -> CALLING on call ( store b n = 1 SEND(b, CALL) )
                CALLING -> TALKING on YES when message.sender == b
                CALLING -> OVER on NO when message.sender == b
                CALLING -> OVER on timeout(PATIENCE)
                TALKING -> TALKING on timeout(PATIENCE) ( SEND(b, PING) )
                ignore PONG in [TALKING]
            )
            actor B (
                store ( a peer_id, n uint )
                state IDLE initial idle
                state DECIDING
                state TALKING idle
                state OVER terminal
                IDLE -> DECIDING on CALL ( a = message.sender n = message.n )
                DECIDING -> TALKING auto when n > 0 ( SEND(a, YES) ) else -> OVER ( SEND(a, NO) )
                TALKING -> TALKING on PING when message.sender == a ( SEND(message.sender, PONG) )
            )
            """
                    .replace("peer_id, n", "peer_id n");

    @Test
    void messagesStandInTheOrderInWhichTheyCanFirstBeSent() {
        assertEquals(
                """
                Note over A: call in IDLE
                A->>B: CALL
                alt n #62; 0
                B->>A: YES
                else otherwise
                B->>A: NO
                end
                loop A after PATIENCE in TALKING
                A->>B: PING
                loop B in TALKING
                B->>A: PONG
                end
                end
                """,
                steps(Fixture.of(DUEL)));
    }

    @Test
    void aMessageToOneOfSeveralRolesGoesToTheRoleThatItsTargetIsCalledAfter() {
        assertTrue(Fixture.escrowLock()
                .messageChart()
                .steps()
                .contains(new MessageChart.Arrow("Consumer", "Provider", "LOCK_FINAL", "")));
    }

    @Test
    void everyMessageThatAnActorSendsIsInTheChart() {
        String chart = steps(Fixture.escrowLock());
        TreeSet<String> sent = new TreeSet<>();
        Pattern.compile("(?:SEND|BROADCAST)\\([^,]+, (\\w+)")
                .matcher(Fixture.text("/io/omerta/protocol/transaction/00_escrow_lock/transaction.omt"))
                .results()
                .forEach(match -> sent.add(match.group(1)));

        assertTrue(sent.size() > 10);
        assertEquals(
                List.of(),
                sent.stream()
                        .filter(message -> !Pattern.compile(": " + message + "\\b")
                                .matcher(chart)
                                .find())
                        .toList());
    }

    private static String steps(Documentation documentation) {
        StringBuilder steps = new StringBuilder();
        MermaidText.sequenceDiagram(documentation.messageChart())
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("participant") && !line.equals("sequenceDiagram"))
                .forEach(line -> steps.append(line).append('\n'));
        return steps.toString();
    }
}
