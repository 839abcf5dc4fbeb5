package io.omerta.protocol.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each syntax code with what triggers it and with the right text next to it. In the examples, the span of the fault
 * stands between {@code «} and {@code »}.
 */
class SyntaxCodesTest {
    private static final String ACTOR = "actor A ( ";
    private static final String FUNCTION = "function f() -> a ( ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    parameters ( X = 1«»                              | `)` at the end of the parameters is expected, but found the end of the file
                    parameters ( X «1» )                              | `=` is expected after the parameter `X`, but found `1`
                    parameters ( X = «)»                              | the parameter's value, a number or a name, is expected, but found `)`
                    enum E ( A«,» B )                                 | nothing separates the parts of the enum
                    struct S ( a«:» hash )                            | nothing stands between a name and its type
                    struct S ( a list<b «)»                           | `,` or `>` is expected after a type argument, but found `)`
                    struct S ( a «)»                                  | a type is expected, but found `)`
                    imports «"a/b"»                                   | a path `folder/file`, without quotes and extension, is expected, but found `"a/b"`
                    «)»                                               | `)` does not begin a declaration; one begins with transaction, imports, parameters, enum, struct, message, block, actor, function, native, invariant, eventually, composes
                    «actr» A ( )                                      | `actr` does not begin a declaration; did you mean `actor`?
                    actor A ( «stat» S )                              | `stat` begins nothing; did you mean `state`?
                    actor A ( S -> S auto ( «send»(x, M) ) )          | `send` is no action; did you mean `SEND`?
                    actor A ( S -> S auto ( «f»(x) ) )                | an action is expected: `name = value`, `store`, `lookup`, `STORE(`, `SEND(`, `BROADCAST(` or `APPEND(`, but found `f`
                    actor A ( S -> S auto ( SEND(x «M») ) )           | `,` is expected after the target of `SEND`, but found `M`
                    actor A ( S -> S auto ( SEND(x, M «y») ) )        | `)` at the end of the action is expected, but found `y`
                    actor A ( S -> S auto ( APPEND(chain, «1») ) )    | the name of a block is expected, but found `1`
                    actor A ( S -> S auto (x = 1) «(»y = 2) )         | an action block stands after a transition, and only one
                    actor A ( S -> S collect M from c «by» v into w ) | `until` is expected after the list of peers, but found the reserved word `by`
                    actor A ( S -> S collect M from c until q by v into w «when» x ) | `collect` takes its condition as `where`, before `into`, not as `when`
                    function f() -> a ( x «y» )                       | `=` is expected after the name `x`, but found `y`
                    function f() -> a ( FOR x «xs» RETURN x )         | `in` is expected after the loop's variable, but found `xs`
                    invariant I ( a «b» )                             | an operator or `)` after the condition is expected, but found `b`
                    invariant I ( f(a «b») )                          | `,` or `)` after an argument is expected, but found `b`
                    invariant I ( a[1«)» )                            | `]` after the index is expected, but found `)`
                    invariant I ( {a 1 «b» 2} )                       | `,` or `}` after a field is expected, but found `b`
                    invariant I ( a «&&» b )                          | `&&` is not an operator here; write `and`
                    invariant I ( «!»a )                              | `!` is not an operator here; write `not`
                    invariant I ( a «%» b )                           | there is no remainder operator `%`; the operators are `+`, `-`, `*` and `/`
                    enum E ( A«;» B )                                 | `;` is not used: nothing separates statements, actions and fields
                    enum E ( «Zoë» )                                  | a name may hold only the letters A to Z and a to z, digits and `_`
                    enum E ( A «@» )                                  | `@` (U+0040) is not part of the language outside strings
                    enum E ( A ) «//» text                            | a comment begins with `#`
                    """)
    void s01TellsTokensThatDoNotFit(String example, String message) {
        assertFault(Code.S01, example, message);
    }

    @Test
    void s01PointsToTheBracketThatIsOpen() {
        Diagnostic diagnostic = diagnostics("enum E ( A\nenum F ( B )").get(0);
        assertEquals(7, diagnostic.related().get(0).span().start());
        assertEquals("`(` is opened here", diagnostic.related().get(0).message());
        assertEquals(11, diagnostic.span().start());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    transaction 01 «"ab»
                    actor A ( state S «"abc )»
                    imports a transaction 01 "a" «"»
                    """)
    void s02TellsStringsThatAreNotClosed(String example) {
        assertFault(Code.S02, example, "the string is not closed; it must end with `\"` on the line where it begins");
    }

    @Test
    void s02TellsALineEndWithinAString() {
        assertFault(
                Code.S02,
                "transaction 01 «\"a»\nimports b",
                "the string is not closed; it must end with `\"` on the line where it begins");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    S «T» auto                         | `->` is expected after the state `S`; a transition is `FROM -> TO event`, but found `T`
                    «S -> T»                           | `S -> T` has no event: `auto`, `on MESSAGE`, `on timeout(PARAMETER)` or `collect ...`
                    «S -> T» ( x = 1 )                 | `S -> T` has no event: `auto`, `on MESSAGE`, `on timeout(PARAMETER)` or `collect ...`
                    S -> «auto»                        | the state that the transition enters is expected after `S ->`, but found the reserved word `auto`
                    S -> T on «when» a                 | a message, a trigger or `timeout(PARAMETER)` is expected after `on`, but found the reserved word `when`
                    S -> T auto when a else «T»        | `->` and a state are expected after `else`, but found `T`
                    """)
    void s03TellsIncompleteTransitions(String example, String message) {
        assertFault(Code.S03, ACTOR + example + " )", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S -> D auto «else» -> S", "S -> D on timeout(P) ( x = 1 ) «else» -> S ( x = 2 )"})
    void s04TellsAnElseWithoutWhen(String example) {
        assertFault(
                Code.S04,
                ACTOR + example + " )",
                "`else` is for a guard that is false, but this transition has no `when`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    function f() -> uint «( )»                        | the function `f` holds no statement; a function ends with `RETURN value`
                    function f() -> uint «( # only a comment\t)»      | the function `f` holds no statement; a function ends with `RETURN value`
                    function f() -> uint ( «()» RETURN 1 )            | the block holds no statement; a function ends with `RETURN value`
                    """)
    void s05TellsEmptyBodies(String example, String message) {
        assertFault(Code.S05, example.replace('\t', '\n'), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    «list<a, b>»             | `list` takes one type: `list<element>`, but has 2
                    «LIST<a, b>»             | `LIST` takes one type: `list<element>`, but has 2
                    «map<a>»                 | `map` takes two types: `map<key, value>`, but has 1
                    list<«map<a, b, c>»>     | `map` takes two types: `map<key, value>`, but has 3
                    """)
    void s06TellsTheNumberOfTypeArguments(String type, String message) {
        assertFault(Code.S06, "struct S ( a " + type + " )", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    transaction «"N"»                             | the transaction has no id; its id is a number or a name (before `"N"`)
                    transaction 01 «imports» a                    | the transaction has no name; it stands in quotes after the id (before the reserved word `imports`)
                    message «from» A to [B] ( )                   | the message has no name (before the reserved word `from`)
                    message M «to» [B] ( )                        | the message `M` has no sender; write `from Role` (before the reserved word `to`)
                    message M from A «signed» ( )                 | the message `M` has no recipients; write `to [...]` (before the reserved word `signed`)
                    message M from A to «[]» ( )                  | the message `M` has no recipients; name at least one between the brackets
                    message M from A to «B» ( )                   | the list stands in brackets; write `to [...]`
                    block B «(» )                                 | the block `B` has no writers; write `by [...]` (before `(`)
                    function f() «(» RETURN 1 )                   | the function `f` has no type of result; write `-> type` (before `(`)
                    function «(») -> a ( RETURN 1 )               | the function has no name (before `(`)
                    native function f() -> a«»                    | the native function `f` has no library; it stands in quotes after the type (before the end of the file)
                    actor A ( trigger t() «state» S )             | the trigger `t` does not say in which states it is accepted; write `in [...]` (before the reserved word `state`)
                    eventually E «(» a )                          | the property `E` has no deadline; write `within PARAMETER` (before `(`)
                    struct «(» a hash )                           | the struct has no name (before `(`)
                    """)
    void s07TellsMissingPartsOfDeclarations(String example, String message) {
        assertFault(Code.S07, example, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a < b «<» c                | comparisons cannot be chained; write `a < b and b < c`
                    a == b «!=» c              | comparisons cannot be chained; write `a == b and b != c`
                    a + «)»                    | a value is expected after `+`, but found `)`
                    «*» a                      | a value is expected after `(`, but found `*`
                    «)»                        | a value is expected after `(`, but found `)`
                    f(x => «)»                 | a value is expected after `=>`, but found `)`
                    f(a«,»)                    | no comma stands before `)`
                    [a«,»]                     | no comma stands before `]`
                    {a 1«,»}                   | no comma stands before `}`
                    [a, «,» b]                 | a value is expected after `,`, but found `,`
                    {a«:» 1}                   | nothing stands between a field and its value: `a value`, without `:`
                    {«1» 2}                    | a field `name value` or `...struct` is expected, but found `1`
                    a.«1»                      | the name of a field is expected after `.`, but found `1`
                    1 + «IF» a THEN b ELSE c   | `IF` cannot be an operand here without parentheses
                    a == «not» b               | `not` cannot be an operand here without parentheses
                    a or «x» => x              | a function `x => ...` cannot be an operand here without parentheses
                    IF a THEN b «or» c ELSE d  | a branch of `IF` holds `and` and `or` only in parentheses; `ELSE` is expected, but found the reserved word `or`
                    IF a THEN b «)»            | `ELSE` is expected after the branch `THEN`; each `IF` has both branches, but found `)`
                    a + «when»                 | a value is expected after `+`, but found the reserved word `when`
                    """)
    void s08TellsMalformedExpressions(String expression, String message) {
        assertFault(Code.S08, "invariant I ( " + expression + " )", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"«30»", "«P + 1»", "«\"P\"»"})
    void s09TellsTimeoutsWithoutTheNameOfAParameter(String argument) {
        assertFault(
                Code.S09,
                ACTOR + "S -> T on timeout(" + argument + ") )",
                "a timeout names a parameter: declare `NAME = 30 seconds` and write `on timeout(NAME)`");
    }

    @Test
    void s09TellsTimeoutsWithoutArgument() {
        assertFault(
                Code.S09,
                ACTOR + "S -> T on timeout«()» )",
                "a timeout names a parameter: declare `NAME = 30 seconds` and write `on timeout(NAME)`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"«IF» a THEN b = 1 RETURN b", "«if» a then ( b = 1 ) else ( b = 2 ) RETURN b"})
    void s10TellsAnIfThatIsUsedAsAStatement(String body) {
        assertFault(
                Code.S10,
                FUNCTION + body + " )",
                "`IF` is an expression, not a statement; write `name = IF condition THEN value ELSE value`");
    }

    @Test
    void s11TellsASumOfTooManyTerms() {
        String sum = "a" + " + a".repeat(Limits.MAX_DEPTH) + "«)»";
        assertFault(
                Code.S11,
                "invariant I ( " + sum,
                "nested or chained more than 200 levels deep; use variables or functions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parameters ( X = 1 )",
                "transaction 01 \"ab\"",
                "actor A ( S -> S auto )",
                "actor A ( S -> D auto when a else -> S )",
                "function f() -> uint ( RETURN 1 )",
                "struct S ( a list<b> c map<d, e> f list g pair<h, i, j> )",
                "message M from A to [B] ( )",
                "block B by [A] ( )",
                "invariant I ( a < b and b < c )",
                "invariant I ( 1 + (IF a THEN b ELSE c) == (not b) )",
                "actor A ( S -> S on timeout(P) )",
                "function f() -> uint ( b = IF a THEN 1 ELSE 2 RETURN b )",
            })
    void rightTextGivesNoDiagnostic(String text) {
        assertEquals(List.of(), diagnostics(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    actr A ( )                       | actor A ( )
                    enum E ( A, B )                  | enum E ( A B )
                    struct S ( a: hash )             | struct S ( a hash )
                    invariant I ( a&&b and !c )      | invariant I ( a and b and not c )
                    invariant I ( f(a, {b: 1,},) )   | invariant I ( f(a, {b 1}) )
                    invariant I ( a == not b )       | invariant I ( a == (not b) )
                    invariant I ( 1 + IF a THEN b ELSE c ) | invariant I ( 1 + (IF a THEN b ELSE c) )
                    actor A ( S -> S auto ( send(x, M) ) ) | actor A ( S -> S auto ( SEND(x, M) ) )
                    enum E ( A ) // text             | enum E ( A ) # text
                    """)
    void fixesMakeTheTextRight(String wrong, String right) {
        StringBuilder text = new StringBuilder(wrong);
        List<TextEdit> edits = diagnostics(wrong).stream()
                .flatMap(diagnostic -> diagnostic.fixes().get(0).edits().stream())
                .toList();
        for (int i = edits.size() - 1; i >= 0; i--) {
            TextEdit edit = edits.get(i);
            text.replace(edit.span().start(), edit.span().end(), edit.replacement());
        }
        assertEquals(List.of(), diagnostics(text.toString()));
        assertEquals(right, text.toString());
    }

    /** Checks that the example has one fault, and its code, span and message. */
    private static void assertFault(Code code, String example, String message) {
        int start = example.indexOf('«');
        int end = example.indexOf('»') - 1;
        List<Diagnostic> diagnostics = diagnostics(example.replace("«", "").replace("»", ""));
        assertEquals(1, diagnostics.size(), () -> "diagnostics " + diagnostics);
        Diagnostic diagnostic = diagnostics.get(0);
        assertEquals(message, diagnostic.message());
        assertEquals(code, diagnostic.code());
        assertEquals(start, diagnostic.span().start(), "start");
        assertEquals(end, diagnostic.span().end(), "end");
    }

    private static List<Diagnostic> diagnostics(String text) {
        return Parser.parse(source(text)).diagnostics();
    }

    private static Source source(String text) {
        return Source.of("x.omt", text);
    }
}
