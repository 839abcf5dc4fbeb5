package io.omerta.protocol.language.export;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.model.TriggerModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.VariableModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the machine of one actor: operators that compute what one input leads to, as a set of outcomes, and an action for
 * each kind of input. An outcome is a record of its {@code kind}, the {@code config}uration, what was {@code sent} so far,
 * and the time if the transaction asks for it; an action is one whole step of semantics.md, section 4.3.
 */
final class TlaMachine {
    private static final int AUTOS_MAX = 64;
    private static final int WAITING_MAX = 256;
    private static final int WAITING_OF_SENDER_MAX = 16;

    private final TlaContext context;
    private final TlaActor actor;
    private final String name;
    private final String peers;
    private final List<String> definitions = new ArrayList<>();
    private final TlaTransitions transitions;
    private final List<String> steps = new ArrayList<>();
    private final List<String> fair = new ArrayList<>();

    TlaMachine(TlaContext context, ActorModel model) {
        this.context = context;
        this.actor = new TlaActor(context.model, model);
        this.name = context.actors.getOrDefault(model.name(), model.name());
        this.peers = context.peers.getOrDefault(model.name(), "{}");
        this.transitions = new TlaTransitions(context, actor, name, definitions);
    }

    /** The definitions, each after those that it needs; {@link #actions} needs them. */
    List<String> operators() {
        List<String> lines = new ArrayList<>();
        writeEnter();
        for (TransitionModel transition : actor.model.transitions()) {
            transitions.writeBranches(transition, input(transition));
        }
        writeCandidates();
        if (actor.hasAutos()) {
            writeChase();
        }
        writeDeliver();
        if (actor.hasTimeouts()) {
            writeDispatch(
                    "_Timeout", "(self, o)", state -> actor.timeouts(state).isEmpty() ? "" : "_timeout");
        }
        if (settles()) {
            writeSettle();
        }
        lines.addAll(definitions);
        definitions.clear();
        return lines;
    }

    private TlaTransitions.Input input(TransitionModel transition) {
        if (transition.event() instanceof EventModel.OnMessage) {
            return TlaTransitions.Input.MESSAGE;
        }
        return transition.event() instanceof EventModel.OnTrigger on
                ? transitions.ofTrigger(on.trigger())
                : TlaTransitions.Input.NONE;
    }

    private boolean settles() {
        return actor.hasTimeouts() || actor.hasWaiting();
    }

    private void writeEnter() {
        boolean timed = actor.hasTimeouts();
        if (timed) {
            TlaCases timers = new TlaCases();
            for (int i = 0; i < actor.model.states().size(); i++) {
                if (!actor.timeouts(i).isEmpty()) {
                    String numbers = actor.timeouts(i).stream()
                            .map(timeout -> Integer.toString(TlaTransitions.timerNumber(timeout)))
                            .collect(Collectors.joining(", ", "{", "}"));
                    timers.when("state = " + quotedState(i), numbers);
                }
            }
            definitions.add(name + "_Timers(state) ==\n  " + timers.otherwise("{}"));
        }
        String left = "o.config.state # state";
        definitions.add(name + "_Enter(o, state, store, sent" + (timed ? ", again" : "") + ") ==\n"
                + "  [o EXCEPT !.kind = \"moved\", !.sent = @ \\o sent,\n"
                + "            !.config.state = state, !.config.store = store"
                + (timed
                        ? ",\n            !.config.armed = IF " + left + " THEN " + name
                                + "_Timers(state) ELSE @ \\cup again" + ",\n            !.config.expired = IF " + left
                                + " THEN {} ELSE @"
                        : "")
                + "]");
    }

    private void writeCandidates() {
        for (int state = 0; state < actor.model.states().size(); state++) {
            String prefix = name + "_" + actor.stateName(state);
            List<TransitionModel> autos = actor.autos(state);
            if (!autos.isEmpty()) {
                transitions.writeCandidates(prefix + "_auto", autos, TlaTransitions.Input.NONE);
            }
            if (!actor.timeouts(state).isEmpty()) {
                transitions.writeCandidates(prefix + "_timeout", actor.timeouts(state), TlaTransitions.Input.NONE);
            }
            for (TriggerModel trigger : actor.model.triggers()) {
                if (!actor.onTrigger(state, trigger).isEmpty()) {
                    transitions.writeCandidates(
                            prefix + "_trigger_" + trigger.name(),
                            actor.onTrigger(state, trigger),
                            transitions.ofTrigger(trigger));
                }
            }
            writeMessageCandidates(state, prefix);
        }
    }

