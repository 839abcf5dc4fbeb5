package io.omerta.protocol.machine;

import static io.omerta.protocol.machine.Sketch.send;
import static io.omerta.protocol.machine.Sketch.set;
import static io.omerta.protocol.machine.Terms.abort;
import static io.omerta.protocol.machine.Terms.atLeast;
import static io.omerta.protocol.machine.Terms.constant;
import static io.omerta.protocol.machine.Terms.equal;
import static io.omerta.protocol.machine.Terms.field;
import static io.omerta.protocol.machine.Terms.local;
import static io.omerta.protocol.machine.Terms.nothing;
import static io.omerta.protocol.machine.Terms.number;
import static io.omerta.protocol.machine.Terms.plus;
import static io.omerta.protocol.machine.Terms.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections 4.1 and 4.2: which transition is taken, and what a fault undoes. */
class MacroStepTest {
    private static final Value ONE = new Value.Int(1);

    @Test
    void theFirstCandidateWithATrueGuardIsTaken() {
        Sketch sketch = new Sketch("S", "A", "B", "C");
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.on(go, "S", "A").when(truth(false)).then();
        sketch.on(go, "S", "B").when(truth(true)).then();
        sketch.on(go, "S", "C").then();
        Driver driver = Driver.of(sketch);
        driver.receive(go, ONE);
        assertEquals("B", driver.state());
    }

    @Test
    void withoutATrueGuardTheFirstElseIsTaken() {
        Sketch sketch = new Sketch("S", "A", "B", "C");
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.on(go, "S", "A").when(truth(false)).then();
        sketch.on(go, "S", "A").when(truth(false)).otherwise("B").then();
        sketch.on(go, "S", "A").when(truth(false)).otherwise("C").then();
        Driver driver = Driver.of(sketch);
        List<MachineEffect> effects = driver.receive(go, ONE);
        assertEquals("B", driver.state());
        assertTrue(Driver.only(effects, MachineEffect.Moved.class).get(0).otherwise());
    }

    @Test
    void aTrueGuardComesBeforeAnEarlierElse() {
        Sketch sketch = new Sketch("S", "A", "B");
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.on(go, "S", "S").when(truth(false)).otherwise("A").then();
        sketch.on(go, "S", "B").when(truth(true)).then();
        Driver driver = Driver.of(sketch);
        driver.receive(go, ONE);
        assertEquals("B", driver.state());
    }

    @Test
    void guardsAreEvaluatedBeforeAnyAction() {
        Sketch sketch = new Sketch("S", "A", "B");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.on(go, "S", "A")
                .when(equal(x, number(1)))
                .otherwise("B", set(x, number(1)))
                .then(set(x, number(1)));
        Driver driver = Driver.of(sketch);
        driver.receive(go, ONE);
        assertEquals("B", driver.state());
    }

    @Test
    void guardsSeeTheMessageAndItsSender() {
        Sketch sketch = new Sketch("S", "A");
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        Term payload = local(0, new Type.RecordOf(go.body()));
        Term fromTwo = equal(new Term.Sender(Terms.SPAN), constant(TestSurroundings.peer(2), Type.Scalar.PEER_ID));
        sketch.on(go, "S", "A")
                .when(Terms.binary(
                        BinaryOperator.AND, fromTwo, equal(field(payload, "a"), number(5)), Type.Scalar.BOOL))
                .then();
        Driver driver = Driver.of(sketch);
        driver.receive(TestSurroundings.peer(1), go, new Value.Int(5));
        assertEquals("S", driver.state());
        driver.receive(TestSurroundings.peer(2), go, new Value.Int(4));
        assertEquals("S", driver.state());
        driver.receive(TestSurroundings.peer(2), go, new Value.Int(5));
        assertEquals("A", driver.state());
    }

    @Test
    void anActionSeesWhatThoseBeforeItDid() {
        Sketch sketch = new Sketch("S", "A");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        sketch.auto("S", "A").then(set(x, number(4)), set(x, plus(x, number(3))));
        Driver driver = Driver.of(sketch);
        assertEquals(new Value.Int(7), driver.configuration.variable(0));
    }

    @Test
    void autosAreTakenUntilNoneCanBe() {
        Sketch sketch = new Sketch("S", "A", "B", "C");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        sketch.auto("S", "A").then(set(x, number(1)));
        sketch.auto("A", "B").when(equal(x, number(1))).then();
        sketch.auto("B", "C").when(equal(x, number(2))).then();
        assertEquals("B", Driver.of(sketch).state());
    }

    @Test
    void sixtyFourAutosInARowAreAllowed() {
        assertEquals(new Value.Int(64), counting(64).configuration.variable(0));
    }

