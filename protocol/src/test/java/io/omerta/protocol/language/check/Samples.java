package io.omerta.protocol.language.check;

/** Protocol files that several tests check. */
final class Samples {
    /** A quorum that votes; free of faults, and uses most of the language. */
    static final String QUORUM =
            """
            transaction 90 "Sample" "A small quorum"
            parameters (
              LOCK_TIMEOUT = 300 seconds "how long"
              SHORT = 0.5 seconds
              THRESHOLD = 0.67 fraction
              DEFAULT_VERDICT = ACCEPT
            )
            enum Verdict ( ACCEPT REJECT )
            enum Other ( REJECTED )
            struct Terms ( amount uint note optional<string> )
            message LOCK_INTENT from Consumer to [Witness] signed ( session_id hash terms Terms timestamp timestamp )
            message VOTE from Witness to [Witness, Consumer] signed ( voter peer_id verdict Verdict result_hash hash timestamp timestamp )
            block LOCKED_BLOCK by [Consumer] ( session_id hash amount uint timestamp timestamp )
            function BEST(xs list<Terms>) -> Terms (
              best = null
              FOR x IN xs ( best = IF best == null THEN x ELSE IF x.amount > best.amount THEN x ELSE best )
              RETURN best
            )
            function PICK(xs list<T>, d T) -> T ( RETURN IF LENGTH(xs) == 0 THEN d ELSE xs[0] )
            function TALLY(xs list<VOTE>) -> map<Verdict, uint> (
              counts = {}
              counts = PUT(counts, ACCEPT, COUNT(xs, v => v.verdict == ACCEPT))
              RETURN counts
            )
            function TALLY2(xs list<VOTE>) -> map<Verdict, uint> (
              RETURN PUT({}, ACCEPT, COUNT(xs, v => v.verdict == ACCEPT))
            )
            function F3(xs list<uint>) -> uint (
              acc = []
              FOR x IN xs ( acc = APPEND(acc, x) )
              n = 0
              FOR x IN acc ( n = n - x )
              RETURN ABS(n) + REDUCE(xs, 0, a => x => a + x)
            )
            native function ping(peer peer_id) -> optional<bool> "net.ping"
            actor Consumer "buys" (
              store ( session_id hash witnesses list<peer_id> terms Terms votes list<VOTE> started timestamp ok bool )
              trigger start(witnesses list<peer_id>, amount uint) in [IDLE] "go"
              state IDLE initial idle
              state WAITING
              state DONE terminal
              IDLE -> WAITING on start when LENGTH(witnesses) > 0 (
                store witnesses
                session_id = HASH(peer_id, NOW())
                terms = { amount amount, note null }
                started = NOW()
                BROADCAST(witnesses, LOCK_INTENT)
              ) else -> DONE ( ok = false )
              WAITING -> DONE collect VOTE from witnesses until DIV(LENGTH(witnesses) * 2, 3) + 1 by voter on message.result_hash where message.verdict == ACCEPT into votes (
                ok = BEST([terms]).amount > 3 and ping(witnesses[0])
                APPEND(chain, LOCKED_BLOCK { amount terms.amount })
              )
              WAITING -> DONE on timeout(LOCK_TIMEOUT) when NOW() - started > LOCK_TIMEOUT * 2
            )
            actor Witness (
              store ( consumer peer_id verdict Verdict result_hash hash voter peer_id )
              state IDLE initial idle
              state DONE terminal
              IDLE -> DONE on LOCK_INTENT when message.terms.note != null and LENGTH(message.terms.note) > 2 (
                consumer = message.sender
                verdict = DEFAULT_VERDICT
                voter = peer_id
                result_hash = HASH(message)
                SEND(consumer, VOTE { ...message, verdict IF THRESHOLD > 0.5 THEN REJECT ELSE Verdict.ACCEPT })
              )
              defer VOTE
            )
            invariant LockedMeansAccepted "q" ( ALL(Consumer, c => c.state != Consumer.DONE or LENGTH(c.votes) >= 4) )
            eventually Ends within LOCK_TIMEOUT ( ANY(Consumer, c => c.state == Consumer.DONE) )
            """;

    private Samples() {}
}
