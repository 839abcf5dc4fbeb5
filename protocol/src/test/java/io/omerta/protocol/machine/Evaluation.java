package io.omerta.protocol.machine;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Evaluates expressions outside a machine. */
final class Evaluation {
    final TestSurroundings surroundings = new TestSurroundings();

    Value value(Term term, Value... store) {
        Value[] locals = new Value[8];
        Arrays.fill(locals, Value.Absent.INSTANCE);
        return new TermCompiler(Map.of(), Map.of())
                .compile(term)
                .value(new Frame(surroundings, store, locals, List.of()));
    }

    Fault.Kind fault(Term term, Value... store) {
        return assertThrows(EvaluationFault.class, () -> value(term, store))
                .fault()
                .kind();
    }
}
