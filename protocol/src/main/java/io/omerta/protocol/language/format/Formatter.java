package io.omerta.protocol.language.format;

import static io.omerta.protocol.language.format.Layout.sequence;
import static io.omerta.protocol.language.format.Layout.text;

import io.omerta.protocol.language.syntax.ParsedFile;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Parameter;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes protocol files in their canonical layout. */
public final class Formatter {
    private final ItemWriter items;
    private final Lines lines;

    private Formatter(ProtocolFile file) {
        this.items = new ItemWriter(file);
        this.lines = items.lines();
    }

    /**
     * The canonical text of a file.
     *
     * @throws IllegalArgumentException if the file has errors: text that was not understood would be lost
     */
    public static String format(ParsedFile parsed) {
        if (!parsed.isWhole()) {
            throw new IllegalArgumentException(
                    parsed.file().source() + " has errors; only a file that parses without can be formatted");
        }
        Formatter formatter = new Formatter(parsed.file());
        formatter.write(parsed.file());
        return formatter.lines.text();
    }

    private void write(ProtocolFile file) {
        @Nullable Declaration previous = null;
        for (Declaration declaration : file.declarations()) {
            boolean apart = previous == null || !listed(previous, declaration);
            declaration.accept(new DeclarationWriter(apart));
            previous = declaration;
        }
        items.remaining(file.source().text().length());
    }

    /** Whether two declarations may stand on lines one after the other, as imports do. */
    private static boolean listed(Declaration first, Declaration second) {
        boolean line = first instanceof Declaration.Imports
                || first instanceof Declaration.Composition
                || first instanceof Declaration.NativeFunction;
        return line && first.getClass() == second.getClass();
    }

    private final class DeclarationWriter implements Declaration.Visitor<Void> {
        private final boolean apart;

        DeclarationWriter(boolean apart) {
            this.apart = apart;
        }

        private Void line(Declaration declaration, Layout... parts) {
            items.item(declaration.span(), apart, List.of(), () -> lines.append(sequence(parts)));
            return null;
        }

        private Void withBody(Declaration declaration, Body<?> body, Layout head, Runnable writeBody) {
            items.item(declaration.span(), apart, List.of(body), () -> {
                lines.append(head);
                lines.append(" ");
                writeBody.run();
            });
            return null;
        }

        @Override
        public Void visitTransaction(Declaration.Transaction transaction) {
            return line(
                    transaction,
                    text("transaction " + transaction.id() + " "),
                    ExpressionLayout.of(transaction.title()),
                    FieldLayout.description(transaction.description()));
        }

        @Override
        public Void visitImports(Declaration.Imports imports) {
            String path = imports.path().stream().map(Name::text).collect(Collectors.joining("/"));
            return line(imports, text("imports " + path));
        }

        @Override
        public Void visitParameters(Declaration.Parameters parameters) {
            return withBody(
                    parameters,
                    parameters.parameters(),
                    text("parameters"),
                    () -> items.body(parameters.parameters(), this::parameter));
        }

        private void parameter(Parameter parameter) {
            Name unit = parameter.unit();
            items.item(parameter.span(), false, List.of(), () -> {
                lines.append(parameter.name() + " = ");
                lines.append(ExpressionLayout.of(parameter.value()));
                lines.append(unit == null ? "" : " " + unit);
                lines.append(FieldLayout.description(parameter.description()));
            });
        }

        @Override
        public Void visitEnumType(Declaration.EnumType type) {
            Layout head = sequence(text("enum " + type.name()), FieldLayout.description(type.description()));
            return withBody(
                    type,
                    type.members(),
                    head,
                    () -> items.body(
                            type.members(),
                            member -> items.item(member.span(), false, List.of(), () -> lines.append(member.text()))));
        }

        @Override
        public Void visitStructType(Declaration.StructType type) {
            return withBody(
                    type, type.fields(), text("struct " + type.name()), () -> FieldLayout.write(items, type.fields()));
        }

        @Override
        public Void visitMessage(Declaration.Message message) {
            Layout head = sequence(
                    text("message " + message.name() + " from " + message.sender() + " to "),
                    FieldLayout.bracketed(message.recipients()),
                    text(message.signed() ? " signed" : ""));
            return withBody(message, message.fields(), head, () -> FieldLayout.write(items, message.fields()));
        }

        @Override
        public Void visitBlock(Declaration.Block block) {
            Layout head = sequence(text("block " + block.name() + " by "), FieldLayout.bracketed(block.writers()));
            return withBody(block, block.fields(), head, () -> FieldLayout.write(items, block.fields()));
        }

        @Override
        public Void visitActor(Declaration.Actor actor) {
            Layout head = sequence(text("actor " + actor.name()), FieldLayout.description(actor.description()));
            MemberFormatter members = new MemberFormatter(items);
            return withBody(actor, actor.members(), head, () -> items.body(actor.members(), members::write));
        }

        @Override
        public Void visitFunction(Declaration.Function function) {
            Layout head = sequence(
                    text("function " + function.name()),
                    FieldLayout.parameters(function.parameters()),
                    text(" -> " + FieldLayout.type(function.result())));
            StatementFormatter statements = new StatementFormatter(items);
            return withBody(function, function.body(), head, () -> items.body(function.body(), statements::write));
        }

        @Override
        public Void visitNativeFunction(Declaration.NativeFunction function) {
            return line(
                    function,
                    text("native function " + function.name()),
                    FieldLayout.parameters(function.parameters()),
                    text(" -> " + FieldLayout.type(function.result()) + " "),
                    ExpressionLayout.of(function.library()));
        }

        @Override
        public Void visitInvariant(Declaration.Invariant invariant) {
            Layout head =
                    sequence(text("invariant " + invariant.name()), FieldLayout.description(invariant.description()));
            return property(invariant, invariant.condition(), head);
        }

        @Override
        public Void visitEventually(Declaration.Eventually eventually) {
            Layout head = sequence(
                    text("eventually " + eventually.name()),
                    FieldLayout.description(eventually.description()),
                    text(" within " + eventually.deadline()));
            return property(eventually, eventually.condition(), head);
        }

        private Void property(Declaration declaration, Body<Expression> condition, Layout head) {
            return withBody(
                    declaration,
                    condition,
                    head,
                    () -> items.body(
                            condition,
                            expression -> items.item(
                                    expression.span(),
                                    false,
                                    List.of(),
                                    () -> lines.append(ExpressionLayout.of(expression)))));
        }

        @Override
        public Void visitComposition(Declaration.Composition composition) {
            Expression.@Nullable StructLiteral arguments = composition.arguments();
            return line(
                    composition,
                    text("composes " + composition.actor() + "." + composition.state() + " -> "
                            + composition.transaction() + " " + composition.targetActor() + "."
                            + composition.trigger()),
                    arguments == null ? text("") : sequence(text(" "), ExpressionLayout.of(arguments)));
        }
    }
}
