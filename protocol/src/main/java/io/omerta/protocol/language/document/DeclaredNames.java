package io.omerta.protocol.language.document;

import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Name;
import java.util.List;

/** The names that other files can use of a declaration. */
final class DeclaredNames implements Declaration.Visitor<List<Name>> {
    private DeclaredNames() {}

    static List<String> of(Declaration declaration) {
        return declaration.accept(new DeclaredNames()).stream().map(Name::text).toList();
    }

    @Override
    public List<Name> visitTransaction(Declaration.Transaction transaction) {
        return List.of();
    }

    @Override
    public List<Name> visitImports(Declaration.Imports imports) {
        return List.of();
    }

    @Override
    public List<Name> visitParameters(Declaration.Parameters parameters) {
        return parameters.parameters().items().stream()
                .map(parameter -> parameter.name())
                .toList();
    }

    @Override
    public List<Name> visitEnumType(Declaration.EnumType enumType) {
        return List.of(enumType.name());
    }

    @Override
    public List<Name> visitStructType(Declaration.StructType structType) {
        return List.of(structType.name());
    }

    @Override
    public List<Name> visitMessage(Declaration.Message message) {
        return List.of(message.name());
    }

    @Override
    public List<Name> visitBlock(Declaration.Block block) {
        return List.of(block.name());
    }

    @Override
    public List<Name> visitActor(Declaration.Actor actor) {
        return List.of(actor.name());
    }

    @Override
    public List<Name> visitFunction(Declaration.Function function) {
        return List.of(function.name());
    }

    @Override
    public List<Name> visitNativeFunction(Declaration.NativeFunction nativeFunction) {
        return List.of(nativeFunction.name());
    }

    @Override
    public List<Name> visitInvariant(Declaration.Invariant invariant) {
        return List.of(invariant.name());
    }

    @Override
    public List<Name> visitEventually(Declaration.Eventually eventually) {
        return List.of(eventually.name());
    }

    @Override
    public List<Name> visitComposition(Declaration.Composition composition) {
        return List.of();
    }
}
