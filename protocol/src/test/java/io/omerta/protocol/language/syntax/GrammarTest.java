package io.omerta.protocol.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of the grammar in the specification, by the tree that a text gives; a dash is a part left out. */
class GrammarTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    transaction 00 "Lock"                         | Transaction(00, "Lock", -)
                    transaction lock "Lock" "Locks funds"         | Transaction(lock, "Lock", "Locks funds")
                    imports shared/common                         | Imports([shared, common])
                    parameters ()                                 | Parameters(Body([]))
                    parameters (A = 1)                            | Parameters(Body([Parameter(A, 1, -, -)]))
                    parameters (A = -1.5 s "t" B = X C = Y count) | Parameters(Body([Parameter(A, (- 1.5), s, "t"), Parameter(B, X, -, -), Parameter(C, Y, count, -)]))
                    enum E ()                                     | EnumType(E, -, Body([]))
                    enum E "t" (A B)                              | EnumType(E, "t", Body([A, B]))
                    struct S (a hash b list<uint>)                | StructType(S, Body([Field(a, TypeReference(hash, [])), Field(b, TypeReference(list, [TypeReference(uint, [])]))]))
                    message M from A to [B] ()                    | Message(M, A, [B], false, Body([]))
                    message M from A to [B, C] signed (a hash)    | Message(M, A, [B, C], true, Body([Field(a, TypeReference(hash, []))]))
                    message M from A to [B] (from hash message T) | Message(M, A, [B], false, Body([Field(from, TypeReference(hash, [])), Field(message, TypeReference(T, []))]))
                    block B by [A, C] (a map<x,y>)                | Block(B, [A, C], Body([Field(a, TypeReference(map, [TypeReference(x, []), TypeReference(y, [])]))]))
                    actor A ()                                    | Actor(A, -, Body([]))
                    actor A "t" (state S)                         | Actor(A, "t", Body([State(S, [], -)]))
                    function f() -> t (RETURN 1)                  | Function(f, [], TypeReference(t, []), Body([Return(1)]))
                    function f(a b, c d) -> t (return 1)          | Function(f, [Field(a, TypeReference(b, [])), Field(c, TypeReference(d, []))], TypeReference(t, []), Body([Return(1)]))
                    native function f(a b) -> t "lib"             | NativeFunction(f, [Field(a, TypeReference(b, []))], TypeReference(t, []), "lib")
                    invariant I (a)                               | Invariant(I, -, Body([a]))
                    invariant I "t" (a)                           | Invariant(I, "t", Body([a]))
                    eventually E within P (a)                     | Eventually(E, -, P, Body([a]))
                    eventually E "t" within P (a)                 | Eventually(E, "t", P, Body([a]))
                    composes A.S -> 01 B.t                        | Composition(A, S, 01, B, t, -)
                    composes A.S -> x B.t {a 1}                   | Composition(A, S, x, B, t, StructLiteral([FieldValue(a, 1)]))
                    """)
    void declarationsGiveTheirTrees(String text, String shape) {
        assertEquals(shape, TreeShape.of(declaration(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    store (a hash)                         | Store(Body([Field(a, TypeReference(hash, []))]))
                    trigger t() in [S]                     | Trigger(t, [], [S], -)
                    trigger t(a b, c d) in [S, T] "t"      | Trigger(t, [Field(a, TypeReference(b, [])), Field(c, TypeReference(d, []))], [S, T], "t")
                    state S                                | State(S, [], -)
                    state S initial terminal "t"           | State(S, [INITIAL, TERMINAL], "t")
                    state S idle                           | State(S, [IDLE], -)
                    state idle idle "t"                    | State(idle, [IDLE], "t")
                    defer M                                | Deferral(DEFER, [M], [])
                    ignore M, N in [S, T]                  | Deferral(IGNORE, [M, N], [S, T])
                    S -> T auto                            | Transition(S, T, Auto(), -, Body([]), -)
                    S -> T on M                            | Transition(S, T, On(M), -, Body([]), -)
                    S -> T on timeout                      | Transition(S, T, On(timeout), -, Body([]), -)
                    S -> T on timeout (x = 1)              | Transition(S, T, On(timeout), -, Body([Assign(x, 1)]), -)
                    S -> T on timeout (P)                  | Transition(S, T, Timeout(P), -, Body([]), -)
                    defer -> ignore auto                   | Transition(defer, ignore, Auto(), -, Body([]), -)
                    S -> T auto ()                         | Transition(S, T, Auto(), -, Body([]), -)
                    S -> T auto when a                     | Transition(S, T, Auto(), a, Body([]), -)
                    S -> T auto when a else -> U           | Transition(S, T, Auto(), a, Body([]), Otherwise(U, Body([])))
                    S -> T auto when a (x = 1) else -> U (y = 2) | Transition(S, T, Auto(), a, Body([Assign(x, 1)]), Otherwise(U, Body([Assign(y, 2)])))
                    S -> T collect V from c until q by v into w | Transition(S, T, Collect(V, c, q, v, -, -, w), -, Body([]), -)
                    S -> T collect V from c until q + 1 by v on message.h where f(message) into w (x = 1) | Transition(S, T, Collect(V, c, (q + 1), v, FieldAccess(message, h), Call(f, [message]), w), -, Body([Assign(x, 1)]), -)
                    """)
    void partsOfActorsGiveTheirTrees(String text, String shape) {
        assertEquals(shape, TreeShape.of(member(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    store a                            | StoreParameters([a])
                    store a, b                         | StoreParameters([a, b])
                    STORE(a, 1 + 2)                    | StoreValue(a, (1 + 2))
                    lookup a = READ(p, h)              | Lookup(a, Call(READ, [p, h]))
                    a = 1                              | Assign(a, 1)
                    SEND = 1                           | Assign(SEND, 1)
                    SEND(message.sender, M)            | Send(FieldAccess(message, sender), M, -)
                    SEND(p, M {})                      | Send(p, M, StructLiteral([]))
                    SEND(p, M {a 1, ...b})             | Send(p, M, StructLiteral([FieldValue(a, 1), Spread(b)]))
                    BROADCAST(l, M)                    | Broadcast(l, M, -)
                    BROADCAST(l, M {a 1})              | Broadcast(l, M, StructLiteral([FieldValue(a, 1)]))
                    APPEND(chain, B)                   | AppendBlock(B, -)
                    APPEND(chain, B {a 1})             | AppendBlock(B, StructLiteral([FieldValue(a, 1)]))
                    APPEND(l, {a 1})                   | AppendValue(l, StructLiteral([FieldValue(a, 1)]))
                    """)
    void actionsGiveTheirTrees(String text, String shape) {
        ActorMember.Transition transition = (ActorMember.Transition) member("S -> T auto (" + text + ")");
        assertEquals("Body([" + shape + "])", TreeShape.of(transition.actions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    RETURN a                        | Return(a)
                    a = 1                           | Assign(a, 1)
                    a[i] = 1                        | AssignElement(a, i, 1)
                    FOR x IN l y = 1                | ForEach(x, l, Body([Assign(y, 1)]))
                    for x in l (y = 1 z = 2)        | ForEach(x, l, Body([Assign(y, 1), Assign(z, 2)]))
                    FOR x IN l FOR y IN m RETURN y  | ForEach(x, l, Body([ForEach(y, m, Body([Return(y)]))]))
                    (a = 1)                         | Block(Body([Assign(a, 1)]))
                    """)
    void statementsGiveTheirTrees(String text, String shape) {
        Declaration.Function function = (Declaration.Function) declaration("function f() -> t (" + text + ")");
        assertEquals("Body([" + shape + "])", TreeShape.of(function.body()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    x => y => z                          | Lambda(x, Lambda(y, z))
                    x => a or b                          | Lambda(x, (a or b))
                    a or b and c or d                    | ((a or (b and c)) or d)
                    a and b and c                        | ((a and b) and c)
                    not a and b                          | ((not a) and b)
                    not not a                            | (not (not a))
                    not a == b                           | (not (a == b))
                    a and not b or c                     | ((a and (not b)) or c)
                    IF a THEN b ELSE c                   | Conditional(a, b, c)
                    IF a or b THEN c < d ELSE e          | Conditional((a or b), (c < d), e)
                    IF a THEN x ELSE y or z              | (Conditional(a, x, y) or z)
                    if a then if b then c else d else e  | Conditional(a, Conditional(b, c, d), e)
                    IF a THEN b ELSE IF c THEN d ELSE e  | Conditional(a, b, Conditional(c, d, e))
                    not IF a THEN b ELSE c               | (not Conditional(a, b, c))
                    IF x => y THEN b ELSE c              | Conditional(Lambda(x, y), b, c)
                    a + b < c * d                        | ((a + b) < (c * d))
                    a < b and b < c                      | ((a < b) and (b < c))
                    a - b - c                            | ((a - b) - c)
                    a + b * c - d / e                    | ((a + (b * c)) - (d / e))
                    (a + b) * c                          | ((a + b) * c)
                    a -1                                 | (a - 1)
                    -1                                   | (- 1)
                    - -a                                 | (- (- a))
                    -a.b                                 | (- FieldAccess(a, b))
                    -a * b                               | ((- a) * b)
                    a * -b                               | (a * (- b))
                    f()                                  | Call(f, [])
                    f(a, x => b)                         | Call(f, [a, Lambda(x, b)])
                    f(1)(2)                              | Call(Call(f, [1]), [2])
                    5(1)                                 | Call(5, [1])
                    a.b.c                                | FieldAccess(FieldAccess(a, b), c)
                    message.from                         | FieldAccess(message, from)
                    E.ONE                                | FieldAccess(E, ONE)
                    a.[b + c]                            | ComputedField(a, (b + c))
                    a[b][c]                              | Index(Index(a, b), c)
                    a.b(c)[d].e                          | FieldAccess(Index(Call(FieldAccess(a, b), [c]), d), e)
                    TRUE                                 | BooleanLiteral(true)
                    False                                | BooleanLiteral(false)
                    NULL                                 | NullLiteral()
                    "a # b"                              | "a # b"
                    007                                  | 007
                    1.50                                 | 1.50
                    nota                                 | nota
                    android                              | android
                    []                                   | ListLiteral([])
                    [a, b + c]                           | ListLiteral([a, (b + c)])
                    {}                                   | StructLiteral([])
                    {a 1, ...b, c (d)}                   | StructLiteral([FieldValue(a, 1), Spread(b), FieldValue(c, d)])
                    {a -1}                               | StructLiteral([FieldValue(a, (- 1))])
                    {from 1, when 2}                     | StructLiteral([FieldValue(from, 1), FieldValue(when, 2)])
                    (((a)))                              | a
                    """)
    void expressionsBindAsTheTableOfPrecedenceSays(String text, String shape) {
        Declaration.Invariant invariant = (Declaration.Invariant) declaration("invariant I (" + text + ")");
        assertEquals("Body([" + shape + "])", TreeShape.of(invariant.condition()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    f (x)                            | Call(f, [x])                          | []
                    f (x) (y = 1)                    | Call(f, [x])                          | [Assign(y, 1)]
                    f (x = 1)                        | f                                     | [Assign(x, 1)]
                    f (x == 1)                       | Call(f, [(x == 1)])                   | []
                    f (x => 1)                       | Call(f, [Lambda(x, 1)])               | []
                    f ()                             | f                                     | []
                    f () (x = 1)                     | Call(f, [])                           | [Assign(x, 1)]
                    f() > 1 and a                    | ((Call(f, []) > 1) and a)             | []
                    a == f() - b ()                  | (a == (Call(f, []) - b))              | []
                    (f())                            | Call(f, [])                           | []
                    (f()) (x = 1)                    | Call(f, [])                           | [Assign(x, 1)]
                    f (store a)                      | f                                     | [StoreParameters([a])]
                    f (lookup a = b)                 | f                                     | [Lookup(a, b)]
                    f (STORE(a, b))                  | f                                     | [StoreValue(a, b)]
                    f (SEND(a, B))                   | f                                     | [Send(a, B, -)]
                    f (BROADCAST(a, B))              | f                                     | [Broadcast(a, B, -)]
                    f (APPEND(a, b))                 | f                                     | [AppendValue(a, b)]
                    (f (APPEND(a, b)))               | Call(f, [Call(APPEND, [a, b])])       | []
                    f (SEND)                         | Call(f, [SEND])                       | []
                    f (LOAD(a))                      | Call(f, [Call(LOAD, [a])])            | []
                    a and b == f (x = 1)             | (a and (b == f))                      | [Assign(x, 1)]
                    a.b (x = 1)                      | FieldAccess(a, b)                     | [Assign(x, 1)]
                    a[f()] (x = 1)                   | Index(a, Call(f, []))                 | [Assign(x, 1)]
                    f(g()) (x = 1)                   | Call(f, [Call(g, [])])                | [Assign(x, 1)]
                    5 (x = 1)                        | 5                                     | [Assign(x, 1)]
                    """)
    void parenthesesAfterAGuardAreCallsOrActions(String text, String guard, String actions) {
        ActorMember.Transition transition = (ActorMember.Transition) member("S -> T auto when " + text);
        assertEquals(guard, TreeShape.of(Objects.requireNonNull(transition.guard())));
        assertEquals("Body(" + actions + ")", TreeShape.of(transition.actions()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FOR x IN f (y = 1)                  | [ForEach(x, f, Body([Assign(y, 1)]))]
                    FOR x IN f (y) (z = 1)              | [ForEach(x, Call(f, [y]), Body([Assign(z, 1)]))]
                    FOR x IN f () (z = 1)               | [ForEach(x, Call(f, []), Body([Assign(z, 1)]))]
                    FOR x IN f (a[0] = 1)               | [ForEach(x, f, Body([AssignElement(a, 0, 1)]))]
                    FOR x IN f (a[0] == 1) RETURN x     | [ForEach(x, Call(f, [(Index(a, 0) == 1)]), Body([Return(x)]))]
                    FOR x IN f (RETURN x)               | [ForEach(x, f, Body([Return(x)]))]
                    FOR x IN f (FOR y IN x RETURN y)    | [ForEach(x, f, Body([ForEach(y, x, Body([Return(y)]))]))]
                    FOR x IN f ((y = 1))                | [ForEach(x, f, Body([Block(Body([Assign(y, 1)]))]))]
                    FOR x IN f ((y)) RETURN x           | [ForEach(x, Call(f, [y]), Body([Return(x)]))]
                    a = b (c = 1)                       | [Assign(a, b), Block(Body([Assign(c, 1)]))]
                    a = b (c)                           | [Assign(a, Call(b, [c]))]
                    a = b c[0] = 1                      | [Assign(a, b), AssignElement(c, 0, 1)]
                    """)
    void parenthesesAfterAValueAreCallsOrStatements(String text, String statements) {
        Declaration.Function function = (Declaration.Function) declaration("function f() -> t (" + text + ")");
        assertEquals("Body(" + statements + ")", TreeShape.of(function.body()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    message M from A to [B] ( # one\t a # two\t hash # three\t )   | message M from A to [B] (a hash)
                    enum # one\t E ( # two\t A # three\t )                         | enum E (A)
                    actor A (S -> # one\t T auto ( # two\t x = # three\t 1 ))      | actor A (S -> T auto (x = 1))
                    function f() -> t (FOR x IN y ( # one\t z = x # two\t ))       | function f() -> t (FOR x IN y (z = x))
                    """)
    void commentsStandAnywhere(String commented, String plain) {
        assertEquals(TreeShape.of(declaration(plain)), TreeShape.of(declaration(commented.replace('\t', '\n'))));
    }

    private static ActorMember member(String text) {
        Declaration.Actor actor = (Declaration.Actor) declaration("actor A (" + text + ")");
        assertEquals(1, actor.members().items().size());
        return actor.members().items().get(0);
    }

    private static Declaration declaration(String text) {
        ParsedFile parsed = Parser.parse(Source.of("x.omt", text));
        assertEquals("", DiagnosticText.render(parsed.diagnostics()));
        assertEquals(1, parsed.file().declarations().size());
        return parsed.file().declarations().get(0);
    }
}
