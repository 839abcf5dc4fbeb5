package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Statement;
import io.omerta.protocol.language.tree.Subexpressions;
import java.util.ArrayList;
import java.util.List;

/** Finds the names that the body of a function calls, in the order of the text. */
final class CallFinder implements Statement.Visitor<Void> {
    private final List<Expression.NameReference> called = new ArrayList<>();

    private CallFinder() {}

    /** Every call of a name, repeated ones included. */
    static List<Expression.NameReference> calledIn(Body<Statement> body) {
        CallFinder finder = new CallFinder();
        finder.visitAll(body);
        return finder.called;
    }

    private void visitAll(Body<Statement> body) {
        body.forEach(statement -> statement.accept(this));
    }

    @Override
    public Void visitReturn(Statement.Return statement) {
        find(statement.value());
        return null;
    }

    @Override
    public Void visitAssign(Statement.Assign assign) {
        find(assign.value());
        return null;
    }

    @Override
    public Void visitAssignElement(Statement.AssignElement assign) {
        find(assign.index());
        find(assign.value());
        return null;
    }

    @Override
    public Void visitForEach(Statement.ForEach forEach) {
        find(forEach.iterable());
        visitAll(forEach.body());
        return null;
    }

    @Override
    public Void visitBlock(Statement.Block block) {
        visitAll(block.body());
        return null;
    }

    private void find(Expression expression) {
        Subexpressions.walk(expression, part -> {
            if (part instanceof Expression.Call call && call.callee() instanceof Expression.NameReference name) {
                called.add(name);
            }
        });
    }
}