    private void writeMessageCandidates(int state, String prefix) {
        boolean gathers = false;
        for (MessageModel message : actor.received()) {
            String operator = prefix + "_on_" + message.name();
            List<TransitionModel> on = actor.onMessage(state, message);
            List<TransitionModel> collects = actor.collects(state, message);
            String tried = collects.isEmpty() ? operator : operator + "_directly";
            if (!on.isEmpty()) {
                transitions.writeCandidates(tried, on, TlaTransitions.Input.MESSAGE);
            }
            if (!collects.isEmpty()) {
                if (!gathers) {
                    transitions.writeGathered(prefix + "_gathered", actor.autos(state));
                    gathers = true;
                }
                transitions.writeGathering(operator, collects, on.isEmpty() ? null : tried, prefix + "_gathered");
            }
        }
    }

    /** Chooses an operator by the state. */
    private void writeDispatch(String suffix, String parameters, Operator operator) {
        TlaCases cases = new TlaCases();
        for (int i = 0; i < actor.model.states().size(); i++) {
            String called = operator.in(i);
            if (!called.isEmpty()) {
                cases.when("o.config.state = " + quotedState(i), name + "_" + actor.stateName(i) + called + parameters);
            }
        }
        definitions.add(name + suffix + parameters + " ==\n  " + cases.otherwise(nothing()));
    }

    private String quotedState(int state) {
        return TlaLiteral.string(actor.stateName(state));
    }

    private String nothing() {
        return "{" + context.prelude.use("Nothing") + "(o)}";
    }

    @FunctionalInterface
    private interface Operator {
        /** End of the name of the operator for a state, or the empty text if there is none. */
        String in(int state);
    }

    /** A macro-step is all or nothing: a fault in what follows undoes the beginning too. */
    private void writeChase() {
        writeDispatch("_Auto", "(self, o)", state -> actor.autos(state).isEmpty() ? "" : "_auto");
        definitions.add("RECURSIVE " + name + "_Chase(_, _, _)\n"
                + name + "_Chase(self, o, left) ==\n"
                + "  UNION {CASE o_2.kind = \"nothing\" -> {o}\n"
                + "           [] o_2.kind = \"moved\" /\\ left > 0 -> " + name + "_Chase(self, o_2, left - 1)\n"
                + "           [] OTHER -> {" + context.prelude.use("Fault") + "(o)} : o_2 \\in " + name
                + "_Auto(self, o)}");
        definitions.add(name + "_Step(self, o, outcomes) ==\n"
                + "  {IF o_3.kind = \"fault\" THEN Fault(o) ELSE o_3 :\n"
                + "     o_3 \\in UNION {IF o_2.kind = \"moved\" THEN " + name + "_Chase(self, o_2, " + AUTOS_MAX
                + ") ELSE {o_2} : o_2 \\in outcomes}}");
    }

    private String step(String outcomes) {
        return actor.hasAutos() ? name + "_Step(self, o, " + outcomes + ")" : outcomes;
    }

    private void writeDeliver() {
        if (actor.received().isEmpty()) {
            return;
        }
        TlaCases cases = new TlaCases();
        List<String> waiting = new ArrayList<>();
        List<String> awaited = new ArrayList<>();
        for (int state = 0; state < actor.model.states().size(); state++) {
            for (MessageModel message : actor.received()) {
                String pair = "<<" + quotedState(state) + ", " + TlaLiteral.string(message.name()) + ">>";
                if (actor.waits(state, message)) {
                    waiting.add(pair);
                }
                if (actor.awaits(state, message)) {
                    awaited.add(pair);
                    String handled = name + "_" + actor.stateName(state) + "_on_" + message.name();
                    cases.when("<<o.config.state, name>> = " + pair, step(handled + "(self, o, sender, body)"));
                }
            }
        }
        if (!waiting.isEmpty()) {
            definitions.add(name + "_Awaited == {" + String.join(", ", awaited) + "}");
            definitions.add(name + "_Waiting == {" + String.join(", ", waiting) + "}");
            String ofSender = "Len(SelectSeq(o.config.waiting, LAMBDA w : w[2] = sender))";
            cases.when(
                    "<<o.config.state, name>> \\in " + name + "_Waiting",
                    "{IF Len(o.config.waiting) < " + WAITING_MAX + " /\\ " + ofSender + " < " + WAITING_OF_SENDER_MAX
                            + "\n        THEN [o EXCEPT !.kind = \"moved\","
                            + " !.config.waiting = Append(@, <<name, sender, body>>)]"
                            + "\n        ELSE " + context.prelude.use("Nothing") + "(o)}");
        }
        definitions.add(name + "_Deliver(self, o, name, sender, body) ==\n  " + cases.otherwise(nothing()));
    }

