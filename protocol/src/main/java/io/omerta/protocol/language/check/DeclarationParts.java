package io.omerta.protocol.language.check;

import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Otherwise;
import io.omerta.protocol.language.tree.Parameter;
import io.omerta.protocol.language.tree.Statement;
import io.omerta.protocol.language.tree.TypeReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a declaration is made of, in the order of the text, for rules that treat all kinds alike. */
final class DeclarationParts
        implements Declaration.Visitor<DeclarationParts>,
                ActorMember.Visitor<DeclarationParts>,
                Event.Visitor<DeclarationParts>,
                Statement.Visitor<DeclarationParts> {
    private final List<Field> fields = new ArrayList<>();
    private final List<TypeReference> types = new ArrayList<>();
    private final List<Expression> expressions = new ArrayList<>();
    private final List<Name> locals = new ArrayList<>();

    private DeclarationParts() {}

    /** The parts of a declaration. */
    static DeclarationParts of(Declaration declaration) {
        return declaration.accept(new DeclarationParts());
    }

    /** The outermost expressions. A name that stands where only a name may stand counts as an expression. */
    List<Expression> expressions() {
        return expressions;
    }

    /** Everything that has a name and a type: fields, variables of a store, parameters of functions and triggers. */
    List<Field> fields() {
        return fields;
    }

    /** The types of the fields and of results, without their arguments. */
    List<TypeReference> types() {
        return types;
    }

    /** The variables of functions and of their loops. */
    List<Name> locals() {
        return locals;
    }

    private DeclarationParts fields(Iterable<Field> more) {
        for (Field field : more) {
            fields.add(field);
            types.add(field.type());
        }
        return this;
    }

    private DeclarationParts expression(@Nullable Expression expression) {
        if (expression != null) {
            expressions.add(expression);
        }
        return this;
    }

    private void name(Name name) {
        expressions.add(new Expression.NameReference(name.text(), name.span()));
    }

    private DeclarationParts statements(Iterable<Statement> statements) {
        statements.forEach(statement -> statement.accept(this));
        return this;
    }

    private void actions(Iterable<Action> actions) {
        actions.forEach(action -> expressions.addAll(ActionParts.of(action).expressions()));
    }

    @Override
    public DeclarationParts visitTransaction(Declaration.Transaction transaction) {
        return this;
    }

    @Override
    public DeclarationParts visitImports(Declaration.Imports imports) {
        return this;
    }

    @Override
    public DeclarationParts visitParameters(Declaration.Parameters parameters) {
        for (Parameter parameter : parameters.parameters()) {
            expressions.add(parameter.value());
        }
        return this;
    }

    @Override
    public DeclarationParts visitEnumType(Declaration.EnumType enumType) {
        return this;
    }

    @Override
    public DeclarationParts visitStructType(Declaration.StructType structType) {
        return fields(structType.fields());
    }

    @Override
    public DeclarationParts visitMessage(Declaration.Message message) {
        return fields(message.fields());
    }

    @Override
    public DeclarationParts visitBlock(Declaration.Block block) {
        return fields(block.fields());
    }

    @Override
    public DeclarationParts visitActor(Declaration.Actor actor) {
        actor.members().forEach(member -> member.accept(this));
        return this;
    }

    @Override
    public DeclarationParts visitFunction(Declaration.Function function) {
        fields(function.parameters());
        types.add(function.result());
        return statements(function.body());
    }

    @Override
    public DeclarationParts visitNativeFunction(Declaration.NativeFunction nativeFunction) {
        fields(nativeFunction.parameters());
        types.add(nativeFunction.result());
        return this;
    }

    @Override
    public DeclarationParts visitInvariant(Declaration.Invariant invariant) {
        expressions.addAll(invariant.condition().items());
        return this;
    }

    @Override
    public DeclarationParts visitEventually(Declaration.Eventually eventually) {
        name(eventually.deadline());
        expressions.addAll(eventually.condition().items());
        return this;
    }

    @Override
    public DeclarationParts visitComposition(Declaration.Composition composition) {
        return expression(composition.arguments());
    }

    @Override
    public DeclarationParts visitStore(ActorMember.Store store) {
        return fields(store.fields());
    }

    @Override
    public DeclarationParts visitTrigger(ActorMember.Trigger trigger) {
        return fields(trigger.parameters());
    }

    @Override
    public DeclarationParts visitState(ActorMember.State state) {
        return this;
    }

    @Override
    public DeclarationParts visitTransition(ActorMember.Transition transition) {
        transition.event().accept(this);
        expression(transition.guard());
        actions(transition.actions());
        Otherwise otherwise = transition.otherwise();
        if (otherwise != null) {
            actions(otherwise.actions());
        }
        return this;
    }

    @Override
    public DeclarationParts visitDeferral(ActorMember.Deferral deferral) {
        return this;
    }

    @Override
    public DeclarationParts visitAuto(Event.Auto auto) {
        return this;
    }

    @Override
    public DeclarationParts visitOn(Event.On on) {
        return this;
    }

    @Override
    public DeclarationParts visitTimeout(Event.Timeout timeout) {
        name(timeout.parameter());
        return this;
    }

    @Override
    public DeclarationParts visitCollect(Event.Collect collect) {
        name(collect.members());
        expression(collect.threshold());
        expression(collect.agreement());
        expression(collect.condition());
        name(collect.votes());
        return this;
    }

    @Override
    public DeclarationParts visitReturn(Statement.Return statement) {
        return expression(statement.value());
    }

    @Override
    public DeclarationParts visitAssign(Statement.Assign assign) {
        locals.add(assign.target());
        return expression(assign.value());
    }

    @Override
    public DeclarationParts visitAssignElement(Statement.AssignElement assignElement) {
        expression(assignElement.index());
        return expression(assignElement.value());
    }

    @Override
    public DeclarationParts visitForEach(Statement.ForEach forEach) {
        locals.add(forEach.variable());
        expression(forEach.iterable());
        return statements(forEach.body());
    }

    @Override
    public DeclarationParts visitBlock(Statement.Block block) {
        return statements(block.body());
    }
}
