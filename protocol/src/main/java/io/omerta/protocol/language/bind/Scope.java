package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.language.source.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an expression sees besides the declarations of the unit. */
final class Scope {
    private final Site site;
    private final String owner;
    private final @Nullable StoreVariables store;
    private final @Nullable MessageModel message;
    private final Map<String, Local> locals = new LinkedHashMap<>();
    private final Set<String> assignedLater = new LinkedHashSet<>();
    private int next;
    private int size;

    private Scope(
            Site site, String owner, @Nullable StoreVariables store, @Nullable MessageModel message, int firstLocal) {
        this.site = site;
        this.owner = owner;
        this.store = store;
        this.message = message;
        this.next = firstLocal;
        this.size = firstLocal;
    }

    /** The body of a function. */
    static Scope ofFunction(String function) {
        return new Scope(Site.FUNCTION, "the function `" + function + "`", null, null, 0);
    }

    /** The condition of an invariant or eventuality. */
    static Scope ofProperty(String property) {
        return new Scope(Site.PROPERTY, "the property `" + property + "`", null, null, 0);
    }

    /**
     * An expression of an actor.
     *
     * @param firstLocal number of locals that are taken already
     */
    static Scope ofActor(StoreVariables store, int firstLocal) {
        return new Scope(Site.ACTOR, "the actor `" + store.actor() + "`", store, null, firstLocal);
    }

    /** An expression of an actor that has received a message; its payload is local 0. */
    static Scope ofMessage(StoreVariables store, MessageModel message) {
        return new Scope(Site.ACTOR, "the actor `" + store.actor() + "`", store, message, 1);
    }

    Site site() {
        return site;
    }

    /** Whose expression it is, for messages. */
    String owner() {
        return owner;
    }

    /** Null outside actors. */
    @Nullable
    StoreVariables store() {
        return store;
    }

    /** Null if none is at hand. */
    @Nullable
    MessageModel message() {
        return message;
    }

    @Nullable
    Local local(String name) {
        return locals.get(name);
    }

    /** Names of locals, in the order of their declaration. */
    Set<String> localNames() {
        return locals.keySet();
    }

    /** Adds a local that stays. */
    Local declare(String name, Type type, Span span) {
        Local local = new Local(name, next++, type, span);
        size = Math.max(size, next);
        locals.put(name, local);
        assignedLater.remove(name);
        return local;
    }

    /** Ends the life of a local; its place is not used again. */
    void forget(Local local) {
        locals.remove(local.name());
    }

    /** Gives a local another type. */
    void retype(Local local, Type type) {
        locals.put(local.name(), new Local(local.name(), local.index(), type, local.span()));
    }

    /** Adds the parameter of a lambda, which hides what has its name. */
    Inner enter(String name, Type type, Span span) {
        Local hidden = locals.get(name);
        Local local = new Local(name, next++, type, span);
        size = Math.max(size, next);
        locals.put(name, local);
        return new Inner(local, hidden);
    }

    /** Leaves the lambda entered last. */
    void leave(Inner inner) {
        next--;
        if (inner.hidden() == null) {
            locals.remove(inner.local().name());
        } else {
            locals.put(inner.local().name(), inner.hidden());
        }
    }

    /** Names that the function assigns somewhere: until then they have no value. */
    void assignsLater(Set<String> names) {
        assignedLater.addAll(names);
    }

    boolean isAssignedLater(String name) {
        return assignedLater.contains(name);
    }

    /** Number of locals. */
    int size() {
        return size;
    }

    /** Where expressions stand. */
    enum Site {
        FUNCTION,
        ACTOR,
        PROPERTY
    }

    /** A local. */
    record Local(String name, int index, Type type, Span span) {}

    /**
     * A lambda that was entered.
     *
     * @param hidden the local of the same name around it, or null
     */
    record Inner(Local local, @Nullable Local hidden) {}

    /** The store of an actor, in order of slots. */
    static final class StoreVariables {
        private final String actor;
        private final List<VariableModel> variables;
        private final Map<String, Integer> slots = new LinkedHashMap<>();

        /** @param variables with distinct names */
        StoreVariables(String actor, List<VariableModel> variables) {
            this.actor = actor;
            this.variables = variables;
            for (int slot = 0; slot < variables.size(); slot++) {
                slots.put(variables.get(slot).name(), slot);
            }
        }

        String actor() {
            return actor;
        }

        /** Slot of a variable, or -1. */
        int slot(String name) {
            return slots.getOrDefault(name, -1);
        }

        VariableModel variable(int slot) {
            return variables.get(slot);
        }

        List<VariableModel> all() {
            return variables;
        }

        Set<String> names() {
            return slots.keySet();
        }
    }
}
