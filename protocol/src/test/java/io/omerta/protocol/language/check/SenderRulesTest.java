package io.omerta.protocol.language.check;

import static io.omerta.protocol.language.check.FlowExample.assertFound;
import static io.omerta.protocol.language.check.FlowExample.assertNone;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderRulesTest {
    private static final String HEAD = "message PING from B to [A] ( n uint ) message VOTE from B to [A] ( v uint ) "
            + "actor A ( trigger go() in [S] state I initial state S state R idle state T terminal ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    S -> T «on PING»                                              |
                    S -> T «on PING» when x                                       |
                    S -> T «on PING» when message.n == 3                          |
                    S -> S «on PING» ( SEND(message.sender, VOTE) )               |
                    S -> T «on PING» ( peer = message.sender )                    |
                    S -> S «on PING» when x else -> T                             |
                    S -> T on VOTE when message.sender == p S -> T «on PING»      |
                    R -> T «on PING» ( n = 1 )                                    | , or keep it, as in `peer = message.sender`
                    I -> T «on PING»                                              | , or keep it, as in `peer = message.sender`
                    """)
    void w11TellsMessagesThatAreActedOnWhoeverSentThem(String members, String also) {
        assertFound(
                Code.W11,
                HEAD + members + " )",
                "`PING` is acted on whoever sent it; compare `message.sender` in the guard"
                        + (also == null ? "" : also));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S -> T on PING when message.sender == p",
                "S -> T on PING when CONTAINS(peers, message.sender)",
                "S -> T on PING when known(message.sender)",
                "S -> T on PING when message.sender == p else -> R ( n = 1 )",
                "S -> S on PING when message.sender != p S -> T on PING",
                "R -> T on PING ( peer = message.sender )",
                "I -> T on PING ( SEND(message.sender, VOTE) )",
                "S -> S on PING",
                "S -> T on go",
                "S -> T on UNDECLARED",
                "S -> T collect PING from c until 3 by n into w",
                "S -> T auto",
            })
    void w11PassesMessagesWhoseSenderMatters(String members) {
        assertNone(Code.W11, HEAD + members + " )");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    S -> S on VOTE ( «APPEND(votes, message)» )
                    S -> S on VOTE when CONTAINS(peers, message.sender) ( n = 1 «APPEND(votes, message.v)» )
                    S -> S on VOTE when LENGTH(votes) < 5 ( «APPEND(votes, message.payload)» )
                    S -> S on VOTE ( «votes = APPEND(votes, message.v)» )
                    S -> S on VOTE ( «STORE(votes, CONCAT(votes, [message.v]))» )
                    S -> S on VOTE ( «votes = votes + [message]» )
                    S -> T on VOTE when LENGTH(votes) > 3 else -> S ( «APPEND(votes, message)» )
                    """)
    void w13TellsListsToWhichOneSenderMayAddTwice(String members) {
        Diagnostic finding = assertFound(
                Code.W13,
                HEAD + members + " )",
                "a sender may be counted twice in `votes`; gather the messages with `collect VOTE from members until n by"
                        + " voter into votes`, or test in the guard that `votes` holds nothing from `message.sender`");
        assertEquals("on VOTE", finding.related().get(0).span().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S -> S on VOTE when not ANY(votes, v => v.voter == message.sender) ( APPEND(votes, message) )",
                "S -> S on VOTE when not CONTAINS(voters, message.sender) ( APPEND(voters, message.sender) "
                        + "APPEND(votes, message) )",
                "S -> S on VOTE when not HAS_KEY(seen, message.sender) ( seen = PUT(seen, message.sender, 1) "
                        + "APPEND(votes, message) )",
                "S -> S on VOTE when seen[message.sender] == null ( seen = PUT(seen, message.sender, 1) "
                        + "APPEND(votes, message) )",
                "S -> S on VOTE when CONTAINS(votes, message.sender) S -> S on VOTE ( APPEND(votes, message.sender) )",
                "S -> S on VOTE ( votes = PUT(votes, message.sender, message.v) )",
                "S -> S on VOTE ( APPEND(log, NOW()) )",
                "S -> S on VOTE ( last = message.v )",
                "S -> T on VOTE ( APPEND(votes, message) )",
                "S -> S on go ( APPEND(votes, message) )",
                "S -> T collect VOTE from peers until 3 by v into votes",
            })
    void w13PassesListsThatCountEachSenderOnce(String members) {
        assertNone(Code.W13, HEAD + members + " )");
    }

    @Test
    void w13TellsOneListOfATransition() {
        assertEquals(
                1,
                FlowExample.findings(Code.W13, HEAD + "S -> S on VOTE ( APPEND(a, message) APPEND(b, message) ) )")
                        .size());
    }
}
