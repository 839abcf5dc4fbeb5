package io.omerta.protocol.language.export;

import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.OperationModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.model.TriggerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the transitions of an actor as operators from an outcome so far to the set of outcomes after it: one for each
 * branch of a transition, and one for each list of candidates.
 */
final class TlaTransitions {
    private final TlaContext context;
    private final TlaActor actor;
    private final String prefix;
    private final List<String> definitions;

    /**
     * @param prefix of the names of operators
     * @param definitions where they are written to
     */
    TlaTransitions(TlaContext context, TlaActor actor, String prefix, List<String> definitions) {
        this.context = context;
        this.actor = actor;
        this.prefix = prefix;
        this.definitions = definitions;
    }

    /** What the operators of an event take beside the actor and the outcome so far. */
    record Input(List<String> parameters, @Nullable TriggerModel trigger) {
        static final Input NONE = new Input(List.of(), null);
        static final Input MESSAGE = new Input(List.of("sender", "body"), null);

        String parameterList() {
            return parameters.isEmpty() ? "(self, o)" : "(self, o, " + String.join(", ", parameters) + ")";
        }
    }

    Input ofTrigger(TriggerModel trigger) {
        TlaNames names = context.names.inner("self", "o", "now");
        List<String> parameters = new ArrayList<>();
        trigger.parameters().forEach(parameter -> parameters.add(names.take(parameter.name())));
        return new Input(parameters, trigger);
    }

    private TlaScope scope(Input input) {
        List<String> bound = new ArrayList<>(List.of("self", "o"));
        bound.addAll(input.parameters());
        TlaScope scope = new TlaScope(TlaScope.Place.ACTOR, context.names.inner(bound.toArray(String[]::new)));
        if (input == Input.MESSAGE) {
            scope.sender = "sender";
            scope.set(0, new TlaScope.Local("body", false));
        }
        if (input.trigger() != null) {
            for (int i = 0; i < input.parameters().size(); i++) {
                scope.set(i, new TlaScope.Local(input.parameters().get(i), false));
            }
        }
        return scope;
    }

    private static String branchName(String prefix, TransitionModel transition, boolean otherwise) {
        return prefix + "_" + (transition.index() + 1) + (otherwise ? "_else" : "");
    }

    /** The two branches of a transition. */
    void writeBranches(TransitionModel transition, Input input) {
        writeBranch(transition, transition.then(), input, false);
        TransitionModel.Branch otherwise = transition.otherwise();
        if (otherwise != null) {
            writeBranch(transition, otherwise, input, true);
        }
    }

    private void writeBranch(
            TransitionModel transition, TransitionModel.Branch branch, Input input, boolean otherwise) {
        TlaScope scope = scope(input);
        TlaTerms terms = new TlaTerms(context, scope);
        List<String> lets = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        for (OperationModel operation : branch.operations()) {
            conditions = TlaTerm.and(conditions, operation(operation, scope, terms, lets, sent));
        }
        String moved = prefix + "_Enter(o, " + TlaLiteral.string(actor.stateName(branch.to())) + ", " + store(scope)
                + ", " + (sent.isEmpty() ? "<<>>" : String.join(" \\o ", sent)) + timer(transition) + ")";
        String outcome = conditions.isEmpty()
                ? moved
                : "IF " + TlaTerm.all(conditions) + "\n      THEN " + moved + "\n      ELSE "
                        + context.prelude.use("Fault") + "(o)";
        String set = lets.isEmpty()
                ? "{" + outcome + "}"
                : "{LET " + String.join("\n       ", lets) + "\n   IN " + outcome + "}";
        definitions.add("\\* " + actor.stateName(transition.from()) + " -> " + actor.stateName(branch.to())
                + (otherwise ? ", else" : "") + ", " + transition.span() + "\n"
                + branchName(prefix, transition, otherwise) + input.parameterList() + " ==\n  "
                + scope.overChoices(set));
    }

    /** What is left of a timer when it has fired: it runs again if the state stays. */
    private String timer(TransitionModel transition) {
        if (!actor.hasTimeouts()) {
            return "";
        }
        return transition.event() instanceof EventModel.OnTimeout ? ", {" + timerNumber(transition) + "}" : ", {}";
    }

