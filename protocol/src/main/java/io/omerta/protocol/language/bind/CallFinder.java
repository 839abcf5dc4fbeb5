package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Statement;
import io.omerta.protocol.language.tree.StructEntry;
import java.util.ArrayList;
import java.util.List;

/** Finds the names that the body of a function calls, in the order of the text. */
final class CallFinder implements Expression.Visitor<Void>, Statement.Visitor<Void> {
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
        return statement.value().accept(this);
    }

    @Override
    public Void visitAssign(Statement.Assign assign) {
        return assign.value().accept(this);
    }

    @Override
    public Void visitAssignElement(Statement.AssignElement assign) {
        assign.index().accept(this);
        return assign.value().accept(this);
    }

    @Override
    public Void visitForEach(Statement.ForEach forEach) {
        forEach.iterable().accept(this);
        visitAll(forEach.body());
        return null;
    }

    @Override
    public Void visitBlock(Statement.Block block) {
        visitAll(block.body());
        return null;
    }

    @Override
    public Void visitLambda(Expression.Lambda lambda) {
        return lambda.body().accept(this);
    }

    @Override
    public Void visitConditional(Expression.Conditional conditional) {
        conditional.condition().accept(this);
        conditional.whenTrue().accept(this);
        return conditional.whenFalse().accept(this);
    }

    @Override
    public Void visitBinary(Expression.Binary binary) {
        binary.left().accept(this);
        return binary.right().accept(this);
    }

    @Override
    public Void visitUnary(Expression.Unary unary) {
        return unary.operand().accept(this);
    }

    @Override
    public Void visitCall(Expression.Call call) {
        if (call.callee() instanceof Expression.NameReference name) {
            called.add(name);
        } else {
            call.callee().accept(this);
        }
        call.arguments().forEach(argument -> argument.accept(this));
        return null;
    }

    @Override
    public Void visitFieldAccess(Expression.FieldAccess access) {
        return access.target().accept(this);
    }

    @Override
    public Void visitComputedField(Expression.ComputedField field) {
        field.target().accept(this);
        return field.name().accept(this);
    }

    @Override
    public Void visitIndex(Expression.Index index) {
        index.target().accept(this);
        return index.index().accept(this);
    }

    @Override
    public Void visitListLiteral(Expression.ListLiteral list) {
        list.elements().forEach(element -> element.accept(this));
        return null;
    }

    @Override
    public Void visitStructLiteral(Expression.StructLiteral struct) {
        for (StructEntry entry : struct.entries()) {
            if (entry instanceof StructEntry.FieldValue field) {
                field.value().accept(this);
            } else if (entry instanceof StructEntry.Spread spread) {
                spread.value().accept(this);
            }
        }
        return null;
    }

    @Override
    public Void visitNameReference(Expression.NameReference name) {
        return null;
    }

    @Override
    public Void visitNumberLiteral(Expression.NumberLiteral number) {
        return null;
    }

    @Override
    public Void visitStringLiteral(Expression.StringLiteral string) {
        return null;
    }

    @Override
    public Void visitBooleanLiteral(Expression.BooleanLiteral bool) {
        return null;
    }

    @Override
    public Void visitNullLiteral(Expression.NullLiteral none) {
        return null;
    }
}
