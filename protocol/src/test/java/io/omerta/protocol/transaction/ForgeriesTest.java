package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Each message of some sessions is refused if a field of it is changed or another sends it, save where a list says
 * otherwise: fields that are the sender's to choose, and what else is known of a quorum without the changed vote.
 */
class ForgeriesTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    private static final TransactionSpec CABAL = ShippedTransactions.CABAL_ATTESTATION.compile();

    private static TreeSet<String> believed(
            long seed, List<TransactionSpec> transactions, Consumer<EscrowSession> script) {
        SessionHarness harness = new SessionHarness(seed, SessionHarness.CANDIDATES, transactions);
        Forgeries forgeries = new Forgeries(harness);
        harness.forgeries = forgeries;
        EscrowSession session = new EscrowSession(harness, harness.lock(300));
        script.accept(session);
        return forgeries.believed;
    }

    /** Lines of a list beside this class; comments begin with #. */
    private static void assertListed(String list, TreeSet<String> believed) throws IOException {
        TreeSet<String> listed = new TreeSet<>();
        try (InputStream stream = Objects.requireNonNull(ForgeriesTest.class.getResourceAsStream(list), list)) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(listed::add);
        }
        assertEquals(String.join("\n", listed), String.join("\n", believed));
    }

    private static void lockTopUpAndReplace(EscrowSession session) {
        session.untilDrawn();
        session.cabal()
                .subList(0, 2)
                .forEach(witness -> session.node(witness).knowledge.forgetChains());
        session.harness().runSeconds(10);
        begin(session);
        session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(200));
        session.harness().runSeconds(10);
        session.silence(session.cabal().get(1));
        session.harness().runSeconds(400);
    }

    private static void divideAndRelease(EscrowSession session) {
        session.untilDrawn();
        for (int witness : session.cabal().subList(0, 2)) {
            session.node(witness).knowledge.learnBalance(session.harness().peer(CONSUMER), 0);
        }
        session.harness().runSeconds(1_000);
    }

    /** A witness that hears one of the others late: recruits speak to it before it knows of them. */
    private static void hearLate(EscrowSession session) {
        session.untilDrawn();
        List<Integer> cabal = session.cabal();
        session.harness()
                .network
                .lose(packet -> packet.is("WITNESS_PRELIMINARY")
                        && packet.from() == cabal.get(0)
                        && packet.to() == cabal.get(4));
        for (int witness : cabal.subList(0, 3)) {
            session.node(witness).knowledge.learnBalance(session.harness().peer(CONSUMER), 0);
        }
        session.harness().runSeconds(100);
    }

    private static void learnFromWitnesses(EscrowSession session) {
        session.untilDrawn();
        session.lose("CONSUMER_CHAIN");
        session.node(session.cabal().get(3)).knowledge.forgetChains();
        session.harness().runSeconds(100);
    }

    /** Before the session begins, a witness is replaced; one member hears of it only from the others. */
    private static void replaceBeforeTheSession(EscrowSession session) {
        session.untilDrawn();
        session.harness().runSeconds(20);
        int silent = session.cabal().get(1);
        int deaf = session.cabal().get(3);
        session.silence(silent);
        session.harness().network.lose(packet -> packet.is("REPLACEMENT_VOTE") && packet.to() == deaf);
        session.harness().runSeconds(500);
        session.harness().network.heal();
        session.harness().runSeconds(300);
    }

    /** A witness that hears nothing of a top-up asks the others whether they are alive. */
    private static void askDuringATopUp(EscrowSession session, String lost) {
        session.untilDrawn();
        session.harness().runSeconds(10);
        int deaf = session.cabal().get(3);
        session.harness().network.lose(packet -> packet.is(lost) || packet.is("TOPUP_INTENT") && packet.to() == deaf);
        begin(session);
        session.harness().runSeconds(280);
        session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(200));
        session.harness().runSeconds(100);
    }

    /** A witness that hears but is not heard learns that it was replaced. */
    private static void replaceWhoHears(EscrowSession session) {
        session.untilDrawn();
        session.harness().runSeconds(20);
        int mute = session.cabal().get(1);
        session.harness().network.lose(packet -> packet.is("LIVENESS_PONG") && packet.from() == mute);
        begin(session);
        session.harness().runSeconds(500);
    }

    private static void settle(EscrowSession session) {
        session.untilDrawn();
        session.harness().runSeconds(20);
        begin(session);
        session.cabal().subList(0, 2).forEach(witness -> session.trigger(witness, "Witness", "session_settled"));
        session.harness().runSeconds(20);
    }

    private static void begin(EscrowSession session) {
        session.trigger(CONSUMER, "Consumer", "session_started");
        session.trigger(PROVIDER, "Provider", "session_started");
        session.cabal().forEach(witness -> session.trigger(witness, "Witness", "session_started"));
    }

    private static void useAndEnd(EscrowSession escrow) {
        CabalSession session = running(escrow);
        session.trigger(
                PROVIDER,
                "Provider",
                "accuse",
                new Text("mining"),
                session.forge().hash(new Text("evidence")));
        session.harness().runSeconds(2);
        session.trigger(CONSUMER, "Consumer", "deny", session.forge().hash(new Text("evidence")));
        session.harness().runSeconds(3_700);
        session.cancelByConsumer("COMPLETED_NORMAL");
        session.harness().runSeconds(300);
    }

    private static void die(EscrowSession escrow) {
        CabalSession session = running(escrow);
        session.harness().runSeconds(100);
        session.node(PROVIDER).compute.running = false;
        session.harness().runSeconds(600);
    }

    private static void endByProvider(EscrowSession escrow) {
        CabalSession session = running(escrow);
        session.harness().runSeconds(100);
        session.cancelByProvider("PROVIDER_VOLUNTARY");
        session.harness().runSeconds(300);
    }

    /** The consumer's end, with a witness that does not hear some of what is said of it. */
    private static void endUnheard(EscrowSession escrow, String... lost) {
        CabalSession session = running(escrow);
        int deaf = session.cabal().get(4);
        for (String message : lost) {
            escrow.harness().network.lose(packet -> packet.to() == deaf && packet.is(message));
        }
        escrow.harness().network.lose(packet -> packet.to() == CONSUMER && packet.is("SESSION_TERMINATED"));
        session.cancelByConsumer("COMPLETED_NORMAL");
        session.harness().runSeconds(400);
    }

    /** A machine that dies, of which the witnesses' votes do not reach the parties. */
    private static void dieUnheard(EscrowSession escrow) {
        escrow.lose("SESSION_ABORTED");
        die(escrow);
    }

    private static CabalSession running(EscrowSession escrow) {
        escrow.harness().runSeconds(2);
        CabalSession session = new CabalSession(escrow, escrow.cabal());
        session.allocate();
        session.harness().runSeconds(2);
        return session;
    }

    @Test
    void whatIsForgedInALockIsNotBelieved() throws IOException {
        TreeSet<String> believed = believed(1, List.of(ESCROW), ForgeriesTest::lockTopUpAndReplace);
        believed.addAll(believed(2, List.of(ESCROW), ForgeriesTest::divideAndRelease));
        believed.addAll(believed(6, List.of(ESCROW), ForgeriesTest::hearLate));
        believed.addAll(believed(7, List.of(ESCROW), ForgeriesTest::learnFromWitnesses));
        believed.addAll(believed(8, List.of(ESCROW), ForgeriesTest::replaceBeforeTheSession));
        believed.addAll(believed(11, List.of(ESCROW), ForgeriesTest::replaceWhoHears));
        believed.addAll(believed(12, List.of(ESCROW), ForgeriesTest::settle));
        believed.addAll(believed(9, List.of(ESCROW), session -> askDuringATopUp(session, "TOPUP_VOTE")));
        believed.addAll(
                believed(10, List.of(ESCROW), session -> askDuringATopUp(session, "TOPUP_RESULT_FOR_SIGNATURE")));
        assertListed("believed-of-a-lock.txt", believed);
    }

    @Test
    void whatIsForgedInASessionIsNotBelieved() throws IOException {
        TreeSet<String> believed = believed(3, List.of(ESCROW, CABAL), ForgeriesTest::useAndEnd);
        believed.addAll(believed(4, List.of(ESCROW, CABAL), ForgeriesTest::die));
        believed.addAll(believed(5, List.of(ESCROW, CABAL), ForgeriesTest::endByProvider));
        believed.addAll(believed(6, List.of(ESCROW, CABAL), ForgeriesTest::dieUnheard));
        believed.addAll(
                believed(7, List.of(ESCROW, CABAL), session -> endUnheard(session, "VM_CANCELLED", "CANCEL_REQUEST")));
        long seed = 8;
        for (String lost : List.of("OBSERVATION", "OBSERVATIONS_SEEN", "ATTESTATION_SHARE")) {
            believed.addAll(believed(seed++, List.of(ESCROW, CABAL), session -> endUnheard(session, lost)));
        }
        believed.removeIf(line -> line.contains("Consumer.LOCKED "));
        assertListed("believed-of-a-session.txt", believed);
    }
}
