package io.omerta.protocol.explore;

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

    /** Machines that do nothing but wait for their timer. */
    static final String CLOCKS =
            """
            transaction 81 "Clocks"
            parameters ( PATIENCE = 5 seconds )
            actor Clock (
                state RUNNING initial
                state DONE terminal
                RUNNING -> DONE on timeout(PATIENCE)
            )
            """;

    /** Clerks ask the same voters; each voter answers the first clerk that asks it. */
    static final String VOTE =
            """
            transaction 82 "Vote"
            parameters ( QUORUM = 4 )
            message ASK from Clerk to [Voter] ( choice bool )
            message VOTE from Voter to [Clerk] ( voter peer_id  choice bool )
            actor Clerk (
                store ( voters list<peer_id>  choice bool  votes list<VOTE>  decided bool )
                trigger propose(voters list<peer_id>, choice bool) in [IDLE]
                state IDLE initial idle
                state COUNTING idle
                state DECIDED terminal
                IDLE -> COUNTING on propose ( store voters, choice  BROADCAST(voters, ASK) )
                COUNTING -> DECIDED collect VOTE from voters until QUORUM by voter on message.choice into votes (
                    decided = COUNT(votes, v => v.choice) >= QUORUM
                )
            )
            actor Voter (
                store ( choice bool  voter peer_id )
                state IDLE initial idle
                state VOTED terminal
                IDLE -> VOTED on ASK (
                    choice = message.choice
                    voter = peer_id
                    SEND(message.sender, VOTE)
                )
            )
            invariant OneDecision "No two clerks decide differently" (
                ALL(Clerk, a => ALL(Clerk, b =>
                    a.state != Clerk.DECIDED or b.state != Clerk.DECIDED or a.decided == b.decided))
            )
            """;

    /** A client that asks at most three times. */
    static final String RETRY =
            """
            transaction 83 "Retry"
            parameters ( PATIENCE = 5 seconds  TRIES = 3 )
            message ASK from Client to [Server] ( number uint )
            message REPLY from Server to [Client] ( number uint )
            actor Client (
                store ( server peer_id  number uint  tries uint )
                trigger ask(server peer_id) in [IDLE]
                state IDLE initial idle
                state WAITING
                state CHECKING
                state DONE terminal
                state FAILED terminal
                IDLE -> WAITING on ask ( store server  number = 1  tries = 1  SEND(server, ASK) )
                WAITING -> DONE on REPLY when message.sender == server
                WAITING -> CHECKING on timeout(PATIENCE)
                CHECKING -> WAITING auto when tries < TRIES ( tries = tries + 1  SEND(server, ASK) ) else -> FAILED
            )
            actor Server (
                store ( number uint )
                state IDLE initial idle
                IDLE -> IDLE on ASK ( number = message.number  SEND(message.sender, REPLY) )
            )
            """;

    /** An account from which nobody takes more than there is. */
    static final String ACCOUNT =
            """
            transaction 84 "Account"
            message TAKE from Owner to [Account] ( amount uint )
            actor Owner (
                store ( account peer_id  amount uint )
                trigger take(account peer_id, amount uint) in [IDLE]
                state IDLE initial idle
                IDLE -> IDLE on take ( store account, amount  SEND(account, TAKE) )
            )
            actor Account (
                store ( balance uint )
                state IDLE initial idle
                state OPEN idle
                IDLE -> OPEN auto ( balance = 100 )
                OPEN -> OPEN on TAKE when message.amount <= balance ( balance = balance - message.amount )
            )
            """;

    /** A gate that opens if its host says that a pass is good. */
    static final String GATE =
            """
            transaction 85 "Gate"
            native function is_good(pass uint) -> bool "omerta.test"
            message PASS from Guest to [Gate] ( pass uint )
            actor Guest (
                store ( gate peer_id  pass uint )
                trigger show(gate peer_id, pass uint) in [IDLE, SHOWN]
                state IDLE initial idle
                state SHOWN idle
                IDLE -> SHOWN on show ( store gate, pass  SEND(gate, PASS) )
                SHOWN -> SHOWN on show ( store gate, pass  SEND(gate, PASS) )
            )
            actor Gate (
                store ( pass uint )
                state CLOSED initial idle
                state OPEN terminal
                state LOCKED terminal
                CLOSED -> OPEN on PASS when is_good(message.pass) ( pass = message.pass ) else -> LOCKED
            )
            eventually GateOpens within PATIENCE ( ALL(Gate, g => g.state == Gate.OPEN) )
            parameters ( PATIENCE = 5 seconds )
            """;

    /** An actor that asks its host the same twice. */
    static final String TWICE =
            """
            transaction 86 "Twice"
            native function is_good(pass uint) -> bool "omerta.test"
            actor Asker (
                store ( first bool  second bool )
                trigger ask() in [IDLE]
                state IDLE initial idle
                state BETWEEN idle
                state DONE terminal
                IDLE -> BETWEEN on ask ( first = is_good(1) )
                BETWEEN -> DONE on again ( second = is_good(1) )
                trigger again() in [BETWEEN]
            )
            invariant HostsAreConsistent ( ALL(Asker, a => a.state != Asker.DONE or a.first == a.second) )
            """;

    private Protocols() {}

    /** @throws IllegalStateException if the text is not without errors */
    static TransactionSpec compile(String text) {
        return TransactionSpec.compile(
                Checker.check(Source.of("test.omt", text), ImportSource.none()).requireModel());
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
