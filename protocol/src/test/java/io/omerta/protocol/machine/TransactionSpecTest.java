package io.omerta.protocol.machine;

import static io.omerta.protocol.machine.Sketch.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compilation with other values of parameters. */
class TransactionSpecTest {
    private final Sketch sketch = new Sketch("S", "A");
    private final ParameterModel delay = sketch.delay("DELAY", 5);
    private final Term.Variable x = sketch.variable("x", Type.Scalar.DURATION);

    private TransactionSpec compile(Map<String, Value> overrides) {
        return TransactionSpec.compile(sketch.model(List.of(), List.of()), overrides);
    }

    @Test
    void anOverriddenParameterHasItsNewValueEverywhere() {
        sketch.auto("S", "A").then(set(x, new Term.ParameterValue(delay, Terms.SPAN)));
        TransactionSpec spec = compile(Map.of("DELAY", new Value.Int(77)));
        Driver driver = new Driver(spec.machine(Sketch.ROLE));
        driver.start();
        assertEquals(new Value.Int(77), driver.configuration.variable(0));
        assertEquals(new Value.Int(77), spec.parameter("DELAY"));
    }

    @Test
    void aParameterThatDoesNotExistIsRefusedWithTheNearestName() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> compile(Map.of("DELAX", new Value.Int(77))));
        assertEquals("transaction 07 has no parameter DELAX: did you mean DELAY?", refusal.getMessage());
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> compile(Map.of("DELAY", new Text("soon"))));
        assertEquals("parameter DELAY: expected int, but found string \"soon\"", refusal.getMessage());
    }

    @Test
    void aRoleThatDoesNotExistIsRefused() {
        TransactionSpec spec = compile(Map.of());
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> spec.machine("Nobody"));
        assertEquals("transaction 07 has no role Nobody; it has Actor", refusal.getMessage());
    }
}
