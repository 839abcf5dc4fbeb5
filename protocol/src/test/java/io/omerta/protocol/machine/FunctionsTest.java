package io.omerta.protocol.machine;

import static io.omerta.protocol.machine.Terms.call;
import static io.omerta.protocol.machine.Terms.constant;
import static io.omerta.protocol.machine.Terms.equal;
import static io.omerta.protocol.machine.Terms.local;
import static io.omerta.protocol.machine.Terms.nothing;
import static io.omerta.protocol.machine.Terms.number;
import static io.omerta.protocol.machine.Terms.numbers;
import static io.omerta.protocol.machine.Terms.plus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.StatementModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Functions: their statements, and that they change nothing outside. */
class FunctionsTest {
    private static final Type INT = Type.Scalar.INT;
    private static final Type AGES = new Type.MapOf(Type.Scalar.STRING, INT);

    private final Evaluation evaluation = new Evaluation();

    /** A function of one parameter, local 0, and two variables, locals 1 and 2. */
    private static FunctionModel function(Type parameter, Type result, StatementModel... body) {
        return new FunctionModel(
                "f", List.of(new VariableModel("p", parameter, Terms.SPAN)), result, 3, List.of(body), Terms.SPAN);
    }

    private static StatementModel returns(Term value) {
        return new StatementModel.Return(value, Terms.SPAN);
    }

    private static StatementModel sets(int local, Term value) {
        return new StatementModel.SetLocal(local, value, Terms.SPAN);
    }

    @Test
    void aLoopRunsOverAListInOrder() {
        Term digit = local(2, INT);
        Term shifted = Terms.binary(BinaryOperator.MULTIPLY, local(1, INT), number(10), INT);
        FunctionModel digits = function(
                Terms.NUMBERS,
                INT,
                sets(1, number(0)),
                new StatementModel.ForEach(
                        2, local(0, Terms.NUMBERS), List.of(sets(1, plus(shifted, digit))), Terms.SPAN),
                returns(local(1, INT)));
        assertEquals(new Value.Int(352), evaluation.value(call(digits, numbers(3, 5, 2))));
    }

    @Test
    void aLoopOverAMapRunsOverItsKeysInCanonicalOrder() {
        Term joined = plus(local(1, Type.Scalar.STRING), local(2, Type.Scalar.STRING));
        FunctionModel keys = function(
                AGES,
                Type.Scalar.STRING,
                sets(1, Terms.text("")),
                new StatementModel.ForEach(2, local(0, AGES), List.of(sets(1, joined)), Terms.SPAN),
                returns(local(1, Type.Scalar.STRING)));
        Value ages = ValueMap.of(Map.of(
                new Text("bo"), new Value.Int(2), new Text("a"), new Value.Int(1), new Text("c"), new Value.Int(3)));
        assertEquals(new Text("acbo"), evaluation.value(call(keys, constant(ages, AGES))));
    }

    @Test
    void aReturnInALoopEndsTheFunction() {
        FunctionModel first = function(
                Terms.NUMBERS,
                INT,
                new StatementModel.ForEach(2, local(0, Terms.NUMBERS), List.of(returns(local(2, INT))), Terms.SPAN),
                returns(number(-1)));
        assertEquals(new Value.Int(3), evaluation.value(call(first, numbers(3, 5))));
        assertEquals(new Value.Int(-1), evaluation.value(call(first, numbers())));
    }

    @Test
    void anElementIsReplacedInTheLocalAlone() {
        FunctionModel replaced = function(
                Terms.NUMBERS,
                Terms.NUMBERS,
                new StatementModel.SetElement(0, number(1), number(9), Terms.SPAN),
                returns(local(0, Terms.NUMBERS)));
        Term variable = new Term.Variable(0, "x", Terms.NUMBERS, Terms.SPAN);
        Term unchanged = new Term.ElementOf(variable, number(1), INT, Terms.SPAN);
        Term changed = new Term.ElementOf(call(replaced, variable), number(1), INT, Terms.SPAN);
        ValueList list = ValueList.of(new Value.Int(1), new Value.Int(2));
        assertEquals(new Value.Int(11), evaluation.value(plus(changed, unchanged), list));
    }

    @Test
    void aPlaceOutsideTheListIsAFault() {
        FunctionModel replaced = function(
                Terms.NUMBERS,
                Terms.NUMBERS,
                new StatementModel.SetElement(0, number(2), number(9), Terms.SPAN),
                returns(local(0, Terms.NUMBERS)));
        assertEquals(Fault.Kind.OUT_OF_RANGE, evaluation.fault(call(replaced, numbers(1, 2))));
    }

    @Test
    void aMapGainsAKey() {
        FunctionModel grown = function(
                AGES,
                AGES,
                new StatementModel.SetElement(0, Terms.text("b"), number(2), Terms.SPAN),
                returns(local(0, AGES)));
        Value one = ValueMap.of(Map.of(new Text("a"), new Value.Int(1)));
        Value two = ValueMap.of(Map.of(new Text("a"), new Value.Int(1), new Text("b"), new Value.Int(2)));
        assertEquals(two, evaluation.value(call(grown, constant(one, AGES))));
    }

    @Test
    void nullMayBePassedAndReturned() {
        FunctionModel same = function(INT, INT, returns(local(0, INT)));
        assertEquals(Value.Bool.TRUE, evaluation.value(equal(call(same, nothing()), nothing())));
    }

    @Test
    void variablesOfAFunctionAreNullAtFirst() {
        FunctionModel unset = function(INT, INT, returns(local(1, INT)));
        assertEquals(Value.Absent.INSTANCE, evaluation.value(call(unset, number(1))));
    }

    @Test
    void functionsThatNestTooDeeplyAreRefused() {
        Term body = local(0, INT);
        FunctionModel function = function(INT, INT, returns(body));
        for (int i = 0; i < 20; i++) {
            Term nested = call(function, local(0, INT));
            for (int j = 0; j < 150; j++) {
                nested = plus(nested, number(1));
            }
            function = new FunctionModel("f" + i, function.parameters(), INT, 3, List.of(returns(nested)), Terms.SPAN);
        }
        Term deepest = call(function, number(1));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> evaluation.value(deepest));
        assertTrue(refusal.getMessage().contains("let it call fewer functions"), refusal.getMessage());
    }
}
