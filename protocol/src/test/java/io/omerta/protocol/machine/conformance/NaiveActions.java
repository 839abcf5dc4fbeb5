package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What actions change and send. */
final class NaiveActions {
    private NaiveActions() {}

    /**
     * Runs an action.
     *
     * @param at changed
     * @param scope as the actions before left it
     * @return its effects
     */
    static List<String> run(Action action, NaiveConfiguration at, Scope scope) {
        if (action instanceof Action.StoreParameters store) {
            for (Name name : store.names()) {
                keep(name.text(), at, scope);
            }
            return List.of();
        }
        if (action instanceof Action.StoreValue store) {
            return assign(store.target(), store.value(), at, scope);
        }
        if (action instanceof Action.Assign assign) {
            return assign(assign.target(), assign.value(), at, scope);
        }
        if (action instanceof Action.Lookup lookup) {
            return assign(lookup.target(), lookup.value(), at, scope);
        }
        if (action instanceof Action.AppendValue append) {
            append(append, at, scope);
            return List.of();
        }
        if (action instanceof Action.AppendBlock append) {
            return List.of("append " + payload(append.block(), append.payload(), scope));
        }
        if (action instanceof Action.Send send) {
            Value target = NaiveExpressions.used(send.target(), Ty.PEER_ID, scope);
            return List.of("send " + target + " " + payload(send.message(), send.payload(), scope));
        }
        return broadcast((Action.Broadcast) action, scope);
    }

    private static List<String> broadcast(Action.Broadcast broadcast, Scope scope) {
        Variable recipients =
                Objects.requireNonNull(scope.find(broadcast.recipients().text()));
        ValueList peers = (ValueList) NaiveArithmetic.notNull(recipients.value());
        Struct payload = payload(broadcast.message(), broadcast.payload(), scope);
        return peers.elements().stream()
                .distinct()
                .filter(peer -> !peer.equals(scope.world().self()))
                .map(peer -> "send " + peer + " " + payload)
                .toList();
    }

    private static Struct payload(Name name, Expression.@Nullable StructLiteral literal, Scope scope) {
        Program.Fields fields = Objects.requireNonNull(scope.program().fields(name.text()));
        Struct payload = NaiveExpressions.record(fields, literal, scope, true);
        return fields.signed() ? NaiveExpressions.signed(payload, scope) : payload;
    }

    private static void keep(String name, NaiveConfiguration at, Scope scope) {
        Ty type = Objects.requireNonNull(scope.store().get(name)).type();
        Variable parameter = scope.locals().get(name);
        Value value = parameter != null
                ? parameter.value()
                : Objects.requireNonNull(
                        Objects.requireNonNull(scope.message()).body().get(name));
        at.store.put(name, NaiveArithmetic.convert(value, type));
    }

    private static List<String> assign(Name target, Expression value, NaiveConfiguration at, Scope scope) {
        Ty type = Objects.requireNonNull(scope.store().get(target.text())).type();
        at.store.put(target.text(), NaiveExpressions.value(value, type, scope));
        return List.of();
    }

    private static void append(Action.AppendValue append, NaiveConfiguration at, Scope scope) {
        String target = append.target().text();
        Variable list = Objects.requireNonNull(scope.store().get(target));
        List<Value> elements =
                new ArrayList<>(list.value() instanceof ValueList present ? present.elements() : List.of());
        elements.add(NaiveExpressions.used(append.value(), list.type().element(), scope));
        at.store.put(target, NaiveArithmetic.list(elements));
    }

    /** Calls the trigger of another transaction, whose parameters are completed like the fields of a message. */
    static String compose(Declaration.Composition composition, Scope scope) {
        String transaction = composition.transaction().text();
        Declaration.Actor actor = Program.parse(Case.transaction(transaction))
                .actor(composition.targetActor().text());
        ActorMember.Trigger trigger =
                Program.trigger(actor, composition.trigger().text());
        Program.Fields parameters = new Program.Fields("arguments", Program.types(trigger.parameters()), false);
        Struct arguments = NaiveExpressions.record(parameters, composition.arguments(), scope, true);
        return "compose " + transaction + " " + actor.name() + "." + trigger.name() + " " + arguments.values();
    }
}
