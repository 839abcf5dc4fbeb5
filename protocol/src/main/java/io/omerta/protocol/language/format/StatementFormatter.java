package io.omerta.protocol.language.format;

import static io.omerta.protocol.language.format.Layout.indented;
import static io.omerta.protocol.language.format.Layout.sequence;
import static io.omerta.protocol.language.format.Layout.text;

import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Statement;
import java.util.List;

/** Writes the statements of functions. */
final class StatementFormatter implements Statement.Visitor<Void> {
    private final ItemWriter items;
    private final Lines lines;

    StatementFormatter(ItemWriter items) {
        this.items = items;
        this.lines = items.lines();
    }

    void write(Statement statement) {
        statement.accept(this);
    }

    @Override
    public Void visitReturn(Statement.Return statement) {
        return line(statement, text("RETURN "), statement.value());
    }

    @Override
    public Void visitAssign(Statement.Assign assign) {
        return line(assign, text(assign.target() + " = "), assign.value());
    }

    @Override
    public Void visitAssignElement(Statement.AssignElement assign) {
        Layout head = sequence(text(assign.target() + "["), ExpressionLayout.of(assign.index()), text("] = "));
        return line(assign, head, assign.value());
    }

    @Override
    public Void visitForEach(Statement.ForEach loop) {
        items.item(loop.span(), false, List.of(loop.body()), () -> {
            lines.append(text("FOR " + loop.variable() + " IN "));
            lines.append(indented(Lines.CONTINUATION, ExpressionLayout.of(loop.iterable())));
            lines.append(" ");
            items.body(loop.body(), this::write);
        });
        return null;
    }

    @Override
    public Void visitBlock(Statement.Block block) {
        Body<Statement> body = block.body();
        items.item(block.span(), false, List.of(body), () -> items.body(body, this::write));
        return null;
    }

    private Void line(Statement statement, Layout head, Expression value) {
        items.item(statement.span(), false, List.of(), () -> {
            lines.append(head);
            lines.append(indented(Lines.INDENT, ExpressionLayout.of(value)));
        });
        return null;
    }
}
