package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types that do not fit, and arithmetic that is doubtful. */
class TypeCodesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    MEMBER | OPEN -> END on timeout(«LIMIT»)      | `LIMIT` is uint, but a time is needed; give it a unit such as `seconds`
                    MEMBER | OPEN -> END on timeout(«WIAT»)       | `WIAT` is not a parameter with a unit of time; did you mean `WAIT`?
                    MEMBER | OPEN -> END on timeout(«BACK»)       | `BACK` is negative, but time does not run backwards
                    FILE   | parameters ( X = «1» nanosecond )    | `X` is 0.000001 milliseconds; a duration is a whole number of them
                    FILE   | eventually E within «SHARE» ( true ) | `SHARE` is fixed, but a time is needed; give it a unit such as `seconds`
                    """)
    void e26TellsTimesThatAreNone(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E26, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION     | count = «"a"»                                                             | the variable `count` is uint, but this is string
                    ACTION     | count = «-1»                                                              | the variable `count` is uint, but this is negative
                    ACTION     | count = «SHARE»                                                           | the variable `count` is uint, but this is fixed; write `FLOOR(...)` to round down
                    ACTION     | count = «LIMIT / 2»                                                       | the variable `count` is uint, but this is fixed; write `DIV(a, b)` for a whole quotient, rounded down
                    ACTION     | count = «WAIT»                                                            | the variable `count` is uint, but this is duration; write `SECONDS(...)` or `MILLISECONDS(...)`
                    ACTION     | ok = WAIT «<» LIMIT                                                       | `<` compares two numbers, two timestamps or two durations, but these are duration and uint; write `DURATION(...)` of seconds
                    ACTION     | since = since «+» 5                                                       | `+` adds numbers or durations, or a duration to a timestamp, and joins strings, bytes or lists of one type, but these are timestamp and uint; write `DURATION(...)` of seconds
                    ACTION     | ok = seller «==» count                                                    | `==` compares values of one type, but these are peer_id and uint
                    ACTION     | ok = ok «+» ok                                                            | `+` adds numbers or durations, or a duration to a timestamp, and joins strings, bytes or lists of one type, but these are bool and bool
                    ACTION     | ok = not «count»                                                          | what follows `not` is bool, but this is uint
                    ACTION     | count = -«seller»                                                         | `-` takes a number or a duration, but this is peer_id
                    ACTION     | count = ABS(«seller»)                                                     | argument 1 of `ABS` is a number, but this is peer_id
                    ACTION     | count = IF «count» THEN 1 ELSE 2                                          | a condition is bool, but this is uint
                    EXPRESSION | n == (IF b THEN 1 ELSE «h»)                                               | the branches of `IF` have one type, but they are uint and hash
                    ACTION     | count = LENGTH([1, «ok»])                                                 | the elements of a list have one type; those before are uint, but this is bool
                    ACTION     | sellers = [«null»]                                                        | a list holds no `null`
                    ACTION     | SEND(«sellers», ASK)                                                      | the recipient is peer_id, but this is list<peer_id>
                    ACTION     | BROADCAST(«seller», CLOSE { reason "x" })                                 | the list of recipients is list<peer_id>, but this is peer_id
                    ACTION     | APPEND(sellers, «count»)                                                  | an element of `sellers` is peer_id, but this is uint
                    ACTION     | APPEND(«count», 1)                                                        | only a list grows by `APPEND`, but `count` is uint
                    ACTION     | terms = { amount «null», note null }                                      | the field `amount` of `Terms` is never `null`; give it a value or declare it `optional<uint>`
                    ACTION     | terms = { amount «seller», note null }                                    | the field `amount` of `Terms` is uint, but this is peer_id
                    ACTION     | count = TWICE(1, «2»)                                                     | `TWICE` takes 1 argument, but 2 are given
                    ACTION     | count = «TWICE»()                                                         | `TWICE` takes 1 argument, but none is given
                    ACTION     | count = TWICE(«seller»)                                                   | the argument `n` of `TWICE` is uint, but this is peer_id
                    ACTION     | count = FIRST([1], «seller»)                                              | the argument `other` of `FIRST` is uint, but this is peer_id
                    ACTION     | count = «TAKE»([1])                                                       | `TAKE` does not take 1 argument; write TAKE(list<T>, count uint) -> list<T>
                    ACTION     | sellers = MAP(sellers, «1»)                                               | argument 2 of `MAP` is a function: write `x => ...`
                    ACTION     | ok = ALL(sellers, s => «s»)                                               | the result of this function of `ALL` is bool, but this is peer_id
                    ACTION     | count = «count»[0]                                                        | only lists and maps have elements `[...]`, but this is uint
                    ACTION     | count = count.«amount»                                                    | only structs, messages and blocks have fields, but `count` is uint
                    ACTION     | ok = «x» => x                                                             | a function `x => ...` is no value; it can only be an argument of functions such as MAP and FILTER
                    ACTION     | seller = «chain»                                                          | the variable `seller` is peer_id, but this is chain
                    ACTION     | terms = terms.[«reason_of»]                                               | which field is meant must be known before the protocol runs; write its name in quotes, or `.name`
                    ACTION     | count = «99999999999999999999»                                            | `99999999999999999999` does not fit into 64 bits; integers go to 9223372036854775807, fractions to 9223372036854.775807
                    ACTION     | ok = SHARE == «0.1234567»                                                 | `0.1234567` has more than 6 decimals; a fraction counts millionths
                    ACTION     | ok = HASH(seller «+» count) == null                                       | `+` adds numbers or durations, or a duration to a timestamp, and joins strings, bytes or lists of one type, but these are peer_id and uint
                    BODY       | n = «h» RETURN b                                                          | the parameter `n` is uint, but this is hash
                    BODY       | f = 1 f = «h» RETURN b                                                    | the variable `f` is uint, but this is hash
                    BODY       | FOR x IN «n» ( f = 1 ) RETURN b                                           | `FOR` runs over a list or a map, but this is uint
                    BODY       | RETURN «n»                                                                | the result of `TEST` is bool, but this is uint
                    BODY       | «n»[0] = 1 RETURN b                                                       | only lists and maps have elements `[...]`, but `n` is uint
                    FILE       | invariant I ( «LIMIT» )                                                   | a property is bool, but this is uint
                    MEMBER     | OPEN -> END on REPLY when «count»                                         | a guard is bool, but this is uint
                    MEMBER     | OPEN -> END collect REPLY from «votes» until 1 by voter into votes        | the variable `votes` is list<REPLY>, but list<peer_id> is needed here
                    MEMBER     | OPEN -> END collect REPLY from sellers until «seller» by voter into votes | the number of members is uint, but this is peer_id
                    MEMBER     | OPEN -> END collect REPLY from sellers until 1 by «color» into votes      | the field `color` is Color, but peer_id is needed here
                    MEMBER     | OPEN -> END collect REPLY from sellers until 1 by voter into «sellers»    | the variable `sellers` is list<peer_id>, but list<REPLY> is needed here
                    EXPRESSION | SUM(«m») == n                                                             | argument 1 of `SUM` is a list, but this is map<hash, uint>
                    EXPRESSION | SUM(«[h]») == n                                                           | argument 1 of `SUM` is a list of numbers, but this is list<hash>
                    EXPRESSION | MAX(n, «h») == n                                                          | `MAX` takes numbers, timestamps or durations of one kind, but this is hash
                    EXPRESSION | MAX(«p», p) == p                                                          | `MAX` takes numbers, timestamps or durations, but this is peer_id
                    EXPRESSION | CONCAT(«n», xs) == xs                                                     | argument 1 of `CONCAT` is a list, a string or bytes, but this is uint
                    EXPRESSION | CONTAINS(xs, «h»)                                                         | argument 2 of `CONTAINS` is uint, but this is hash
                    EXPRESSION | KEYS(«xs») == xs                                                          | argument 1 of `KEYS` is a map, but this is list<uint>
                    EXPRESSION | GET(m, h, «p») == n                                                       | argument 3 of `GET` is uint, but this is peer_id
                    EXPRESSION | SIGNED_BY(«r», p)                                                         | argument 1 of `SIGNED_BY` is a message declared as `signed`, but this is Terms
                    EXPRESSION | REDUCE(xs, «null», a => x => x) == n | argument 2 of `REDUCE` is never `null`
                    EXPRESSION | REDUCE(xs, 0, «a => a») == n                                              | argument 3 of `REDUCE` is a function: write `acc => x => ...`
                    EXPRESSION | REDUCE(xs, 0, a => x => «h») == n                                         | the result of this function of `REDUCE` is int, but this is hash
                    EXPRESSION | { ...«n», amount 1 } == r                                                 | `...` takes a struct, message or block, but this is uint
                    EXPRESSION | t «+» t == t                                                              | `+` adds numbers or durations, or a duration to a timestamp, and joins strings, bytes or lists of one type, but these are timestamp and timestamp
                    EXPRESSION | d «*» f0 == d                                                             | `*` takes numbers, or a duration and an integer, but these are duration and fixed
                    EXPRESSION | b and b and «n»                                                           | an operand of `and` is bool, but this is uint
                    BODY       | xs = APPEND(xs, «h») RETURN b                                             | argument 2 of `APPEND` is uint, but this is hash
                    BODY       | xs[«h»] = 1 RETURN b                                                      | the place of an element of `xs` is int, but this is hash
                    BODY       | m[h] = «p» RETURN b                                                       | an element of `m` is uint, but this is peer_id
                    """)
    void e27TellsTypesThatDoNotFit(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E27, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION | ok = «count / LIMIT» == 1    | this fraction equals an integer only if nothing remains; write `DIV(count, LIMIT)` for the whole quotient
                    ACTION | ok = 1 != «count / LIMIT»    | this fraction equals an integer only if nothing remains; write `DIV(count, LIMIT)` for the whole quotient
                    ACTION | ok = «count / LIMIT» * 2 > 1 | this is rounded to millionths before it is multiplied; `MUL_DIV(a, b, c)` computes a * b / c exactly
                    """)
    void w03DoubtsQuotientsOfIntegers(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.W03, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    HANDLER | count = LENGTH(«message.reason»)                                                      | `reason` may be `null`, which is a fault here; test `message.reason != null` before it is used
                    HANDLER | ok = terms.note == "" or LENGTH(«terms.note») > 1                                     | `note` may be `null`, which is a fault here; test `terms.note != null` before it is used
                    MEMBER  | OPEN -> END on REPLY when message.reason == null ( count = LENGTH(«message.reason») ) | `reason` may be `null`, which is a fault here; test `message.reason != null` before it is used
                    ACTION  | SEND(seller, CLOSE { reason «terms.note» })                                           | `note` may be `null`, which is a fault here; test `terms.note != null` before it is used
                    """)
    void w04DoubtsUsesOfOptionalFieldsWithoutTest(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.W04, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    FILE   | struct Bad ( unit_price «fixed» )                                 | `unit_price` seems to be money; as a fraction its products and quotients are rounded and money is lost or made; count the smallest unit in `uint`
                    FILE   | struct Bad ( balances map<hash, uint> fee «float» )               | `fee` seems to be money; as a fraction its products and quotients are rounded and money is lost or made; count the smallest unit in `uint`
                    FILE   | message BAD from Buyer to [Seller] signed ( rates list<«float»> ) | `float` is signed here; it is another name for `fixed`, millionths rounded down, which says so
                    ACTION | ok = HASH(«SHARE») == null                                        | a fraction is hashed here; whoever rounds in another order gets another hash, so hash integers
                    """)
    void w12DoubtsFractionsOfMoneyAndHashes(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.W12, message);
    }
}
