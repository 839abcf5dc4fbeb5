package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Invariants and eventualities, section 3. */
final class NaiveProperties {
    private NaiveProperties() {}

    static String evaluate(Program program, String name, List<Engine.Instance> instances, World world) {
        Declaration.Invariant invariant = program.invariant(name);
        Expression condition = invariant == null
                ? program.eventually(name).condition().items().get(0)
                : invariant.condition().items().get(0);
        Map<String, ValueList> views = new LinkedHashMap<>();
        for (String actor : program.actors()) {
            List<Struct> ofActor = instances.stream()
                    .filter(instance -> instance.actor().equals(actor))
                    .map(NaiveProperties::view)
                    .toList();
            views.put(actor, ValueList.of(ofActor));
        }
        Scope scope = new Scope(program, world, new Scope.Work(), Map.of(), Map.of(), null, views);
        String within = invariant == null ? "within " + deadline(program, name) + " " : "";
        try {
            return within + (NaiveExpressions.isTrue(condition, scope) ? "holds" : "violated");
        } catch (NaiveFault fault) {
            return within + "fault " + fault.kind;
        }
    }

    private static Value deadline(Program program, String name) {
        String parameter = program.eventually(name).deadline().text();
        return Objects.requireNonNull(program.parameter(parameter)).value();
    }

    private static Struct view(Engine.Instance instance) {
        List<String> fields = new ArrayList<>(List.of("state", "peer_id"));
        List<Value> values =
                new ArrayList<>(List.of(new Value.EnumMember(instance.run().state()), instance.peer()));
        instance.run().variables().forEach((name, value) -> {
            fields.add(name);
            values.add(value);
        });
        return Struct.of(StructShape.of(instance.actor(), fields), values);
    }
}
