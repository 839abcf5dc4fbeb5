package io.omerta.protocol.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What does not fit the transaction is told in one line. */
class SetupTest {
    private static String refusal(Setup setup) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> new Explorer(setup))
                .getMessage());
    }

    private static Setup question() {
        return Protocols.setup(Protocols.QUESTION);
    }

    @Test
    void anUnknownRoleIsAnsweredWithTheNearest() {
        assertEquals(
                "there is no role Sever; did you mean Server?",
                refusal(question().withInstances(Protocols.counts("Sever", 2))));
    }

    @Test
    void moreLiarsThanMembersAreRefused() {
        assertEquals(
                "role Server may have 0 to 1 byzantine instances, not 2",
                refusal(question().withByzantine(Protocols.counts("Server", 2))));
    }

    @Test
    void aCallOfNobodyIsRefused() {
        assertEquals(
                "\"Klient.ask(Server, 1)\": there is no Klient; the members are Client, Server",
                refusal(question().withCalls(List.of("Klient.ask(Server, 1)"))));
    }

    @Test
    void anUnknownTriggerIsAnsweredWithTheNearest() {
        assertEquals(
                "\"Client.aks(Server, 1)\": Client has no trigger aks; did you mean ask?",
                refusal(question().withCalls(List.of("Client.aks(Server, 1)"))));
    }

    @Test
    void anArgumentOfAnotherTypeIsRefused() {
        assertEquals(
                "\"Client.ask(Server, true)\": expected number of type uint, but found true at character 24",
                refusal(question().withCalls(List.of("Client.ask(Server, true)"))));
    }

    @Test
    void anAnswerToNoQuestionIsRefused() {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        answers.put("is_god", List.of("true"));
        assertEquals(
                "no host is asked is_god; did you mean is_good?",
                refusal(Protocols.setup(Protocols.GATE).withAnswers(answers)));
    }
}
