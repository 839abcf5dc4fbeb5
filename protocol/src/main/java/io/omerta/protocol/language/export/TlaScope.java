package io.omerta.protocol.language.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/** What names mean where an expression stands. */
final class TlaScope {
    /** A local of a transition, function or lambda. */
    record Local(String value, boolean nullable) {}

    /** Where an expression stands, which decides what it may ask. */
    enum Place {
        FUNCTION,
        ACTOR,
        PROPERTY
    }

    /** The store before the step at hand. */
    static final String STORE = "o.config.store";

    final Place place;
    final TlaNames names;

    /** Who sent the message at hand. */
    String sender = "";

    /** What has been assigned to variables of the store before the expression, by slot. */
    final Map<Integer, Local> assigned = new TreeMap<>();

    private final Map<Integer, Local> locals = new LinkedHashMap<>();
    private final Map<String, String> choices = new LinkedHashMap<>();
    private int lambdas;

    TlaScope(Place place, TlaNames names) {
        this.place = place;
        this.names = names;
    }

    /** A variable of the actor's store. */
    Local variable(int slot, String name) {
        return assigned.getOrDefault(slot, new Local(STORE + "." + TlaNames.field(name), true));
    }

    /** A local; {@code Null} if nothing has been assigned to it. */
    Local local(int index) {
        return locals.getOrDefault(index, new Local("Null", true));
    }

    void set(int index, Local value) {
        locals.put(index, value);
    }

    void setAll(Map<Integer, Local> values) {
        locals.clear();
        locals.putAll(values);
    }

    Map<Integer, Local> locals() {
        return new LinkedHashMap<>(locals);
    }

    void enterLambda() {
        lambdas++;
    }

    void leaveLambda() {
        lambdas--;
    }

    boolean isInLambda() {
        return lambdas > 0;
    }

    /** A name that stands for any element of a set: an answer of the host. */
    String choice(String wanted, String set) {
        String name = names.take(wanted);
        choices.put(name, set);
        return name;
    }

    /** A set of outcomes that depends on the choices made in it, as the set of those of all answers. */
    String overChoices(String outcomes) {
        if (choices.isEmpty()) {
            return outcomes;
        }
        List<String> bounds = new ArrayList<>();
        for (Entry<String, String> choice : choices.entrySet()) {
            bounds.add(choice.getKey() + " \\in " + choice.getValue());
        }
        return "UNION {" + outcomes + " : " + String.join(", ", bounds) + "}";
    }
}
