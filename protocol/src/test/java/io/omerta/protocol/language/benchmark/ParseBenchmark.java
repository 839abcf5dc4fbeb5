package io.omerta.protocol.language.benchmark;

import io.omerta.protocol.language.format.Formatter;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.LexedSource;
import io.omerta.protocol.language.syntax.Lexer;
import io.omerta.protocol.language.syntax.ParsedFile;
import io.omerta.protocol.language.syntax.Parser;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading a transaction of 28 KB, the size of the largest one published. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParseBenchmark {
    private static final int BYTES = 28_000;

    private static final String HEAD =
            """
            # What a consumer and a provider agree on before a session, and who sees to it.
            transaction 00 "Escrow lock" "Locks funds under a quorum of witnesses"

            imports shared/common

            """;

    /** One phase of the transaction; a percent sign stands for its number. */
    private static final String PHASE =
            """
            # ---- phase % ----
            parameters (
                WITNESS_COUNT_% = 5 count "Witnesses asked in this phase"
                QUORUM_% = 4 count "Witnesses whose votes must agree"
                VOTE_TIMEOUT_% = 30 seconds "Longest wait for the votes"
            )

            enum Verdict% "What a witness says" (
                ACCEPT_%
                REJECT_%  # with a reason
            )

            struct Result% (
                session_id hash
                amount uint
                verdict Verdict%
                witnesses list<peer_id>
                signatures map<peer_id, signature>
            )

            message LOCK_INTENT_% from Consumer to [Provider] signed (
                session_id hash
                consumer peer_id
                amount uint
                consumer_nonce bytes
                checkpoint hash
                timestamp timestamp
            )

            message VOTE_% from Witness to [Witness, Consumer] signed (
                session_id hash
                witness peer_id
                result Result%
            )

            block BALANCE_LOCK_% by [Consumer, Witness] (
                session_id hash
                amount uint
                result_hash hash
            )

            function COUNT_AGREEING_%(votes list<VOTE_%>, weights map<peer_id, uint>) -> uint (
                # Votes of strangers weigh nothing.
                total = 0
                FOR vote IN FILTER(votes, v => v.result.verdict == Verdict%.ACCEPT_%) (
                    total = total + (IF HAS_KEY(weights, vote.witness) THEN weights[vote.witness] ELSE 0)
                )
                RETURN total
            )

            actor Witness% "Observes balances and votes" (
                store (
                    session_id hash
                    amount uint
                    balances map<peer_id, uint>
                    votes list<VOTE_%>
                    reason string
                )

                trigger observe(session_id hash, amount uint) in [IDLE] "Begins a session"

                state IDLE initial idle "Waits for a session"
                state CHECKING "Looks up what the consumer has"
                state VOTING "Waits for the votes of the others"
                state LOCKED
                state FAILED terminal

                defer VOTE_% in [IDLE, CHECKING]

                IDLE -> CHECKING on LOCK_INTENT_% when message.amount > 0 and CONTAINS(known, message.consumer) (
                    store session_id, amount
                    lookup head = READ(message.consumer, "head_hash")
                    observed = balances[message.consumer] - reserved[message.consumer]
                ) else -> IDLE (
                    reason = "unknown consumer"
                )
                CHECKING -> VOTING auto when head != null and observed >= amount + FEE * 2 (
                    result = { session_id session_id, amount amount, verdict Verdict%.ACCEPT_%, ...defaults }
                    BROADCAST(others, VOTE_% { session_id session_id, witness peer_id, result result })
                ) else -> FAILED (
                    STORE(reason, CONCAT("insufficient balance: ", observed))
                )
                VOTING -> LOCKED collect VOTE_% from witnesses until QUORUM_% by witness on HASH(message.result)
                        where message.session_id == session_id and not (message.witness == peer_id) into votes (
                    SEND(consumer, LOCK_RESULT { result result, signature SIGN(HASH(result)) })
                    APPEND(chain, BALANCE_LOCK_%)
                )
                VOTING -> FAILED on timeout(VOTE_TIMEOUT_%) (
                    reason = "no quorum"
                )
                LOCKED -> LOCKED on LIVENESS_PING (
                    SEND(message.sender, LIVENESS_PONG)
                )
            )

            invariant NoOverdraft% "Nobody locks more than he has" (
                SUM(MAP(sessions, s => s.amount)) <= balance and not (pending and settled)
            )

            """;

    private byte[] bytes = {};
    private Source source = Source.of("transaction.omt", "");
    private ParsedFile parsed = Parser.parse(source);

    @Setup
    public void write() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int phase = 0; text.length() < BYTES; phase++) {
            text.append(PHASE.replace("%", Integer.toString(phase)));
        }
        bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        source = Source.decode("transaction.omt", bytes);
        parsed = Parser.parse(source);
        if (!parsed.diagnostics().isEmpty()) {
            throw new IllegalStateException(parsed.diagnostics().toString());
        }
    }

    @Benchmark
    public Source decode() {
        return Source.decode("transaction.omt", bytes);
    }

    @Benchmark
    public LexedSource lex() {
        return Lexer.lex(source);
    }

    /** From bytes to tree: decoding and lexing included. */
    @Benchmark
    public ParsedFile parse() {
        return Parser.parse(Source.decode("transaction.omt", bytes));
    }

    @Benchmark
    public String format() {
        return Formatter.format(parsed);
    }
}