    /** Timers have the numbers of their transitions. */
    static int timerNumber(TransitionModel transition) {
        return transition.index() + 1;
    }

    /** Writes an action; the conditions that it needs. */
    private List<String> operation(
            OperationModel operation, TlaScope scope, TlaTerms terms, List<String> lets, List<String> sent) {
        if (operation instanceof OperationModel.Assign assign) {
            TlaTerm value = terms.write(assign.value());
            assign(assign.slot(), value, scope, lets);
            return value.conditions();
        }
        if (operation instanceof OperationModel.AppendValue append) {
            TlaTerm value = terms.write(append.value());
            String list =
                    scope.variable(append.slot(), variableName(append.slot())).value();
            String appended = "Append(" + context.prelude.use("OrEmpty") + "(" + list + "), " + value.value() + ")";
            assign(append.slot(), TlaTerm.total(appended), scope, lets);
            return value.present();
        }
        if (operation instanceof OperationModel.AppendBlock append) {
            return terms.record(append.payload()).conditions();
        }
        if (operation instanceof OperationModel.Send send) {
            TlaTerm target = terms.write(send.target());
            TlaTerm body = body(send.message(), send.payload(), terms);
            sent.add("<<<<" + TlaLiteral.string(send.message().name()) + ", self, " + target.value() + ", "
                    + body.value() + ">>>>");
            return TlaTerm.and(target.present(), body.conditions());
        }
        OperationModel.Broadcast broadcast = (OperationModel.Broadcast) operation;
        TlaTerm recipients = terms.write(broadcast.recipients());
        TlaTerm body = body(broadcast.message(), broadcast.payload(), terms);
        sent.add(context.prelude.use("ToEach") + "("
                + TlaLiteral.string(broadcast.message().name()) + ", self, " + recipients.value() + ", " + body.value()
                + ")");
        return TlaTerm.and(recipients.present(), body.conditions());
    }

    /** What is not a name already becomes one, so that it is computed once. */
    private void assign(int slot, TlaTerm value, TlaScope scope, List<String> lets) {
        String name = value.value();
        if (!name.matches("[\\w.]+")) {
            name = scope.names.take(variableName(slot));
            lets.add(name + " == " + value.value());
        }
        scope.assigned.put(slot, new TlaScope.Local(name, value.nullable()));
    }

    /** The store after all actions. */
    private String store(TlaScope scope) {
        String changes = scope.assigned.entrySet().stream()
                .map(change -> "!." + variable(change.getKey()) + " = "
                        + change.getValue().value())
                .collect(Collectors.joining(", "));
        return changes.isEmpty() ? TlaScope.STORE : "[" + TlaScope.STORE + " EXCEPT " + changes + "]";
    }

    private String variableName(int slot) {
        return actor.model.variables().get(slot).name();
    }

    private String variable(int slot) {
        return TlaNames.field(variableName(slot));
    }

    private static TlaTerm body(MessageModel message, Term.RecordOf payload, TlaTerms terms) {
        TlaTerm content = terms.record(payload);
        return message.signed()
                ? new TlaTerm(
                        "Signed_" + message.name() + "(self, " + content.value() + ")", content.conditions(), false)
                : content;
    }

    /**
     * Tries candidates in order: the first whose guard is true, else the first that has an {@code else}.
     *
     * @param name of the operator
     */
    void writeCandidates(String name, List<TransitionModel> candidates, Input input) {
        TlaScope scope = scope(input);
        TlaTerms terms = new TlaTerms(context, scope);
        StringBuilder text = new StringBuilder();
        List<TlaTerm> open = new ArrayList<>();
        boolean decided = false;
        for (TransitionModel candidate : candidates) {
            TlaTerm ready = readiness(candidate, scope, terms);
            open.add(ready);
            decided = tryGuard(candidate, ready, input, terms, text);
            if (decided) {
                break;
            }
        }
        if (!decided) {
            for (int i = 0; i < candidates.size() && !decided; i++) {
                decided = tryElse(candidates.get(i), open.get(i), input, text);
            }
        }
        if (!decided) {
            text.append('{').append(context.prelude.use("Nothing")).append("(o)}");
        }
        definitions.add(name + input.parameterList() + " ==\n  " + scope.overChoices(text.toString()));
    }

