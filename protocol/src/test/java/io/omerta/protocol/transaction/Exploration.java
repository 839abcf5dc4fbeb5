package io.omerta.protocol.transaction;

import io.omerta.protocol.explore.Bounds;
import io.omerta.protocol.explore.Explorer;
import io.omerta.protocol.explore.Faults;
import io.omerta.protocol.explore.ParameterText;
import io.omerta.protocol.explore.Progress;
import io.omerta.protocol.explore.Report;
import io.omerta.protocol.explore.Setup;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.machine.TransactionSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An exploration of a small session, and the options of {@code omerta check} that ask for it. */
final class Exploration {
    private final String file;
    private final Supplier<ProtocolModel> model;
    private final List<String> changes;
    private final List<String> properties = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, Integer> instances = new LinkedHashMap<>();
    private final Map<String, Integer> byzantine = new LinkedHashMap<>();
    private int lies;
    private int duplicates;
    private Setup.Timers timers = Setup.Timers.ANY;

    private Exploration(String file, List<String> changes, Supplier<ProtocolModel> model) {
        this.file = file;
        this.changes = changes;
        this.model = model;
    }

    static Exploration of(PublishedTransactions published) {
        return new Exploration("published/" + published.file(), List.of(), published::model);
    }

    static Exploration of(String file, Variant variant) {
        return new Exploration(file, variant.changes(), variant::model);
    }

    /** Only this property of the file is checked, beside those that every protocol must have. */
    Exploration property(String name) {
        properties.add(name);
        return this;
    }

    Exploration call(String text) {
        calls.add(text);
        return this;
    }

    Exploration answer(String question, String values) {
        answers.put(question, values);
        return this;
    }

    Exploration set(String parameter, Object value) {
        parameters.put(parameter, String.valueOf(value));
        return this;
    }

    Exploration instances(String role, int count) {
        instances.put(role, count);
        return this;
    }

    /** The last machines of a role may lie, in all so often. */
    Exploration byzantine(String role, int count, int liesMax) {
        byzantine.put(role, count);
        lies = liesMax;
        return this;
    }

    Exploration duplicates(int count) {
        duplicates = count;
        return this;
    }

    Exploration lateTimers() {
        timers = Setup.Timers.LATE;
        return this;
    }

    Report explore(Bounds bounds) {
        ProtocolModel meaning = model.get();
        TransactionSpec spec = TransactionSpec.compile(meaning, ParameterText.read(meaning, parameters));
        Map<String, List<String>> texts = new LinkedHashMap<>();
        answers.forEach((question, values) -> texts.put(question, Arrays.asList(values.split("\\|", -1))));
        Setup setup = Setup.of(properties.isEmpty() ? spec : spec.withProperties(properties))
                .withInstances(instances)
                .withByzantine(byzantine)
                .withCalls(calls)
                .withAnswers(texts)
                .withTimers(timers);
        return new Explorer(setup).explore(new Faults(0, duplicates, 0, lies), bounds, true, Progress.NONE);
    }

    /** What to change in a copy of the file before, one line each. */
    List<String> changes() {
        return changes;
    }

    /** What a user types to make this exploration, where {@code $T} is the folder of the transactions. */
    String command() {
        StringBuilder text = new StringBuilder("omerta check $T/").append(file);
        properties.forEach(name -> text.append(" --property ").append(name));
        instances.forEach((role, count) ->
                text.append(" --instances ").append(role).append('=').append(count));
        byzantine.forEach((role, count) ->
                text.append(" --byzantine ").append(role).append('=').append(count));
        if (lies > 0) {
            text.append(" --lies ").append(lies);
        }
        if (duplicates > 0) {
            text.append(" --duplicates ").append(duplicates);
        }
        if (timers == Setup.Timers.LATE) {
            text.append(" --timers late");
        }
        calls.forEach(call -> text.append(" --trigger '").append(call).append('\''));
        parameters.forEach(
                (name, value) -> text.append(" --set ").append(name).append('=').append(value));
        answers.forEach((question, values) -> text.append(" --answer '")
                .append(question)
                .append('=')
                .append(values)
                .append('\''));
        return text.toString();
    }
}
