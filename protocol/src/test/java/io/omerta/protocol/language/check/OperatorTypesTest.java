package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.StatementModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Source;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of arithmetic, row for row, and what it leaves out. */
class OperatorTypesTest {
    private static final List<String> TYPES = List.of(
            "uint",
            "int",
            "fixed",
            "timestamp",
            "duration",
            "string",
            "bytes",
            "hash",
            "bool",
            "list<uint>",
            "list<int>");

    /** Columns: for each of {@link #TYPES} as the right operand the result, {@code .} where there is none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    +  | uint       | uint  int   fixed . . . . . . . .
                    +  | int        | int   int   fixed . . . . . . . .
                    +  | fixed      | fixed fixed fixed . . . . . . . .
                    +  | timestamp  | . . . . timestamp . . . . . .
                    +  | duration   | . . . timestamp duration . . . . . .
                    +  | string     | . . . . . string . . . . .
                    +  | bytes      | . . . . . . bytes . . . .
                    +  | hash       | . . . . . . . . . . .
                    +  | bool       | . . . . . . . . . . .
                    +  | list<uint> | . . . . . . . . . list<uint> list<int>
                    +  | list<int>  | . . . . . . . . . list<int>  list<int>
                    -  | uint       | int   int   fixed . . . . . . . .
                    -  | int        | int   int   fixed . . . . . . . .
                    -  | fixed      | fixed fixed fixed . . . . . . . .
                    -  | timestamp  | . . . duration timestamp . . . . . .
                    -  | duration   | . . . . duration . . . . . .
                    -  | string     | . . . . . . . . . . .
                    -  | list<uint> | . . . . . . . . . . .
                    *  | uint       | uint  int   fixed . duration . . . . . .
                    *  | int        | int   int   fixed . duration . . . . . .
                    *  | fixed      | fixed fixed fixed . . . . . . . .
                    *  | timestamp  | . . . . . . . . . . .
                    *  | duration   | duration duration . . . . . . . . .
                    *  | string     | . . . . . . . . . . .
                    /  | uint       | fixed fixed fixed . . . . . . . .
                    /  | int        | fixed fixed fixed . . . . . . . .
                    /  | fixed      | fixed fixed fixed . . . . . . . .
                    /  | timestamp  | . . . . . . . . . . .
                    /  | duration   | duration duration . . fixed . . . . . .
                    /  | hash       | . . . . . . . . . . .
                    <  | uint       | bool bool bool . . . . . . . .
                    <= | int        | bool bool bool . . . . . . . .
                    >  | fixed      | bool bool bool . . . . . . . .
                    >= | timestamp  | . . . bool . . . . . . .
                    <  | duration   | . . . . bool . . . . . .
                    <  | string     | . . . . . . . . . . .
                    <  | hash       | . . . . . . . . . . .
                    == | uint       | bool bool bool . . . . . . . .
                    != | fixed      | bool bool bool . . . . . . . .
                    == | timestamp  | . . . bool . . . . . . .
                    != | duration   | . . . . bool . . . . . .
                    == | string     | . . . . . bool . . . . .
                    == | hash       | . . . . . . . bool . . .
                    == | bool       | . . . . . . . . bool . .
                    == | list<uint> | . . . . . . . . . bool bool
                    and | bool      | . . . . . . . . bool . .
                    or  | uint      | . . . . . . . . . . .
                    """)
    void binaryOperators(String operator, String left, String results) {
        String[] expected = results.strip().split(" +");
        for (int i = 0; i < TYPES.size(); i++) {
            String right = TYPES.get(i);
            assertEquals(expected[i], resultOf(operator, left, right), left + " " + operator + " " + right);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-, uint, int",
        "-, int, int",
        "-, fixed, fixed",
        "-, duration, duration",
        "-, timestamp, .",
        "-, string, .",
        "not, bool, bool",
        "not, uint, ."
    })
    void unaryOperators(String operator, String operand, String result) {
        assertEquals(result, typeOf("a " + operand, operator + " a"));
    }

    private static String resultOf(String operator, String left, String right) {
        return typeOf("a " + left + ", b " + right, "a " + operator + " b");
    }

    /** The type of an expression, or {@code .} if it is told as a mismatch. */
    private static String typeOf(String parameters, String expression) {
        String text = "function TEST(" + parameters + ") -> bool ( x = " + expression + " RETURN true )";
        CheckedProtocol checked = Checker.check(Source.of("operators.omt", text), ImportSource.none());
        ProtocolModel model = checked.model();
        if (model == null) {
            assertEquals(Code.E27, checked.diagnostics().get(0).code(), text);
            return ".";
        }
        StatementModel.SetLocal assignment =
                (StatementModel.SetLocal) model.functions().get(0).body().get(0);
        return assignment.value().type().notation();
    }
}