    /** Writes the case that the guard is true. Whether there is no other case. */
    private boolean tryGuard(
            TransitionModel candidate, TlaTerm ready, Input input, TlaTerms terms, StringBuilder text) {
        Term guard = candidate.guard();
        TlaTerm truth = guard == null ? TlaTerm.total(TlaTerm.TRUE) : terms.write(guard);
        String taken = call(candidate, input, false);
        boolean always = ready.value().equals(TlaTerm.TRUE);
        if (!ready.isTotal()) {
            fault("~" + TlaTerm.all(ready.conditions()), text);
        }
        if (!truth.present().isEmpty()) {
            fault((always ? "" : ready.value() + " /\\ ") + "~" + TlaTerm.all(truth.present()), text);
        }
        if (always && guard == null) {
            text.append(taken);
            return true;
        }
        String condition =
                guard == null ? ready.value() : always ? truth.value() : ready.value() + " /\\ " + truth.value();
        text.append("IF ").append(condition).append(" THEN ").append(taken).append("\n  ELSE ");
        return false;
    }

    private void fault(String condition, StringBuilder text) {
        text.append("IF ").append(condition).append(" THEN {").append(context.prelude.use("Fault"));
        text.append("(o)}\n  ELSE ");
    }

    private boolean tryElse(TransitionModel candidate, TlaTerm ready, Input input, StringBuilder text) {
        if (candidate.otherwise() == null) {
            return false;
        }
        String taken = call(candidate, input, true);
        if (ready.value().equals(TlaTerm.TRUE)) {
            text.append(taken);
            return true;
        }
        text.append("IF ").append(ready.value()).append(" THEN ").append(taken).append("\n  ELSE ");
        return false;
    }

    private String call(TransitionModel transition, Input input, boolean otherwise) {
        String outcome = transition.event() instanceof EventModel.OnTimeout
                ? "[o EXCEPT !.config.expired = @ \\ {" + timerNumber(transition) + "}]"
                : "o";
        List<String> arguments = new ArrayList<>(List.of("self", outcome));
        arguments.addAll(input.parameters());
        return branchName(prefix, transition, otherwise) + "(" + String.join(", ", arguments) + ")";
    }

    /** Whether a candidate can be taken at all: its timer has expired, its quorum is reached. */
    private TlaTerm readiness(TransitionModel candidate, TlaScope scope, TlaTerms terms) {
        if (candidate.event() instanceof EventModel.OnTimeout) {
            return TlaTerm.total("(" + timerNumber(candidate) + " \\in o.config.expired)");
        }
        return candidate.event() instanceof EventModel.OnCollect collect
                ? quorum(collect, scope, terms)
                : TlaTerm.total(TlaTerm.TRUE);
    }

    /** Whether enough distinct members agree. */
    private TlaTerm quorum(EventModel.OnCollect collect, TlaScope scope, TlaTerms terms) {
        TlaTerm threshold = terms.write(collect.threshold());
        String voter = voterField(collect);
        String ballot = scope.names.take("ballot");
        String counted = context.prelude.use("Counted") + "(" + list(collect.votes(), scope) + ", "
                + list(collect.members(), scope) + ", LAMBDA " + ballot + " : " + ballot + "." + voter + ")";
        Term agreement = collect.agreement();
        if (agreement == null) {
            return TlaTerm.total("(Cardinality(" + counted + ") >= " + threshold.value() + ")")
                    .after(threshold.present());
        }
        String vote = scope.names.take("vote");
        String place = scope.names.take("place");
        TlaTerm agreed = ofVote(agreement, vote, voter, scope, terms);
        String group = context.prelude.use("LargestGroup") + "(" + list(collect.votes(), scope) + ", " + counted
                + ", LAMBDA " + vote + " : " + agreed.value() + ")";
        List<String> conditions = threshold.present();
        if (!agreed.isTotal()) {
            conditions = TlaTerm.and(
                    conditions,
                    List.of("(\\A " + place + " \\in " + counted + " : LET " + vote + " == "
                            + list(collect.votes(), scope) + "[" + place + "] IN " + TlaTerm.all(agreed.conditions())
                            + ")"));
        }
        return TlaTerm.total("(" + group + " >= " + threshold.value() + ")").after(conditions);
    }

