package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What all expressions of a unit may name. Functions and actors are added when they are bound. */
final class Symbols {
    private final DeclaredTypes types;
    private final Map<String, ParameterModel> parameters;
    private final Map<String, NativeModel> natives;
    private final Set<String> storeVariables;
    private final Map<String, FunctionModel> functions = new LinkedHashMap<>();
    private final Set<String> functionNames = new LinkedHashSet<>();
    private final Map<String, Instances> actors = new LinkedHashMap<>();

    /** @param storeVariables names of the variables of all actors, which functions cannot read */
    Symbols(
            DeclaredTypes types,
            Map<String, ParameterModel> parameters,
            Map<String, NativeModel> natives,
            Set<String> functionNames,
            Set<String> storeVariables) {
        this.types = types;
        this.parameters = parameters;
        this.natives = natives;
        this.functionNames.addAll(functionNames);
        this.storeVariables = storeVariables;
    }

    DeclaredTypes types() {
        return types;
    }

    Map<String, ParameterModel> parameters() {
        return parameters;
    }

    Map<String, NativeModel> natives() {
        return natives;
    }

    /** The functions that have been bound. */
    Map<String, FunctionModel> functions() {
        return functions;
    }

    /** Names of all declared functions, those that cannot be called for an error included. */
    Set<String> functionNames() {
        return functionNames;
    }

    boolean isStoreVariable(String name) {
        return storeVariables.contains(name);
    }

    void add(FunctionModel function) {
        functions.put(function.name(), function);
    }

    void add(ActorModel actor) {
        actors.put(actor.name(), new Instances(actor, actor.view()));
    }

    /** Actors by name, as properties see them. */
    Map<String, Instances> actors() {
        return actors;
    }

    /**
     * The instances of an actor.
     *
     * @param view what is seen of each
     */
    record Instances(ActorModel actor, RecordModel view) {
        Type type() {
            return new Type.ListOf(new Type.RecordOf(view));
        }
    }
}