    /** After the macro-step of an input: expired timers, then waiting messages, until none of them changes anything. */
    private void writeSettle() {
        String changed = context.prelude.use("Changed");
        String timed = actor.hasTimeouts()
                ? "IF changed /\\ o.config.expired # {} THEN " + step(name + "_Timeout(self, o)") + " ELSE {"
                        + context.prelude.use("Nothing") + "(o)}"
                : "{" + context.prelude.use("Nothing") + "(o)}";
        String rest = "{o}";
        if (actor.hasWaiting()) {
            rest = "LET place == " + context.prelude.use("FirstPlace")
                    + "(o.config.waiting, LAMBDA w : <<o.config.state, w[1]>> \\in "
                    + name + "_Awaited)\n"
                    + "           IN IF place = 0 THEN {o}\n"
                    + "              ELSE LET w_2 == o.config.waiting[place]\n"
                    + "                       shorter == [o EXCEPT !.config.waiting = "
                    + context.prelude.use("WithoutPlace")
                    + "(@, place)]\n"
                    + "                   IN UNION {" + name + "_Settle(self, o_3, " + changed + "(o_3)) :\n"
                    + "                               o_3 \\in " + name
                    + "_Deliver(self, shorter, w_2[1], w_2[2], w_2[3])}";
        }
        definitions.add("RECURSIVE " + name + "_Settle(_, _, _)\n"
                + name + "_Settle(self, o, changed) ==\n"
                + "  UNION {IF " + changed + "(o_2) THEN " + name + "_Settle(self, o_2, TRUE)\n"
                + "         ELSE " + rest + "\n"
                + "         : o_2 \\in " + timed + "}");
    }

    private String settled(String outcomes) {
        return settles() ? "UNION {" + name + "_Settle(self, o_2, TRUE) : o_2 \\in " + outcomes + "}" : outcomes;
    }

    /** What a machine is before its first input. */
    String initial() {
        List<String> fields = new ArrayList<>();
        String state = TlaLiteral.string(actor.stateName(actor.initialState()));
        fields.add("state |-> " + state);
        List<String> variables = new ArrayList<>();
        for (VariableModel variable : actor.model.variables()) {
            variables.add(TlaNames.field(variable.name()) + " |-> Null");
        }
        fields.add("store |-> " + (variables.isEmpty() ? "<<>>" : "[" + String.join(", ", variables) + "]"));
        if (actor.hasTimeouts()) {
            fields.add("armed |-> " + name + "_Timers(" + state + ")");
            fields.add("expired |-> {}");
        }
        if (actor.hasWaiting()) {
            fields.add("waiting |-> <<>>");
        }
        if (actor.startsByItself()) {
            fields.add("started |-> FALSE");
        }
        return name + " = [self \\in " + peers + " |-> [" + String.join(", ", fields) + "]]";
    }

    /** The actions. */
    List<String> actions() {
        List<String> others = new ArrayList<>(context.actors.values());
        others.remove(name);
        definitions.add(name + "_Take(self, outcomes, bag) ==\n"
                + "  \\E o \\in outcomes :\n"
                + "    /\\ " + name + "' = [" + name + " EXCEPT ![self] = o.config]\n"
                + "    /\\ network' = Sent(bag, o.sent)"
                + (others.isEmpty() ? "" : "\n    /\\ UNCHANGED <<" + String.join(", ", others) + ">>"));
        if (actor.startsByItself()) {
            writeAction(
                    "Start",
                    List.of(),
                    "~" + name + "[self].started",
                    "[" + name + "[self] EXCEPT !.started = TRUE]",
                    settled(step("{[o EXCEPT !.kind = \"moved\"]}")),
                    "network",
                    true);
        }
        if (!actor.received().isEmpty()) {
            writeAction(
                    "Receive",
                    List.of("message \\in BagToSet(network)"),
                    "message[3] = self /\\ message[1] \\in {"
                            + actor.received().stream()
                                    .map(message -> TlaLiteral.string(message.name()))
                                    .collect(Collectors.joining(", "))
                            + "}",
                    name + "[self]",
                    settled(name + "_Deliver(self, o, message[1], message[2], message[4])"),
                    "network (-) SetToBag({message})",
                    true);
        }
        if (actor.hasTimeouts()) {
            writeAction(
                    "Expire",
                    List.of("timer \\in " + name + "[self].armed"),
                    "",
                    "[" + name + "[self] EXCEPT !.armed = @ \\ {timer}, !.expired = @ \\cup {timer}]",
                    name + "_Settle(self, o, TRUE)",
                    "network",
                    true);
        }
        actor.model.triggers().forEach(this::writeTrigger);
        definitions.add(name + "_Next(self) ==\n  "
                + (steps.isEmpty()
                        ? "FALSE"
                        : steps.stream().map(step -> "\\/ " + step).collect(Collectors.joining("\n  "))));
        return definitions;
    }

