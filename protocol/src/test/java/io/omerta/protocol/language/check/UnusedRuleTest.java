package io.omerta.protocol.language.check;

import static io.omerta.protocol.language.check.FlowExample.assertFound;
import static io.omerta.protocol.language.check.FlowExample.assertNone;
import static io.omerta.protocol.language.check.FlowExample.places;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Code;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnusedRuleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    parameters ( «LIMIT» = 3 )                                          | the parameter `LIMIT` is never used; remove it
                    enum «Verdict» ( ACCEPT REJECT )                                    | the enum `Verdict` is never used; remove it
                    enum Verdict ( ACCEPT «REJECT» ) struct P ( v Verdict ) invariant I ( p({v ACCEPT}) ) | the member `REJECT` of `Verdict` is never used; remove it
                    struct «Pair» ( a uint b uint )                                     | the struct `Pair` is never used; remove it
                    function «f»(a uint) -> uint ( RETURN a )                           | the function `f` is never used; remove it
                    function «f»(a uint) -> uint ( RETURN f(a) )                        | the function `f` is never used; remove it
                    native function «f»() -> bool "host"                                | the native function `f` is never used; remove it
                    """)
    void w08TellsDeclarationsThatNothingNames(String declaration, String message) {
        assertFound(Code.W08, "transaction 01 \"T\" " + declaration, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parameters ( LIMIT = 3 ) invariant I ( 1 < LIMIT )",
                "parameters ( LIMIT = 3 seconds ) actor A ( S -> S on timeout(LIMIT) )",
                "parameters ( LIMIT = 3 seconds ) eventually E within LIMIT ( x )",
                "parameters ( LIMIT = OTHER OTHER = 3 ) invariant I ( 1 < LIMIT )",
                "parameters ( LIMIT = 3 ) actor A ( S -> S collect M from c until LIMIT by v into w )",
                "parameters ( LIMIT = 3 ) invariant I ( 1 < LIMTI )",
                "enum Verdict ( ACCEPT ) invariant I ( Verdict.ACCEPT == x )",
                "enum Verdict ( ACCEPT ) parameters ( V = ACCEPT ) invariant I ( V == x )",
                "enum Reason ( GONE LATE ) actor A ( trigger stop(reason Reason) in [S] S -> S on stop )",
                "enum Reason ( GONE LATE ) struct Why ( reasons list<Reason> ) "
                        + "native function why() -> Why \"host\" invariant I ( why() )",
                "struct Pair ( a uint b uint ) function f(p map<uint, Pair>) -> uint ( RETURN 1 ) invariant I ( f(x) )",
                "struct Pair ( a uint b uint ) invariant I ( HASH({b 1, a 2}) == x )",
                "struct ChainState ( a uint ) actor A ( S -> S on M ( x = CHAIN_STATE_AT(chain, h) ) )",
                "function f(a uint) -> uint ( RETURN a ) function g(a uint) -> uint ( RETURN f(a) ) "
                        + "invariant I ( g(1) )",
                "function fact(a uint) -> uint ( RETURN fact(a) ) invariant I ( fact(1) )",
            })
    void w08PassesDeclarationsThatAreUsed(String text) {
        assertNone(Code.W08, "transaction 01 \"T\" " + text);
    }

    @Test
    void w08SaysNothingOfAFileThatOthersImport() {
        assertNone(Code.W08, "parameters ( LIMIT = 3 ) enum E ( X ) function f(a uint) -> uint ( RETURN a )");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    store ( «n» uint )                                          | the variable `n` is never used; remove it
                    store ( «n» uint ) S -> S on M ( n = 3 )                    | the variable `n` is assigned, but never read; use it, perhaps in a property, or remove it
                    store ( «n» list<uint> ) S -> S on M ( APPEND(n, 3) )       | the variable `n` is assigned, but never read; use it, perhaps in a property, or remove it
                    store ( «n» uint ) S -> S on M when n > 3                   | the variable `n` is never assigned, so that it is always `null`; assign or remove it
                    store ( «n» uint ) S -> S on M ( SEND(peer_id, PING) )      | the variable `n` is never assigned, so that it is always `null`; assign or remove it
                    store ( «n» uint m uint ) S -> S on M ( n = 3 SEND(peer_id, PING {n m}) m = 1 ) | the variable `n` is assigned, but never read; use it, perhaps in a property, or remove it
                    trigger «go»() in [S]                                       | no transition is taken on the trigger `go`; add one, or remove the trigger
                    trigger go() in [S, «T»] S -> S on go                       | the trigger `go` is accepted in `T`, but no transition leaves that state on it; add one, or remove the state
                    trigger go() in [S] S -> S on go T -> S «on go»             | this is never taken, because the trigger `go` is not accepted in `T`; add the state to its `in [...]`
                    """)
    void w08TellsPartsOfActorsThatHaveNoUse(String members, String message) {
        assertFound(
                Code.W08,
                "message PING from A to [A] ( n uint ) actor A ( state S initial state T " + members + " )",
                message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store ( n uint ) S -> S on M when n > 3 ( n = 4 )",
                "store ( n uint ) S -> S on M when LOAD(n) > 3 ( store n )",
                "store ( n uint ) S -> S on M ( lookup n = 4 SEND(peer_id, PING) )",
                "store ( n uint ) S -> S on M ( STORE(n, 4) APPEND(chain, BLOCK) )",
                "store ( n uint b uint ) S -> S on M ( store n, b BROADCAST(c, PING {n b}) SEND(c, PING) )",
                "store ( n list<peer_id> ) S -> S on M ( n = [] BROADCAST(n, PING) )",
                "store ( w list<PING> c list<peer_id> ) S -> T collect PING from c until 3 by v into w ( c = [] )",
                "store ( seen uint ) S -> S on M ( seen = 1 )",
                "store ( amount uint ) S -> S on M when amuont > 3 ( amount = 3 )",
                "store ( amount uint ) S -> S on M when amount > 3 ( amuont = 3 )",
                "store ( amount uint ) S -> S on M ( amount = 3 SEND(peer_id, UNDECLARED) )",
                "store ( outcome uint ) state END terminal S -> END on M ( outcome = 3 )",
                "store ( outcome uint ) state END terminal S -> S on M when x else -> END ( outcome = 3 )",
                "trigger start() in [S] S -> S on strat",
                "trigger start() in [S, NOWHERE] S -> S on start ANYWHERE -> S on start",
            })
    void w08PassesPartsOfActorsThatAreUsed(String members) {
        assertNone(
                Code.W08,
                "message PING from A to [A] ( n uint ) block BLOCK by [A] ( n uint ) invariant I ( ALL(A, a => a.seen) ) "
                        + "actor A ( state S initial state T " + members + " )");
    }

    @Test
    void w08TakesVariablesAsReadWhereATransactionIsComposed() {
        assertNone(
                Code.W08,
                "actor A ( store ( n uint ) state S initial S -> S on M ( n = 3 ) ) composes A.S -> 02 B.start");
    }

    @Test
    void w08KnowsWhichActorAVariableBelongsTo() {
        assertEquals(
                List.of("n"),
                places(
                        Code.W08,
                        "actor A ( store ( n uint ) S -> S on M when n > 3 ( n = 4 ) ) "
                                + "actor B ( store ( n uint ) S -> S on M ( n = 4 ) )"));
    }
}
