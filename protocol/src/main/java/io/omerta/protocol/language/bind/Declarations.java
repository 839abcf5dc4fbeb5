package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Parameter;
import java.util.ArrayList;
import java.util.List;

/** The declarations of a unit without those whose names were taken before, which are told. */
final class Declarations {
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final BindLog log;
    private final NameTable types;
    private final NameTable functions;
    private final NameTable properties;
    private final NameTable parameterNames;

    /** @param all declarations of the unit, imported ones first */
    Declarations(BindLog log, List<Declaration> all) {
        this.log = log;
        this.types = new NameTable(log, "");
        this.functions = new NameTable(log, "");
        this.properties = new NameTable(log, "");
        this.parameterNames = new NameTable(log, "");
        for (Declaration declaration : all) {
            if (isNew(declaration)) {
                declarations.add(declaration);
            }
        }
    }

    /** Those of a kind, in order. */
    <D extends Declaration> List<D> all(Class<D> kind) {
        return declarations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Parameters of the transaction. */
    List<Parameter> parameters() {
        return parameters;
    }

    private boolean isNew(Declaration declaration) {
        if (declaration instanceof Declaration.EnumType type) {
            return isNewType(type.name(), "an enum");
        }
        if (declaration instanceof Declaration.StructType struct) {
            return isNewType(struct.name(), "a struct");
        }
        if (declaration instanceof Declaration.Message message) {
            return isNewType(message.name(), "a message");
        }
        if (declaration instanceof Declaration.Block block) {
            return isNewType(block.name(), "a block");
        }
        if (declaration instanceof Declaration.Actor actor) {
            return isNewType(actor.name(), "an actor");
        }
        if (declaration instanceof Declaration.Function function) {
            return isNewFunction(function.name());
        }
        if (declaration instanceof Declaration.NativeFunction function) {
            return isNewFunction(function.name());
        }
        if (declaration instanceof Declaration.Invariant invariant) {
            return isNewProperty(invariant.name());
        }
        if (declaration instanceof Declaration.Eventually eventually) {
            return isNewProperty(eventually.name());
        }
        if (declaration instanceof Declaration.Parameters group) {
            group.parameters().forEach(this::take);
        }
        return true;
    }

    private boolean isNewType(Name name, String what) {
        ReservedNames.checkType(log, name, what);
        return types.isNew(name, what) && !TypeReader.isBuiltIn(name.text());
    }

    private boolean isNewFunction(Name name) {
        ReservedNames.checkFunction(log, name);
        return functions.isNew(name, "a function");
    }

    private boolean isNewProperty(Name name) {
        ReservedNames.check(log, name, "a property");
        return properties.isNew(name, "a property");
    }

    private void take(Parameter parameter) {
        ReservedNames.check(log, parameter.name(), "a parameter");
        if (parameterNames.isNew(parameter.name(), "a parameter")) {
            parameters.add(parameter);
        }
    }
}