    private void writeTrigger(TriggerModel trigger) {
        TlaTransitions.Input input = transitions.ofTrigger(trigger);
        List<String> bounds = new ArrayList<>();
        for (int i = 0; i < input.parameters().size(); i++) {
            bounds.add(input.parameters().get(i) + " \\in "
                    + context.values(trigger.parameters().get(i).type()));
        }
        TlaCases outcomes = new TlaCases();
        List<String> states = new ArrayList<>();
        for (int state : trigger.states()) {
            if (!actor.onTrigger(state, trigger).isEmpty()) {
                states.add(quotedState(state));
                outcomes.when(
                        "o.config.state = " + quotedState(state),
                        name + "_" + actor.stateName(state) + "_trigger_" + trigger.name() + input.parameterList());
            }
        }
        if (states.isEmpty()) {
            return;
        }
        String command = name + "_Command_" + trigger.name() + input.parameterList();
        definitions.add(command + " ==\n  " + outcomes.otherwise(nothing()));
        writeAction(
                "Trigger_" + trigger.name(),
                bounds,
                name + "[self].state \\in {" + String.join(", ", states) + "}",
                name + "[self]",
                settled(step(command)),
                "network",
                false);
    }

    /**
     * Writes an action of one peer.
     *
     * @param bounds what it may choose
     * @param enabled when it is possible; empty for always
     * @param config the configuration that the input meets
     * @param outcomes what it leads to from {@code o}
     * @param bag the messages under way without the one received
     * @param always whether it must happen at last if it is possible
     */
    private void writeAction(
            String kind,
            List<String> bounds,
            String enabled,
            String config,
            String outcomes,
            String bag,
            boolean always) {
        String action = name + "_" + kind;
        List<String> all = new ArrayList<>(bounds);
        if (context.usesTime) {
            all.add("now \\in " + context.values(Type.Scalar.TIMESTAMP));
        }
        StringBuilder text = new StringBuilder(action + "(self) ==\n");
        if (actor.startsByItself() && !kind.equals("Start")) {
            text.append("  /\\ ").append(name).append("[self].started\n");
        }
        text.append("  /\\ ");
        if (!all.isEmpty()) {
            text.append("\\E ").append(String.join(", ", all)).append(" :\n     ");
        }
        text.append(enabled.isEmpty() ? "" : "/\\ " + enabled + "\n     ");
        text.append("/\\ LET o == [kind |-> \"nothing\", config |-> ")
                .append(config)
                .append(", sent |-> <<>>");
        text.append(context.usesTime ? ", now |-> now]" : "]")
                .append("\n        IN ")
                .append(name);
        text.append("_Take(self, ").append(outcomes).append(", ").append(bag).append(')');
        definitions.add(text.toString());
        steps.add(action + "(self)");
        if (always) {
            fair.add("/\\ \\A self \\in " + peers + " : WF_vars(" + action + "(self))");
        }
    }

    /** The actions that must not be put off for ever. */
    List<String> fairness() {
        return fair;
    }

    /** The actor as properties see it: a sequence of its instances. */
    String instances() {
        List<String> fields = new ArrayList<>(List.of("state |-> " + name + "[peer].state", "peer_id |-> peer"));
        for (VariableModel variable : actor.model.variables()) {
            String field = TlaNames.field(variable.name());
            fields.add(field + " |-> " + name + "[peer].store." + field);
        }
        String order = context.define("Order_" + name, context.prelude.use("InSomeOrder") + "(" + peers + ")");
        return "Instances_" + name + " ==\n  [i \\in DOMAIN " + order + " |-> LET peer == " + order + "[i] IN ["
                + String.join(", ", fields) + "]]";
    }

    /** Lists in the store are bounded, so that a search ends. */
    String bounded() {
        List<String> lists = actor.model.variables().stream()
                .filter(variable -> variable.type() instanceof Type.ListOf)
                .map(variable -> "Len(" + context.prelude.use("OrEmpty") + "(" + name + "[self].store."
                        + TlaNames.field(variable.name()) + ")) <= MaxListLength")
                .toList();
        return lists.isEmpty() ? "" : "\\A self \\in " + peers + " : " + String.join(" /\\ ", lists);
    }
}
