package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declarations that cannot be, and what functions and roles may not do. */
class DeclarationCodesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    EXPRESSION | n == TWICE(1) and «NOW»() == t                        | the function `TEST` calls `NOW`, which asks an actor or its host; pass the answer as an argument
                    EXPRESSION | «probe»(p)                                            | the function `TEST` calls the native function `probe`; only actors do, so pass its result as an argument
                    EXPRESSION | p == «peer_id»                                        | the function `TEST` reads `peer_id`, the identity of an actor; a function sees its arguments alone, so pass it as one
                    EXPRESSION | LENGTH(«message».voter) == n                          | the function `TEST` reads `message`, the message at hand; a function sees its arguments alone, so pass it as one
                    EXPRESSION | n == «balance»                                        | the function `TEST` reads the variable `balance` of an actor's store; a function sees its arguments alone, so pass it as one
                    BODY       | FOR x IN «CHAIN_SEGMENT»(chain, h) ( n = 1 ) RETURN b | the function `TEST` calls `CHAIN_SEGMENT`, which asks an actor or its host; pass the answer as an argument
                    FILE       | invariant I ( «NOW»() == null )                       | the property `I` calls `NOW`, which asks an actor or its host; pass the answer as an argument
                    """)
    void e16TellsFunctionsThatReadMoreThanTheirArguments(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E16, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    FILE | struct Bad ( x «object» )                             | `object` has no definite encoding; declare a struct and use its name
                    FILE | struct Bad ( x list<«any»> )                          | `any` has no definite encoding; declare a struct and use its name
                    FILE | struct Bad ( x «list» )                               | `list` does not say of what; write `list<T>`, `map<K, V>`, `optional<T>`
                    FILE | struct Bad ( x «uint»<hash> )                         | `uint` takes no types in `<>`; only list, map and optional do
                    FILE | struct Bad ( x list<«optional»<hash>> )               | `optional` is for fields of structs, messages and blocks, and for them as a whole; every variable may hold `null` as it is
                    FILE | struct Bad ( x Worse ) struct Worse ( y list<«Bad»> ) | a value cannot contain one of its own type: `Bad` contains `Worse` contains `Bad`; refer to it by a hash or an id
                    """)
    void e17TellsTypesWithoutDefiniteEncoding(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E17, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    FILE | struct Bad ( «from» uint ) | `from` is a word of the language and cannot name a field; choose another name
                    FILE | struct Bad ( «SEND» uint ) | `SEND` is a word of the language and cannot name a field; choose another name
                    FILE | enum «when» ( )            | `when` is a word of the language and cannot name an enum; choose another name
                    """)
    void e18TellsReservedWords(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E18, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    FILE       | struct Bad ( «peer_id» uint )                           | `peer_id` cannot name a field: it has a meaning of its own
                    FILE       | struct Bad ( «message» uint )                           | `message` cannot name a field: it has a meaning of its own
                    FILE       | struct Bad ( «TRUE» uint )                              | `TRUE` cannot name a field: it has a meaning of its own
                    FILE       | struct «hash» ( a uint )                                | `hash` cannot name a struct: it is a type of the language
                    FILE       | enum «Network» ( A )                                    | `Network` cannot name an enum: it stands for every role
                    FILE       | message BAD from Buyer to [Seller] ( «sender» peer_id ) | `sender` cannot name a field of a message: `message.sender` has a meaning of its own
                    FILE       | function «length»(n uint) -> uint ( RETURN n )          | `length` cannot name a function: a function of that name is built in
                    BODY       | «chain» = 1 RETURN b                                    | `chain` cannot name a variable: it has a meaning of its own
                    EXPRESSION | ANY(xs, «peer_id» => true)                              | `peer_id` cannot name a parameter: it has a meaning of its own
                    """)
    void e19TellsNamesWithAMeaning(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E19, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    FILE   | struct «Terms» ( a uint )                                         | `Terms` is declared twice; rename or delete one
                    FILE   | struct «ASK» ( a uint )                                           | `ASK` is declared twice, first as a message; rename or delete one
                    FILE   | struct Bad ( a uint «a» hash )                                    | `a` is declared twice in `Bad`; rename or delete one
                    FILE   | enum Bad ( A B «A» )                                              | `A` is declared twice in `Bad`; rename or delete one
                    FILE   | message BAD from Buyer to [Seller] signed ( «signature» bytes )   | `signature` is declared twice in `BAD`, first as what `signed` adds; rename or delete one
                    FILE   | function «probe»(n uint) -> uint ( RETURN n )                     | `probe` is declared twice; rename or delete one
                    FILE   | parameters ( «LIMIT» = 4 )                                        | `LIMIT` is declared twice; rename or delete one
                    FILE   | function BAD(n uint, «n» hash) -> uint ( RETURN 1 )               | `n` is declared twice in `BAD`; rename or delete one
                    MEMBER | trigger «buy»() in [OPEN] IDLE -> END on buy                      | `buy` is declared twice in `Buyer`; rename or delete one
                    MEMBER | trigger «ASK»() in [OPEN] IDLE -> END on buy                      | `ASK` is a message too, so that `on ASK` could mean either; rename one
                    MEMBER | store ( «count» hash ) IDLE -> END on buy                         | `count` is declared twice in `Buyer`; rename or delete one
                    MEMBER | ignore REPLY defer «REPLY» IDLE -> END on buy                     | what becomes of `REPLY` in all other states is said twice
                    MEMBER | ignore REPLY in [IDLE] defer «REPLY» in [IDLE] IDLE -> END on buy | what becomes of `REPLY` in one of these states is said twice
                    BODY   | FOR «n» IN xs ( f = 1.0 ) RETURN b                                | `n` is another variable of this function; a loop has a variable of its own
                    FILE   | invariant I ( true ) invariant «I» ( false )                      | `I` is declared twice; rename or delete one
                    """)
    void e20TellsNamesDeclaredTwice(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E20, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION | SEND(seller, «REPLY» { voter peer_id, color RED, reason null })       | `REPLY` is sent by `Seller`, not by `Buyer`; a recipient would refuse it
                    ACTION | BROADCAST(sellers, «REPLY» { voter peer_id, color RED, reason null }) | `REPLY` is sent by `Seller`, not by `Buyer`; a recipient would refuse it
                    ACTION | APPEND(chain, «SALE» { amount 1, buyer peer_id })                     | `SALE` is appended by `Seller`, not by `Buyer`; add the role to its `by`
                    """)
    void e22TellsRolesThatSendOrAppendWhatIsNotTheirs(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E22, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION | BROADCAST(sellers, «CLOSE») | the field `reason` of `CLOSE` has no value: no parameter of the trigger at hand and no variable of `Buyer` has its name; write `{ reason value }`
                    ACTION | SEND(seller, «CLOSE» { })   | the field `reason` of `CLOSE` has no value: no parameter of the trigger at hand and no variable of `Buyer` has its name; write `{ reason value }`
                    ACTION | terms = «{» amount 1 }      | the field `note` of `Terms` has no value; write `{ note value }`
                    """)
    void e23TellsFieldsWithoutValue(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E23, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    FILE | function «BAD»(n uint) -> uint ( m = n )                                                            | the function `BAD` may end without a result; its last statement is `RETURN value`
                    FILE | function «BAD»(xs list<uint>) -> uint ( FOR x IN xs RETURN x )                                      | the function `BAD` may end without a result; its last statement is `RETURN value`
                    FILE | function BAD(n uint) -> uint ( RETURN n «n = 1» RETURN n )                                          | this is never reached; the function returns before it
                    FILE | function BAD(n uint) -> uint ( RETURN «BAD»(n) )                                                    | a function may not call itself, but `BAD` calls `BAD`; use FOR, MAP or REDUCE instead
                    FILE | function BAD(n uint) -> uint ( RETURN WORSE(n) ) function WORSE(n uint) -> uint ( RETURN «BAD»(n) ) | a function may not call itself, but `BAD` calls `WORSE` calls `BAD`; use FOR, MAP or REDUCE instead
                    """)
    void e28TellsFunctionsThatDoNotReturnProperly(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E28, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    FILE       | struct Bad ( x «hsh» )                     | `hsh` is not a type; did you mean `hash`?
                    FILE       | struct Bad ( x «T» )                       | `T` is not a type; did you mean `int` or `str`?
                    FILE       | struct Bad ( x list<«unheard_of»> )        | `unheard_of` is not a type; none of the 18 has a similar name
                    EXPRESSION | «{» alpha 1 } == null                      | no struct has exactly these fields; declare it: `struct Name ( field type ... )`
                    ACTION     | ok = «CHAIN_STATE_AT»(chain, HASH(1)) == null | this gives a `ChainState`; declare what is wanted of it: `struct ChainState ( field type ... )`
                    """)
    void e29TellsUndeclaredTypes(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E29, message);
    }
}
