package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What some sessions come to, state by state and message by message, beside what was written down of them: with all
 * witnesses, with as many silent ones as a quorum can spare, and with one more. A change that is meant shows here what it
 * changes besides.
 */
class TranscriptsTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    private static final TransactionSpec CABAL = ShippedTransactions.CABAL_ATTESTATION.compile();

    private static String transcripts(Map<String, Consumer<EscrowSession>> scripts, TransactionSpec... transactions) {
        StringBuilder text = new StringBuilder();
        scripts.forEach((name, script) -> {
            SessionHarness harness = SessionHarness.of(1, transactions);
            Transcript transcript = new Transcript();
            harness.transcript = transcript;
            script.accept(new EscrowSession(harness, harness.lock(300)));
            text.append("## ").append(name).append('\n').append(transcript.text());
            harness.violations.forEach(
                    violation -> text.append("violated ").append(violation).append('\n'));
        });
        return text.toString();
    }

    private static void assertWritten(String file, String transcripts) throws IOException {
        try (InputStream stream = Objects.requireNonNull(TranscriptsTest.class.getResourceAsStream(file), file)) {
            assertEquals(new String(stream.readAllBytes(), StandardCharsets.UTF_8), transcripts);
        }
    }

    /** Silences the last witnesses of the cabal from now on. */
    private static EscrowSession silent(EscrowSession session, int witnesses) {
        List<Integer> cabal = session.cabal();
        cabal.subList(cabal.size() - witnesses, cabal.size()).forEach(session::silence);
        return session;
    }

    private static void begin(EscrowSession session) {
        session.harness().runSeconds(60);
        session.trigger(CONSUMER, "Consumer", "session_started");
        session.trigger(PROVIDER, "Provider", "session_started");
        session.cabal().forEach(witness -> session.trigger(witness, "Witness", "session_started"));
    }

    private static void topUp(EscrowSession session, long amount) {
        session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(amount));
        session.harness().runSeconds(100);
    }

    private static Map<String, Consumer<EscrowSession>> locks() {
        Map<String, Consumer<EscrowSession>> scripts = new LinkedHashMap<>();
        for (int silent = 0; silent <= 2; silent++) {
            int witnesses = silent;
            scripts.put(
                    "a lock with " + silent + " silent",
                    session -> silent(session.untilDrawn(), witnesses).harness().runSeconds(3_000));
        }
        for (int silent = 1; silent <= 2; silent++) {
            int witnesses = silent;
            scripts.put("top-ups with " + silent + " silent since the lock", session -> {
                begin(session);
                silent(session, witnesses);
                topUp(session, 200);
                topUp(session, 10_000);
                session.harness().runSeconds(1_500);
            });
            scripts.put("a release with " + silent + " silent since the lock", session -> {
                session.harness().runSeconds(20);
                silent(session, witnesses).harness().runSeconds(3_000);
            });
        }
        for (int poor = 1; poor <= 6; poor++) {
            int witnesses = poor;
            scripts.put("a lock that " + poor + " witnesses do not believe", session -> {
                session.untilDrawn();
                for (int witness : session.order().subList(0, witnesses)) {
                    session.node(witness)
                            .knowledge
                            .learnBalance(session.harness().peer(CONSUMER), 0);
                }
                session.harness().runSeconds(100);
            });
        }
        for (int poor = 2; poor <= 3; poor++) {
            int witnesses = poor;
            scripts.put("a witness that hears late how " + poor + " do not believe", session -> {
                session.untilDrawn();
                List<Integer> order = session.order();
                session.harness()
                        .network
                        .lose(packet -> packet.is("WITNESS_PRELIMINARY")
                                && packet.from() == order.get(0)
                                && packet.to() == order.get(4));
                for (int witness : order.subList(0, witnesses)) {
                    session.node(witness)
                            .knowledge
                            .learnBalance(session.harness().peer(CONSUMER), 0);
                }
                session.harness().runSeconds(100);
            });
        }
        return scripts;
    }

    private static Map<String, Consumer<EscrowSession>> sessions() {
        Map<String, Consumer<EscrowSession>> scripts = new LinkedHashMap<>();
        for (int silent = 0; silent <= 2; silent++) {
            int witnesses = silent;
            scripts.put("a verification with " + silent + " silent", escrow -> {
                escrow.harness().runSeconds(2);
                CabalSession session = new CabalSession(escrow, escrow.cabal());
                silent(escrow, witnesses);
                session.allocate();
                escrow.harness().runSeconds(1_000);
            });
            scripts.put("the consumer's end with " + silent + " silent", escrow -> {
                CabalSession session = running(escrow);
                escrow.harness().runSeconds(200);
                silent(escrow, witnesses);
                session.cancelByConsumer("COMPLETED_NORMAL");
                escrow.harness().runSeconds(2_000);
            });
            scripts.put("a machine that dies with " + silent + " silent", escrow -> {
                CabalSession session = running(escrow);
                silent(escrow, witnesses);
                session.node(PROVIDER).compute.running = false;
                escrow.harness().runSeconds(2_000);
            });
        }
        return scripts;
    }

    private static CabalSession running(EscrowSession escrow) {
        escrow.harness().runSeconds(2);
        CabalSession session = new CabalSession(escrow, escrow.cabal());
        session.allocate();
        escrow.harness().runSeconds(2);
        return session;
    }

    @Test
    void locksComeToWhatWasWrittenDown() throws IOException {
        assertWritten("transcripts-of-locks.txt", transcripts(locks(), ESCROW));
    }

    @Test
    void sessionsComeToWhatWasWrittenDown() throws IOException {
        assertWritten("transcripts-of-sessions.txt", transcripts(sessions(), ESCROW, CABAL));
    }

    @Test
    void countsAreThoseOfTheDesign() {
        assertEquals(
                "{WITNESS_COUNT=5, WITNESS_THRESHOLD=3, MIN_HIGH_TRUST_WITNESSES=2, HIGH_TRUST_THRESHOLD=1000,"
                        + " MAX_PRIOR_INTERACTIONS=5, CANDIDATE_FLOOR=10, RELEASE_ATTEMPTS=5, MIN_KNOWN_CANDIDATES=2,"
                        + " MAX_RECRUITMENT_ROUNDS=3, RECRUITS_PER_ROUND=2, MISSES_MAX=3, ATTESTATION_ATTEMPTS=3}",
                counts().toString());
    }

    private static Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (TransactionSpec transaction : List.of(ESCROW, CABAL)) {
            for (ParameterModel parameter : transaction.model().parameters()) {
                if (Objects.equals(parameter.unit(), "count") && parameter.value() instanceof Value.Int value) {
                    counts.put(parameter.name(), value.value());
                }
            }
        }
        return counts;
    }
}
