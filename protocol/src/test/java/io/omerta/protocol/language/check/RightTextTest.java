package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is right is not told: for each code the nearest right text. */
class RightTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    MEMBER     | OPEN -> END on REPLY
                    MEMBER     | ignore REPLY
                    MEMBER     | defer REPLY in [IDLE] ignore REPLY
                    MEMBER     | OPEN -> END collect REPLY from sellers until 1 by voter into votes
                    MEMBER     | OPEN -> END collect REPLY from sellers until LIMIT by voter on message.color where message.color == RED into votes
                    MEMBER     | OPEN -> END on timeout(WAIT) when count > 0 else -> IDLE ( count = 1 )
                    ACTION     | SEND(seller, ASK)
                    ACTION     | SEND(seller, ASK { count 2, count 3 })
                    ACTION     | BROADCAST(sellers, CLOSE { reason "x" })
                    ACTION     | count = TWICE(1)
                    ACTION     | count = length(sellers)
                    ACTION     | color = Color.GREEN
                    ACTION     | color = RED
                    ACTION     | ok = RED == color
                    ACTION     | ok = probe(seller)
                    ACTION     | store seller, count
                    ACTION     | terms = { amount 1, note null }
                    ACTION     | terms = { ...terms, amount 1 }
                    ACTION     | terms = null
                    ACTION     | APPEND(sellers, peer_id)
                    ACTION     | count = balance - 1
                    ACTION     | since = since + WAIT
                    ACTION     | ok = NOW() - since < WAIT * 2
                    ACTION     | ok = HASH(seller, count, null) == HASH(terms)
                    ACTION     | ok = SHARE > LENGTH(votes) / LENGTH(sellers)
                    ACTION     | ok = CHAIN_CONTAINS(chain, CHAIN_HEAD(chain))
                    ACTION     | ok = VERIFY_CHAIN_SEGMENT(CHAIN_SEGMENT(chain, CHAIN_HEAD(chain)), seller)
                    ACTION     | balance = READ(seller, "balance")
                    ACTION     | since = LOAD(since)
                    HANDLER    | store color
                    HANDLER    | ok = message.sender == message.voter and message.payload == message
                    HANDLER    | ok = SIGNED_BY(message, message.sender)
                    HANDLER    | APPEND(votes, message)
                    HANDLER    | ok = VERIFY(seller, message.signature, 1)
                    FILE       | struct Bad ( x list<Terms> y LIST<map<hash, uint>> z optional<list<Color>> )
                    FILE       | struct A1 ( b B1 ) struct B1 ( c list<C1> ) struct C1 ( x uint )
                    FILE       | message MORE from Buyer to [Network] ( )
                    FILE       | block MORE by [Buyer, Seller] ( session hash )
                    FILE       | native function more(n uint) -> optional<hash> "net"
                    FILE       | parameters ( A = RED B = A C = -2 D = 1 fraction E = 1.5 minutes F = 250 ms G = 2 parsecs )
                    FILE       | eventually E within WAIT ( ANY(Buyer, b => b.state == Buyer.END and b.peer_id != null) )
                    FILE       | invariant I ( ALL(Seller, s => s.amount <= LIMIT and s.color != RED) )
                    FILE       | function G(xs list<T>, d T) -> T ( RETURN FIRST(xs, d) )
                    FILE       | function G(t timestamp, sender uint) -> uint ( RETURN sender )
                    EXPRESSION | n == 1 and i == -1 and f0 == 1 and f0 < n
                    EXPRESSION | LENGTH(s + s) == 1 and LENGTH(z + z) == 1 and xs + [1] == xs
                    EXPRESSION | SUM(MAP(xs, x => x * 2)) == n and MAX(n, 1) == MIN(xs)
                    EXPRESSION | REDUCE(xs, 0, acc => x => acc - x) == i
                    EXPRESSION | REDUCE(xs, [], acc => x => APPEND(acc, x)) == xs
                    EXPRESSION | {first 1, second h} != null and { amount 1, note s } == r
                    EXPRESSION | PUT({}, h, n) == m and m[h] == null and GET(m, h, 0) == n and xs[0] == n
                    EXPRESSION | CONTAINS([1.5, 2.0], f0) and [1, -2] == ys
                    EXPRESSION | FIND(xs, x => x > 3) == null and SORT(xs, x => -x) == TAKE(xs, 2)
                    BODY       | best = null FOR x IN xs ( best = IF best == null THEN x ELSE MAX(best, x) ) RETURN best == 1
                    BODY       | acc = [] FOR x IN xs acc = APPEND(acc, x) RETURN acc == xs
                    BODY       | k = 0 FOR x IN xs ( k = k - x ) FOR x IN ys ( k = k + x ) RETURN k == i
                    BODY       | xs[0] = 2 m[h] = i n = i RETURN b
                    BODY       | FOR key IN m ( n = m[key] ) RETURN ( n == 1 )
                    """)
    void isNotTold(Example.Place place, String example) {
        Example.of(place, example).assertFreeOf();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION  | ok = DIV(count, LIMIT) == 1
                    ACTION  | ok = count / LIMIT == SHARE
                    ACTION  | ok = LENGTH(votes) > LENGTH(sellers) / 2
                    ACTION  | ok = MUL_DIV(count, 2, LIMIT) > 1
                    ACTION  | ok = terms.note != null and LENGTH(terms.note) > 1
                    ACTION  | ok = terms.note == null or LENGTH(terms.note) > 1
                    ACTION  | count = IF terms.note == null THEN 0 ELSE LENGTH(terms.note)
                    ACTION  | count = IF not (terms.note == null) THEN LENGTH(terms.note) ELSE 0
                    ACTION  | ok = HASH(terms.note) == null
                    ACTION  | terms = { amount 1, note terms.note }
                    MEMBER  | OPEN -> END on REPLY when message.reason != null ( count = LENGTH(message.reason) )
                    MEMBER  | OPEN -> END on REPLY when message.reason == null else -> END ( count = LENGTH(message.reason) )
                    FILE    | struct Rates ( share fixed rates list<float> )
                    FILE    | message MORE from Buyer to [Seller] signed ( amount uint share fixed )
                    ACTION  | ok = HASH(count, LIMIT) == null
                    """)
    void isNotDoubted(Example.Place place, String example) {
        Example.of(place, example).assertFreeOf(Code.W03, Code.W04, Code.W12);
    }

    @Test
    void aTestOfAVariableIsForgottenWhenTheVariableChanges() {
        Example.of(
                        Example.Place.MEMBER,
                        "OPEN -> END on REPLY when terms.note != null ( terms = { amount 1, note null } "
                                + "count = LENGTH(\u00abterms.note\u00bb) )")
                .assertTold(
                        Code.W04,
                        "`note` may be `null`, which is a fault here; test `terms.note != null` before it is used");
    }
}
