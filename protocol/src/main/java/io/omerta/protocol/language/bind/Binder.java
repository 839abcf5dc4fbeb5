package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.CompositionModel;
import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.PropertyModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds the declarations of a unit. */
public final class Binder {
    private final BindLog log = new BindLog();
    private final Source main;
    private final List<Declaration> all;
    private final OtherTransactions others;

    private Binder(Source main, List<Declaration> all, OtherTransactions others) {
        this.main = main;
        this.all = all;
        this.others = others;
    }

    /**
     * Binds a unit whose files are free of syntax faults. Never fails: what is wrong is among the diagnostics.
     *
     * @param main the file whose transaction is meant
     * @param declarations of all files, imported ones first
     */
    public static Bound bind(Source main, List<Declaration> declarations, OtherTransactions others) {
        return new Binder(main, declarations, others).bind();
    }

    private Bound bind() {
        Declarations declarations = new Declarations(log, all);
        DeclaredTypes types = TypeDeclarations.declare(log, declarations);
        Roles.check(log, declarations);
        Map<String, ParameterModel> parameters = ParameterDeclarations.declare(log, types, declarations.parameters());
        Map<String, NativeModel> natives = FunctionDeclarations.natives(log, types.reader(), declarations);
        List<Declaration.Function> functions = declarations.all(Declaration.Function.class);
        Set<String> functionNames = new LinkedHashSet<>();
        functions.forEach(function -> functionNames.add(function.name().text()));
        Symbols symbols = new Symbols(types, parameters, natives, functionNames, storeVariables(declarations));
        List<FunctionModel> functionModels = FunctionDeclarations.declare(log, symbols, functions);
        List<ActorModel> actors = new ArrayList<>();
        for (Declaration.Actor actor : declarations.all(Declaration.Actor.class)) {
            ActorModel model = ActorDeclaration.declare(log, symbols, actor);
            actors.add(model);
            symbols.add(model);
        }
        List<PropertyModel> properties = PropertyDeclarations.declare(log, symbols, declarations);
        List<CompositionModel> compositions =
                CompositionDeclarations.declare(log, symbols, actors, declarations, others);
        Declaration.@Nullable Transaction head = transaction();
        if (!log.isWhole()) {
            return new Bound(null, log.found());
        }
        ProtocolModel model = new ProtocolModel(
                head == null ? "" : head.id().text(),
                head == null ? "" : head.title().value(),
                head == null ? "" : TypeDeclarations.text(head.description()),
                List.copyOf(parameters.values()),
                List.copyOf(types.enums().values()),
                List.copyOf(types.structs().values()),
                List.copyOf(types.messages().values()),
                List.copyOf(types.blocks().values()),
                functionModels,
                List.copyOf(natives.values()),
                actors,
                properties,
                compositions);
        return new Bound(model, log.found());
    }

    private static Set<String> storeVariables(Declarations declarations) {
        Set<String> names = new LinkedHashSet<>();
        for (Declaration.Actor actor : declarations.all(Declaration.Actor.class)) {
            for (ActorMember member : actor.members()) {
                if (member instanceof ActorMember.Store store) {
                    for (Field field : store.fields()) {
                        names.add(field.name().text());
                    }
                }
            }
        }
        return names;
    }

    /** The head of the main file; those of imported files are theirs alone. */
    private Declaration.@Nullable Transaction transaction() {
        Declaration.@Nullable Transaction first = null;
        for (Declaration declaration : all) {
            if (declaration instanceof Declaration.Transaction transaction
                    && transaction.span().source() == main) {
                if (first == null) {
                    first = transaction;
                } else {
                    log.add(Diagnostic.of(
                                    Code.E20,
                                    transaction.id().span(),
                                    "a file has one transaction; delete this or the first")
                            .withRelated(first.id().span(), "the first"));
                }
            }
        }
        return first;
    }

    /**
     * What binding gives.
     *
     * @param model null if anything is wrong, also if it is for other checks to tell
     * @param diagnostics in the order of finding
     */
    public record Bound(@Nullable ProtocolModel model, List<Diagnostic> diagnostics) {
        public Bound {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