    @Test
    void sixtyFiveAutosInARowAreAFault() {
        Driver driver = counting(65);
        assertEquals(new Value.Int(0), driver.configuration.variable(0));
    }

    /** A driver of a machine that was told to count up to a limit, one automatic transition for each number. */
    private static Driver counting(long limit) {
        Sketch sketch = new Sketch("S", "COUNTING");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        MessageModel begin = sketch.message("BEGIN", Type.Scalar.INT);
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.on(begin, "S", "S").then(set(x, number(0)));
        sketch.on(go, "S", "COUNTING").then();
        sketch.auto("COUNTING", "COUNTING")
                .when(Terms.binary(BinaryOperator.LESS, x, number(limit), Type.Scalar.BOOL))
                .then(set(x, plus(x, number(1))));
        Driver driver = Driver.of(sketch);
        driver.receive(begin, ONE);
        List<MachineEffect> effects = driver.receive(go, ONE);
        assertEquals(limit > 64 ? List.of(Fault.Kind.TOO_MANY_TRANSITIONS) : List.of(), Driver.faults(effects));
        return driver;
    }

    @Test
    void aFaultInTheThirdAutoLeavesEverythingAsItWas() {
        Sketch sketch = new Sketch("S", "A", "B", "C", "D");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.after(sketch.delay("SOON", 5), "S", "D").then();
        sketch.after(sketch.delay("LATE", 9), "B", "D").then();
        sketch.on(go, "S", "A").then(set(x, number(1)));
        sketch.auto("A", "B").then(send(new Term.Self(Terms.SPAN), go, number(2)));
        sketch.auto("B", "C").then(set(x, number(2)));
        sketch.auto("C", "D").then(set(x, number(3)), set(x, abort()));
        Driver driver = Driver.of(sketch);
        Configuration before = driver.configuration;
        List<MachineEffect> effects = driver.receive(go, ONE);
        assertSame(before, driver.configuration);
        assertEquals(1, effects.size());
        assertEquals(List.of(Fault.Kind.ABORTED), Driver.faults(effects));
    }

    @Test
    void aFaultInAGuardUndoesTheMacroStep() {
        Sketch sketch = new Sketch("S", "A");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.on(go, "S", "A").when(atLeast(x, number(1))).then();
        Driver driver = Driver.of(sketch);
        assertEquals(List.of(Fault.Kind.NULL_VALUE), Driver.faults(driver.receive(go, ONE)));
    }

    @Test
    void variablesAreNullUntilAssigned() {
        Sketch sketch = new Sketch("S", "A");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        sketch.auto("S", "A").when(equal(x, nothing())).then();
        assertEquals("A", Driver.of(sketch).state());
    }

    @Test
    void aNullInAFieldThatIsNotOptionalIsAFault() {
        Sketch sketch = new Sketch("S", "A");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.on(go, "S", "A").then(send(new Term.Self(Terms.SPAN), go, x));
        Driver driver = Driver.of(sketch);
        assertEquals(List.of(Fault.Kind.NULL_VALUE), Driver.faults(driver.receive(go, ONE)));
    }

    @Test
    void aMessageOfAnotherProtocolIsDropped() {
        Sketch sketch = new Sketch("S", "A");
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.on(go, "S", "A").then();
        MessageModel stranger = new Sketch("S").message("GONE", Type.Scalar.INT);
        assertEquals(List.of(Drop.NOT_AWAITED), Driver.drops(Driver.of(sketch).receive(stranger, ONE)));
    }

    @Test
    void workBeyondTheBoundIsAFault() {
        Sketch sketch = new Sketch("S", "A");
        Term.Variable list = sketch.variable("list", Terms.NUMBERS);
        MessageModel more = sketch.message("MORE", Terms.NUMBERS);
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        Term element = local(1, Type.Scalar.INT);
        sketch.on(more, "S", "S").then(set(list, field(local(0, new Type.RecordOf(more.body())), "a")));
        Term all = Terms.call(
                Builtin.ALL, Type.Scalar.BOOL, list, Terms.lambda(1, Type.Scalar.INT, equal(element, element)));
        Term inner = Terms.call(Builtin.ALL, Type.Scalar.BOOL, list, Terms.lambda(2, Type.Scalar.INT, all));
        sketch.on(go, "S", "A").when(inner).then();
        Driver driver = Driver.of(sketch);
        // n elements take n + n * n units: 999 are 999,000, 1,000 are 1,001,000.
        driver.receive(more, list(1000));
        assertEquals(List.of(Fault.Kind.TOO_MUCH_WORK), Driver.faults(driver.receive(go, ONE)));
        driver.receive(more, list(999));
        driver.receive(go, ONE);
        assertEquals("A", driver.state());
    }

    private static Value list(int size) {
        return ValueList.of(Collections.nCopies(size, ONE));
    }
}
