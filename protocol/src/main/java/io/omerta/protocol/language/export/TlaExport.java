package io.omerta.protocol.language.export;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.CompositionModel;
import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.PropertyModel;
import io.omerta.protocol.language.model.ProtocolModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a transaction as a TLA+ module that the model checker TLC can search (Lamport, Specifying Systems, 2002).
 *
 * <p>Each actor is a variable: a function from its peers to configurations. Messages under way are a bag. Each input of
 * {@code protocol/docs/semantics.md}, section 4, is an action that does the whole step, faults included. Hashes and
 * signatures are terms: equal if and only if what they are of is equal. What cannot be written so is told in {@link
 * TlaModule#notes}.
 */
public final class TlaExport {
    private final ProtocolModel model;
    private final String moduleName;
    private final TlaContext context;
    private final List<String> invariants = new ArrayList<>();
    private final List<String> eventualities = new ArrayList<>();

    private TlaExport(ProtocolModel model, String moduleName) {
        this.model = model;
        this.moduleName = moduleName;
        this.context = new TlaContext(model);
    }

    /**
     * Exports a transaction.
     *
     * @param fallbackName what the module is called if the transaction has no title, in any spelling
     * @throws IllegalArgumentException if there is no actor, so that nothing can happen
     */
    public static TlaModule export(ProtocolModel model, String fallbackName) {
        if (model.actors().isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no actor, so nothing happens that could be checked; export a transaction that imports this");
        }
        String title = model.title().isEmpty() ? fallbackName : model.title();
        return new TlaExport(model, TlaNames.ofModule(title)).export();
    }

    private TlaModule export() {
        noteWhatIsLeftOut();
        model.parameters().forEach(context::parameter);
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put("Signed messages", signedMessages());
        model.functions().forEach(context::function);
        sections.put("Functions", context.functionDefinitions());
        List<TlaMachine> machines = new ArrayList<>();
        for (ActorModel actor : model.actors()) {
            TlaMachine machine = new TlaMachine(context, actor);
            machines.add(machine);
            sections.put(actor.name(), machine.operators());
        }
        sections.put("Messages under way", List.of(sent()));
        for (int i = 0; i < machines.size(); i++) {
            sections.put(
                    "Actions of " + model.actors().get(i).name(),
                    machines.get(i).actions());
        }
        sections.put("Behaviours", behaviours(machines));
        sections.put("Properties", properties(machines));
        sections.put("Bounds of a search", List.of(bounded(machines)));
        noteWhatIsAsked();
        return new TlaModule(moduleName, text(sections), configuration(), new ArrayList<>(context.notes));
    }

    private void noteWhatIsLeftOut() {
        context.notes.addAll(List.of(
                "Only machines send: there is no adversary, nothing is lost or comes twice, and messages overtake each"
                        + " other freely.",
                "Each peer plays one role; what is sent to a peer whose role does not receive the message is lost.",
                "Integers have no bounds and steps no limit of work, so that these faults do not occur; TLC stops at"
                        + " numbers beyond 32 bits.",
                "Different types have different hashes and signatures, even where two values have one encoding, as empty"
                        + " lists have.",
                "Chains are not kept: appending a block only requires that its fields have values, and what is asked about"
                        + " chains is any answer."));
        if (model.actors().stream().anyMatch(actor -> new TlaActor(model, actor).hasTimeouts())) {
            context.notes.add(
                    "Time does not pass: an armed timer may expire at any moment, a later one before an earlier"
                            + " one.");
        }
        if (model.actors().stream().anyMatch(actor -> new TlaActor(model, actor).hasWaiting())) {
            context.notes.add("A message may wait for ever: the limit of ten minutes is left out.");
        }
        if (model.properties().stream().anyMatch(property -> property.deadline() != null)) {
            context.notes.add("Eventualities are checked without their deadline: at last they hold, and ever after, if"
                    + " messages arrive and timers expire; a search within Bounded can miss that they do not.");
        }
        for (CompositionModel composition : model.compositions()) {
            context.note(
                    composition.span(),
                    "the call of " + composition.targetActor() + "." + composition.trigger() + " in transaction "
                            + composition.transaction() + " is left out, and so are faults in its arguments.");
        }
    }

    private void noteWhatIsAsked() {
        if (!context.asked.isEmpty()) {
            context.notes.add(
                    "The host answers anything of the set Answers_..., whatever the arguments, and two questions"
                            + " may get different answers, to: " + String.join(", ", context.asked) + ".");
        }
    }

    private List<String> signedMessages() {
        List<String> definitions = new ArrayList<>();
        for (MessageModel message : model.messages()) {
            if (message.signed()) {
                String name = message.name();
                List<String> fields = new ArrayList<>();
                for (FieldModel field : message.body()
                        .fields()
                        .subList(0, message.body().fields().size() - 1)) {
                    String written = TlaNames.field(field.name());
                    fields.add(written + " |-> m." + written);
                }
                definitions.add("Content_" + name + "(m) == "
                        + (fields.isEmpty() ? "<<>>" : "[" + String.join(", ", fields) + "]"));
                definitions.add("Signature_" + name + "(peer, m) == <<\"signature\", peer, \"message " + name
                        + "\", Content_" + name + "(m)>>");
                fields.add(MessageModel.SIGNATURE_FIELD + " |-> Signature_" + name + "(peer, m)");
                definitions.add("Signed_" + name + "(peer, m) == [" + String.join(", ", fields) + "]");
            }
        }
        return definitions;
    }

    /** Messages to peers that receive them are added to those under way. */
    private String sent() {
        TlaCases received = new TlaCases();
        for (MessageModel message : model.messages()) {
            String peers = model.actors().stream()
                    .filter(actor -> message.isFor(actor.name()))
                    .map(actor -> context.peers.getOrDefault(actor.name(), "{}"))
                    .collect(Collectors.joining(" \\cup "));
            if (!peers.isEmpty()) {
                received.when("message[1] = " + TlaLiteral.string(message.name()), "message[3] \\in " + peers);
            }
        }
        return "Sent(bag, sent) ==\n  " + context.prelude.use("Fold") + "(LAMBDA under_way, message :\n    IF ("
                + received.otherwise("FALSE")
                + ")\n    THEN under_way (+) SetToBag({message}) ELSE under_way, bag, sent)";
    }

    private List<String> behaviours(List<TlaMachine> machines) {
        StringBuilder init = new StringBuilder("Init ==\n  /\\ network = EmptyBag");
        StringBuilder next = new StringBuilder("Next ==");
        List<String> fairness = new ArrayList<>();
        for (int i = 0; i < machines.size(); i++) {
            String actor = model.actors().get(i).name();
            init.append("\n  /\\ ").append(machines.get(i).initial());
            next.append("\n  \\/ \\E self \\in ")
                    .append(context.peers.getOrDefault(actor, "{}"))
                    .append(" : ");
            next.append(context.actors.getOrDefault(actor, actor)).append("_Next(self)");
            fairness.addAll(machines.get(i).fairness());
        }
        return List.of(
                init.toString(),
                next.toString(),
                "Fairness ==\n  " + (fairness.isEmpty() ? TlaTerm.TRUE : String.join("\n  ", fairness)),
                "Spec == Init /\\ [][Next]_vars /\\ Fairness");
    }

    private List<String> properties(List<TlaMachine> machines) {
        List<String> definitions = new ArrayList<>();
        if (!model.properties().isEmpty()) {
            machines.forEach(machine -> definitions.add(machine.instances()));
        }
        for (PropertyModel property : model.properties()) {
            TlaScope scope = new TlaScope(TlaScope.Place.PROPERTY, context.names.inner());
            TlaTerm condition = new TlaTerms(context, scope).write(property.condition());
            String name = context.names.take(property.name());
            String head = "\\* " + comment(property.description())
                    + (property.description().isEmpty() ? "" : ", ") + property.span() + "\n" + name + " ==\n  ";
            List<String> present = condition.present();
            if (property.deadline() != null) {
                eventualities.add(name);
                definitions.add(head + "<>[](" + TlaTerm.all(TlaTerm.and(present, List.of(condition.value()))) + ")");
            } else if (present.isEmpty()) {
                invariants.add(name);
                definitions.add(head + condition.value());
            } else {
                String defined = context.names.take(property.name() + "_defined");
                invariants.addAll(List.of(defined, name));
                definitions.add(defined + " ==\n  " + TlaTerm.all(present));
                definitions.add(head + defined + " => " + condition.value());
            }
        }
        return definitions;
    }

    private String bounded(List<TlaMachine> machines) {
        List<String> bounds = new ArrayList<>(List.of("BagCardinality(network) <= " + TlaContext.MAX_MESSAGES));
        for (TlaMachine machine : machines) {
            String bound = machine.bounded();
            if (!bound.isEmpty()) {
                context.constants().putIfAbsent(TlaContext.MAX_LIST_LENGTH, "2");
                bounds.add(bound);
            }
        }
        return "Bounded ==" + bounds.stream().map(bound -> "\n  /\\ " + bound).collect(Collectors.joining());
    }

    private String text(Map<String, List<String>> sections) {
        StringBuilder text = new StringBuilder("---- MODULE " + moduleName + " ----\n");
        text.append("\\* Transaction ").append(comment(model.id())).append(", ").append(comment(model.title()));
        text.append(".\n\\* Exported by omerta omt export: change the protocol file, not this one.\n");
        if (!model.description().isEmpty()) {
            text.append("\\*\n\\* ").append(comment(model.description())).append('\n');
        }
        text.append("\\*\n\\* Where this module differs from the transaction:\n");
        context.notes.forEach(
                note -> text.append("\\* - ").append(comment(note)).append('\n'));
        text.append("EXTENDS Integers, Sequences, FiniteSets, Bags\n\nCONSTANTS\n  ");
        text.append(String.join(",\n  ", context.constants().keySet()));
        String variables = String.join(", ", context.actors.values()) + ", network";
        text.append("\n\nVARIABLES ")
                .append(variables)
                .append("\n\nvars == <<")
                .append(variables)
                .append(">>\n");
        text.append(disjoint());
        append("What all exported modules have in common", context.prelude.definitions(), text);
        append("Sets of values", context.setDefinitions(), text);
        sections.forEach((title, definitions) -> append(title, definitions, text));
        return text.append("\n====\n").toString();
    }

    private static void append(String title, List<String> definitions, StringBuilder text) {
        if (!definitions.isEmpty()) {
            text.append("\n\\* ---- ").append(title).append(" ----\n");
            definitions.forEach(
                    definition -> text.append('\n').append(definition).append('\n'));
        }
    }

    private String disjoint() {
        List<String> sets = List.copyOf(context.peers.values());
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            for (int j = i + 1; j < sets.size(); j++) {
                pairs.add("(" + sets.get(i) + " \\cap " + sets.get(j) + ") = {}");
            }
        }
        return pairs.isEmpty() ? "" : "\nASSUME " + String.join(" /\\ ", pairs) + "\n";
    }

    private String configuration() {
        StringBuilder text = new StringBuilder("\\* Small values for module " + moduleName
                + ". More peers and values find more, and take longer.\nSPECIFICATION Spec\nCHECK_DEADLOCK FALSE\n"
                + "CONSTRAINT Bounded\nCONSTANTS\n");
        context.constants().forEach((name, value) -> text.append("  ")
                .append(name)
                .append(value.startsWith("<-") ? " " : " = ")
                .append(value.startsWith("<-") ? "<- " + value.substring(2) : value)
                .append('\n'));
        invariants.forEach(name -> text.append("INVARIANT ").append(name).append('\n'));
        eventualities.forEach(name -> text.append("PROPERTY ").append(name).append('\n'));
        return text.toString();
    }

    /** Text that stays within its line and opens no other comment. */
    private static String comment(String text) {
        return text.replaceAll("[^ -~]+", "?").replace("(*", "( *").replace("*)", "* )");
    }
}
