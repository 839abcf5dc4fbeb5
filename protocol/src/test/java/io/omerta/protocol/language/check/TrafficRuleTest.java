package io.omerta.protocol.language.check;

import static io.omerta.protocol.language.check.FlowExample.assertFound;
import static io.omerta.protocol.language.check.FlowExample.assertNone;

import io.omerta.protocol.language.source.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficRuleTest {
    private static final String SENDER = "actor A ( S -> S on go ( SEND(peer, PING) ) ) ";

    @Test
    void w07TellsAMessageThatNobodySends() {
        assertFound(
                Code.W07,
                "message «PING» from A to [B] ( ) actor A ( ) actor B ( S -> S on PING )",
                "no actor sends `PING`; send it with `SEND` or `BROADCAST`, or remove it");
    }

    @Test
    void w07TellsAMessageThatNobodySendsOrHandles() {
        assertFound(
                Code.W07,
                "message «PING» from A to [B] ( ) actor A ( ) actor B ( )",
                "no actor sends `PING`, and no recipient handles it; send it with `SEND` or `BROADCAST`, or remove it");
    }

    @Test
    void w07TellsAMessageThatNoRecipientHandles() {
        assertFound(
                Code.W07,
                "message «PING» from A to [B, C] ( ) " + SENDER + "actor B ( ) actor C ( )",
                "`PING` is sent, but no recipient handles it; add a transition `on PING` to `B` and `C`");
    }

    @Test
    void w07TellsARecipientThatDoesNotHandleAMessage() {
        assertFound(
                Code.W07,
                "message PING from A to [B, «C»] ( ) " + SENDER + "actor B ( S -> S on PING ) actor C ( )",
                "`C` receives `PING`, but has no transition for it; add one, or declare `ignore PING`");
    }

    @Test
    void w07TellsAMessageToEveryoneThatNoRoleHandles() {
        assertFound(
                Code.W07,
                "message «PING» from A to [Network] ( ) " + SENDER + "actor B ( )",
                "`PING` is sent, but no recipient handles it; add a transition `on PING` to `Network`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message PING from A to [B] ( ) " + SENDER + "actor B ( S -> S on PING )",
                "message PING from A to [B] ( ) actor A ( S -> T auto when x else -> T ( BROADCAST(c, PING) ) ) "
                        + "actor B ( S -> S on PING )",
                "message PING from A to [B] ( ) " + SENDER
                        + "actor B ( S -> S collect PING from c until 3 by v into w )",
                "message PING from A to [B] ( ) " + SENDER + "actor B ( ignore PING )",
                "message PING from A to [B] ( ) " + SENDER + "actor B ( defer PING in [S] )",
                "message PING from A to [Network] ( ) " + SENDER + "actor B ( ) actor C ( S -> S on PING )",
                "message PING from A to [NoActor] ( ) " + SENDER,
                "message PING from A to [B] ( ) actor A ( S -> S on go ( SEND(peer, PIGN) ) ) "
                        + "actor B ( S -> S on PINGS )",
                "message PING from A to [B] ( )",
            })
    void w07PassesMessagesThatAreSentAndHandled(String text) {
        assertNone(Code.W07, text);
    }
}