    private TlaTerm ofVote(Term term, String vote, String voter, TlaScope scope, TlaTerms terms) {
        TlaScope.Local before = scope.local(0);
        String senderBefore = scope.sender;
        scope.set(0, new TlaScope.Local(vote, false));
        scope.sender = vote + "." + voter;
        TlaTerm written = terms.write(term);
        scope.set(0, before);
        scope.sender = senderBefore;
        return written;
    }

    private static String voterField(EventModel.OnCollect collect) {
        return TlaNames.field(
                collect.message().body().fields().get(collect.voterField()).name());
    }

    private String list(int slot, TlaScope scope) {
        return context.prelude.use("OrEmpty") + "(" + TlaScope.STORE + "." + variable(slot) + ")";
    }

    /**
     * Gathers a message for the collects of a state, or hands it to the transitions on it.
     *
     * @param name of the operator
     * @param others operator that tries the transitions, or null if there are none
     * @param gathered operator that tells what follows from a gathered message
     */
    void writeGathering(String name, List<TransitionModel> collects, @Nullable String others, String gathered) {
        TlaScope scope = scope(Input.MESSAGE);
        TlaTerms terms = new TlaTerms(context, scope);
        StringBuilder text = new StringBuilder();
        for (TransitionModel transition : collects) {
            EventModel.OnCollect collect = (EventModel.OnCollect) transition.event();
            String votes = list(collect.votes(), scope);
            String voter = voterField(collect);
            String place = scope.names.take("i");
            text.append("IF sender \\in ").append(context.prelude.use("Range")).append('(');
            text.append(list(collect.members(), scope)).append(") THEN\n    ");
            text.append("IF body.")
                    .append(voter)
                    .append(" # sender \\/ (\\E ")
                    .append(place)
                    .append(" \\in DOMAIN ");
            text.append(votes)
                    .append(" : ")
                    .append(votes)
                    .append('[')
                    .append(place)
                    .append("].")
                    .append(voter);
            text.append(" = sender)").append(thenNothing());
            Term condition = collect.condition();
            if (condition != null) {
                TlaTerm truth = terms.write(condition);
                if (!truth.present().isEmpty()) {
                    fault("~" + TlaTerm.all(truth.present()), text);
                }
                text.append("IF ~").append(truth.value()).append(thenNothing());
            }
            text.append(gathered).append("(self, [o EXCEPT !.config.store.").append(variable(collect.votes()));
            text.append(" = Append(").append(votes).append(", body)])\n  ELSE ");
        }
        text.append(
                others == null ? "{" + context.prelude.use("Nothing") + "(o)}" : others + "(self, o, sender, body)");
        definitions.add(name + "(self, o, sender, body) ==\n  " + scope.overChoices(text.toString()));
    }

    private String thenNothing() {
        return " THEN {" + context.prelude.use("Nothing") + "(o)}\n    ELSE ";
    }

    /**
     * What follows from a gathered message: automatic transitions are tried if only a quorum can make them possible, or
     * if one is reached.
     *
     * @param name of the operator
     * @param autos the automatic transitions and collects of the state
     */
    void writeGathered(String name, List<TransitionModel> autos) {
        TlaScope scope = scope(Input.NONE);
        TlaTerms terms = new TlaTerms(context, scope);
        StringBuilder text = new StringBuilder();
        boolean onlyCollects = autos.stream().allMatch(auto -> auto.event() instanceof EventModel.OnCollect);
        for (TransitionModel auto : autos) {
            if (!onlyCollects && auto.event() instanceof EventModel.OnCollect collect) {
                TlaTerm reached = quorum(collect, scope, terms);
                if (!reached.isTotal()) {
                    fault("~" + TlaTerm.all(reached.conditions()), text);
                }
                text.append("IF ").append(reached.value()).append(" THEN {[o EXCEPT !.kind = \"moved\"]}\n  ELSE ");
            }
        }
        text.append("{[o EXCEPT !.kind = ")
                .append(onlyCollects ? "\"moved\"" : "\"gathered\"")
                .append("]}");
        definitions.add(name + "(self, o) ==\n  " + scope.overChoices(text.toString()));
    }
}
