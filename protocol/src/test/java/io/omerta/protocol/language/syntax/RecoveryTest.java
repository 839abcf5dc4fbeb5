package io.omerta.protocol.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    @Test
    void aFileWithManyFaultsTellsEachOnceInOrder() {
        String text =
                """
                transaction "N"
                parameters ( X = 1
                enum E ( A, B, )
                message M to [B] ( a hash b: uint )
                message N from A to [] ( a list<a,b> )
                actor X (
                    store ( a map<b> )
                    state S initial
                    S T auto
                    S -> S
                    S -> D auto else -> S ( x = 1 )
                    S -> D on timeout(30)
                    S -> D on go when a < b < c ( x = (1 +
                    state T
                    S -> T auto ( send M to t  SEND(a M) STORE(x, a + ) x = 1 + IF a THEN b ELSE c )
                    S -> T auto when a == not b ( z = {a: 1, b 2,} )
                    stat U
                    S -> T on M (y = 1) (x = 1)
                )
                function f() -> uint ( )
                function g() -> uint ( IF a THEN b = 1 ELSE c = 2 RETURN a && b % c )
                function h() ( RETURN [1,2,] )
                struct Q ( a "hash
                 b uint )
                actr Foo ( )
                block B ( a b )
                """;
        assertEquals(
                List.of(
                        "1:13 S07",
                        "3:1 S01",
                        "3:11 S01",
                        "3:14 S01",
                        "4:11 S07",
                        "4:28 S01",
                        "5:21 S07",
                        "5:28 S06",
                        "7:15 S06",
                        "9:7 S03",
                        "10:5 S03",
                        "11:17 S04",
                        "12:23 S09",
                        "13:29 S08",
                        "14:5 S08",
                        "15:19 S01",
                        "15:39 S01",
                        "15:55 S08",
                        "15:65 S08",
                        "16:27 S08",
                        "16:41 S08",
                        "16:49 S08",
                        "17:5 S01",
                        "18:25 S01",
                        "20:22 S05",
                        "21:24 S10",
                        "21:60 S01",
                        "21:65 S01",
                        "22:14 S07",
                        "22:27 S08",
                        "23:14 S02",
                        "25:1 S01",
                        "26:9 S07"),
                faults(text));
    }

    @Test
    void aFaultyActionLosesOnlyItself() {
        ActorMember.Transition transition = (ActorMember.Transition)
                members("actor A ( S -> T auto ( x = 1 SEND(a M) y = 2 STORE(z, a + ) w = 3 ) )")
                        .get(0);
        assertEquals("Body([Assign(x, 1), Assign(y, 2), Assign(w, 3)])", TreeShape.of(transition.actions()));
    }

    @Test
    void aFaultyGuardKeepsTheActionsBehindIt() {
        String text = "actor A ( S -> T on M when a + ( x = 1 y = ) else -> U state V )";
        assertEquals(List.of("1:32 S08", "1:44 S08"), faults(text));
        assertEquals(2, members(text).size());
    }

    @Test
    void anActorThatIsNotClosedEndsAtTheNextDeclaration() {
        String text = "actor A ( S -> T auto ( x = 1 ) enum E ( B )";
        assertEquals(List.of("1:33 S01"), faults(text));
        assertEquals(2, declarations(text).size());
    }

    @Test
    void actionsThatAreNotClosedEndAtTheNextPartOfTheActor() {
        String text = "actor A ( S -> T auto ( x = 1 state U initial S -> U auto ) enum E ( B )";
        assertEquals(List.of("1:31 S01"), faults(text));
        assertEquals(3, members(text).size());
        assertEquals(2, declarations(text).size());
    }

    @Test
    void aCallThatIsNotClosedEndsAtTheNextAction() {
        String text = "actor A ( S -> T auto ( x = f(1 SEND(a, M) y = 2 ) )";
        assertEquals(List.of("1:33 S01"), faults(text));
        ActorMember.Transition transition =
                (ActorMember.Transition) members(text).get(0);
        assertEquals(3, transition.actions().items().size());
    }

    @Test
    void aSuperfluousParenthesisIsToldOnce() {
        assertEquals(List.of("1:13 S01"), faults("enum E ( A )) enum F ( B )"));
    }

    @Test
    void aStringThatIsNotClosedTellsNothingOfWhatItSwallowed() {
        assertEquals(List.of("1:34 S02"), faults("actor A ( S -> T auto ( x = f(a, \"b) )\n y = 2 ) )"));
    }

    private static List<ActorMember> members(String text) {
        return ((Declaration.Actor) declarations(text).get(0)).members().items();
    }

    private static List<Declaration> declarations(String text) {
        return Parser.parse(Source.of("x.omt", text)).file().declarations();
    }

    private static List<String> faults(String text) {
        return Parser.parse(Source.of("x.omt", text)).diagnostics().stream()
                .map(diagnostic -> diagnostic.span().startPosition() + " " + diagnostic.code())
                .toList();
    }
}
