package io.omerta.protocol.machine;

import static io.omerta.protocol.machine.Sketch.set;
import static io.omerta.protocol.machine.Terms.call;
import static io.omerta.protocol.machine.Terms.equal;
import static io.omerta.protocol.machine.Terms.lambda;
import static io.omerta.protocol.machine.Terms.local;
import static io.omerta.protocol.machine.Terms.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code ALL(Actor, c => c.state != Actor.A or c.x == 1)}. */
class PropertySpecTest {
    private final Sketch sketch = new Sketch("S", "A");
    private final MessageModel go = sketch.message("GO", Type.Scalar.INT);
    private final Term.Variable x = sketch.variable("x", Type.Scalar.INT);
    private final TransactionSpec spec;

    PropertySpecTest() {
        sketch.on(go, "S", "A").then(set(x, Terms.field(local(0, new Type.RecordOf(go.body())), "a")));
        Type view = new Type.RecordOf(sketch.actor().view());
        Term instance = local(0, view);
        Term inA = equal(
                Terms.field(instance, "state"),
                Terms.constant(new Value.EnumMember("A"), sketch.actor().stateType()));
        Term instances = new Term.Instances(sketch.actor(), new Type.ListOf(view), Terms.SPAN);
        Term fine = Terms.binary(
                BinaryOperator.OR,
                new Term.Not(inA, Terms.SPAN),
                equal(Terms.field(instance, "x"), number(1)),
                Type.Scalar.BOOL);
        sketch.property("AnAActorKnowsOne", call(Builtin.ALL, Type.Scalar.BOOL, instances, lambda(0, view, fine)));
        sketch.property(
                "Positive",
                Terms.atLeast(Terms.field(new Term.ElementOf(instances, number(0), view, Terms.SPAN), "x"), number(0)));
        sketch.property("Timely", Terms.atLeast(call(Builtin.NOW, Type.Scalar.TIMESTAMP), Terms.time(0)));
        spec = sketch.compile();
    }

    private PropertySpec.Verdict verdict(int property, long... values) {
        Map<String, List<Instance>> instances = new TreeMap<>();
        instances.put(
                Sketch.ROLE, Arrays.stream(values).mapToObj(this::instance).toList());
        return spec.properties()
                .get(property)
                .evaluate(instances, TestSurroundings.HASHER, TestSurroundings.IDENTITIES.verifier());
    }

    private Instance instance(long value) {
        Driver driver = new Driver(spec.machine(Sketch.ROLE));
        driver.start();
        if (value != 0) {
            driver.receive(go, new Value.Int(value));
        }
        return new Instance(TestSurroundings.peer(value), driver.configuration);
    }

    @Test
    void aPropertyHoldsOrIsViolatedByOneInstance() {
        assertEquals(new PropertySpec.Verdict.Holds(), verdict(0, 0, 1, 1));
        assertEquals(new PropertySpec.Verdict.Violated(), verdict(0, 1, 2));
    }

    @Test
    void aRoleWithoutInstancesIsAnEmptyList() {
        assertEquals(new PropertySpec.Verdict.Holds(), verdict(0));
    }

    @Test
    void aPropertyThatFaultsIsUndefined() {
        PropertySpec.Verdict.Undefined undefined =
                assertInstanceOf(PropertySpec.Verdict.Undefined.class, verdict(1, 0));
        assertEquals(Fault.Kind.NULL_VALUE, undefined.fault().kind());
    }

    @Test
    void aPropertyHasNoClock() {
        PropertySpec.Verdict.Undefined undefined =
                assertInstanceOf(PropertySpec.Verdict.Undefined.class, verdict(2, 0));
        assertEquals(Fault.Kind.UNANSWERABLE, undefined.fault().kind());
    }
}
