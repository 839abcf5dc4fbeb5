package io.omerta.protocol.explore;

import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.machine.TransactionSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** Protocols of a few lines, right and wrong. */
final class Protocols {
    /** One question, one answer, and timeouts for both sides. */
    static final String QUESTION =
            """
            transaction 80 "Question"
            parameters ( PATIENCE = 5 seconds )
            message ASK from Client to [Server] ( number uint )
            message REPLY from Server to [Client] ( number uint )
            actor Client (
                store ( server peer_id  number uint )
                trigger ask(server peer_id, number uint) in [IDLE]
                state IDLE initial idle
                state WAITING
                state DONE terminal
                state FAILED terminal
                IDLE -> WAITING on ask when number < 1000 ( store server, number  SEND(server, ASK) ) else -> FAILED
                WAITING -> DONE on REPLY when message.sender == server ( number = message.number )
                WAITING -> FAILED on timeout(PATIENCE)
                ignore REPLY in [FAILED]
            )
            actor Server (
                store ( number uint )
                state IDLE initial idle
                state DONE terminal
                IDLE -> DONE on ASK when message.number > 0 (
                    number = message.number + 1
                    SEND(message.sender, REPLY)
                )
            )
            invariant AnswersAreLarger "What is answered is one more" (
                ALL(Client, c => c.state != Client.DONE or ALL(Server, s => s.number == c.number))
            )
            """;

    private Protocols() {}

    /** @throws IllegalArgumentException if the text is not without errors */
    static TransactionSpec compile(String text) {
        CheckedProtocol checked = Checker.check(Source.of("test.omt", text), ImportSource.none());
        if (checked.model() == null) {
            throw new IllegalArgumentException(checked.diagnostics().toString());
        }
        return TransactionSpec.compile(checked.model());
    }

    static Setup setup(String text) {
        return Setup.of(compile(text));
    }

    /** Numbers by role: {@code counts("Voter", 3, "Clerk", 1)}. */
    static Map<String, Integer> counts(Object... rolesAndNumbers) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < rolesAndNumbers.length; i += 2) {
            counts.put((String) rolesAndNumbers[i], (Integer) rolesAndNumbers[i + 1]);
        }
        return counts;
    }
}
