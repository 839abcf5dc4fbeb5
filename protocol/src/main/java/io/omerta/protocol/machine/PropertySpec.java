package io.omerta.protocol.machine;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.PropertyModel;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A compiled property of all machines of a session together. */
public final class PropertySpec {
    /** What evaluating a property says. */
    public sealed interface Verdict {
        record Holds() implements Verdict {}

        record Violated() implements Verdict {}

        /** The property could not be evaluated. */
        record Undefined(Fault fault) implements Verdict {}
    }

    private static final Verdict HOLDS = new Verdict.Holds();
    private static final Verdict VIOLATED = new Verdict.Violated();

    private final PropertyModel model;
    private final long deadlineMillis;
    private final Node condition;
    private final List<MachineSpec> machines;

    private PropertySpec(PropertyModel model, long deadlineMillis, Node condition, List<MachineSpec> machines) {
        this.model = model;
        this.deadlineMillis = deadlineMillis;
        this.condition = condition;
        this.machines = machines;
    }

    static PropertySpec compile(
            PropertyModel model, TermCompiler terms, Map<String, Value> parameters, Map<String, MachineSpec> machines) {
        ParameterModel deadline = model.deadline();
        long deadlineMillis = 0;
        if (deadline != null) {
            Value value = parameters.getOrDefault(deadline.name(), deadline.value());
            deadlineMillis = value instanceof Value.Int millis ? millis.value() : 0;
        }
        return new PropertySpec(
                model, deadlineMillis, terms.compile(model.condition()), List.copyOf(machines.values()));
    }

    public PropertyModel model() {
        return model;
    }

    /** How long after the beginning of the session it must hold; 0 for an invariant, which must hold always. */
    public long deadlineMillis() {
        return deadlineMillis;
    }

    /**
     * Whether it holds.
     *
     * @param instances the machines of the session by role; a role may be missing
     * @param hasher for {@code HASH}, as the machines of the session use it
     * @param verifier for {@code VERIFY} and {@code SIGNED_BY}
     */
    public Verdict evaluate(Map<String, List<Instance>> instances, Hasher hasher, Verifier verifier) {
        Value[] locals = new Value[model.locals()];
        try {
            Frame frame = new Frame(new Evidence(hasher, verifier), new Value[0], locals, views(instances));
            return condition.truth(frame) ? HOLDS : VIOLATED;
        } catch (EvaluationFault evaluation) {
            return new Verdict.Undefined(evaluation.fault());
        } catch (UnanswerableException refusal) {
            return undefined(Fault.Kind.UNANSWERABLE, refusal);
        }
    }

    private Verdict undefined(Fault.Kind kind, RuntimeException cause) {
        return new Verdict.Undefined(new Fault(kind, model.span(), String.valueOf(cause.getMessage())));
    }

    private List<Value> views(Map<String, List<Instance>> instances) {
        List<Value> views = new ArrayList<>(machines.size());
        for (MachineSpec machine : machines) {
            List<Value> ofRole = new ArrayList<>();
            for (Instance instance : instances.getOrDefault(machine.model().name(), List.of())) {
                ofRole.add(instance.view(machine, condition));
            }
            views.add(CompositeNode.list(condition, ofRole.toArray(Value[]::new)));
        }
        return views;
    }
}
