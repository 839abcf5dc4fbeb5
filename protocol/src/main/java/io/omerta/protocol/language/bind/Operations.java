package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.BlockModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.OperationModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Scalar;
import io.omerta.protocol.language.model.Type.Special;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the actions of a branch of a transition. */
final class Operations implements Action.Visitor<Void> {
    private final BindLog log;
    private final Symbols symbols;
    private final Scope scope;
    private final Scope.StoreVariables store;
    private final Expressions expressions;
    private final List<OperationModel> operations;

    /** @param operations to which each action adds its own */
    Operations(
            BindLog log,
            Symbols symbols,
            Scope scope,
            Scope.StoreVariables store,
            Expressions expressions,
            List<OperationModel> operations) {
        this.log = log;
        this.symbols = symbols;
        this.scope = scope;
        this.store = store;
        this.expressions = expressions;
        this.operations = operations;
    }

    @Override
    public Void visitStoreParameters(Action.StoreParameters action) {
        for (Name name : action.names()) {
            Term value = given(name);
            if (value == null) {
                continue;
            }
            int slot = expressions.names().target(name);
            if (slot >= 0) {
                Term fitted = expressions.fit(value, expressions.names().variableType(slot));
                operations.add(new OperationModel.Assign(slot, fitted, name.span()));
            }
        }
        return null;
    }

    /** The parameter of the trigger or field of the message that has a name; null after a fault. */
    private @Nullable Term given(Name name) {
        Scope.Local local = scope.local(name.text());
        if (local != null) {
            return new Term.Local(local.index(), name.text(), local.type(), name.span());
        }
        MessageModel message = scope.message();
        int place = message == null ? -1 : message.body().indexOf(name.text());
        if (message != null && place >= 0) {
            Term payload = new Term.Local(0, message.name(), new Type.RecordOf(message.body()), name.span());
            return new Term.FieldOf(
                    payload, place, message.body().fields().get(place).type(), name.span());
        }
        List<String> known = new ArrayList<>(scope.localNames());
        if (message != null) {
            known.addAll(message.body().shape().fields());
        }
        UnknownName.tell(
                log,
                Code.E24,
                name,
                message == null ? "a parameter of the trigger at hand" : "a field of `" + message.name() + "`",
                known);
        return null;
    }

    @Override
    public Void visitStoreValue(Action.StoreValue action) {
        return assign(action.target(), action.value(), action.span());
    }

    @Override
    public Void visitAssign(Action.Assign action) {
        return assign(action.target(), action.value(), action.span());
    }

    @Override
    public Void visitLookup(Action.Lookup action) {
        return assign(action.target(), action.value(), action.span());
    }

    private Void assign(Name target, Expression value, Span span) {
        int slot = expressions.names().target(target);
        Required required = slot < 0
                ? Required.byRule(Special.UNKNOWN, "this")
                : expressions.names().variableType(slot);
        Term term = expressions.need(value, required);
        if (slot >= 0) {
            operations.add(new OperationModel.Assign(slot, term, span));
        }
        return null;
    }

    @Override
    public Void visitSend(Action.Send action) {
        Term target = expressions.need(action.target(), Required.byRule(Scalar.PEER_ID, "the recipient"));
        MessageModel message = message(action.message(), Code.E08);
        if (message != null) {
            Term.RecordOf payload = payload(message, action.message(), action.payload());
            operations.add(new OperationModel.Send(target, message, payload, action.span()));
        }
        return null;
    }

    @Override
    public Void visitBroadcast(Action.Broadcast action) {
        Expression list = new Expression.NameReference(
                action.recipients().text(), action.recipients().span());
        Type peers = new Type.ListOf(Scalar.PEER_ID);
        Term recipients = expressions.need(list, Required.byRule(peers, "the list of recipients"));
        MessageModel message = message(action.message(), Code.E09);
        if (message != null) {
            Term.RecordOf payload = payload(message, action.message(), action.payload());
            operations.add(new OperationModel.Broadcast(recipients, message, payload, action.span()));
        }
        return null;
    }

    private @Nullable MessageModel message(Name name, Code unknown) {
        MessageModel message = symbols.types().messages().get(name.text());
        if (message == null) {
            UnknownName.tell(
                    log, unknown, name, "a message", symbols.types().messages().keySet());
        } else if (!message.sender().equals(store.actor())) {
            log.add(Diagnostic.of(
                            Code.E22,
                            name.span(),
                            "`" + name + "` is sent by `" + message.sender() + "`, not by `" + store.actor()
                                    + "`; a recipient would refuse it")
                    .withRelated(message.body().span(), "declared here"));
        }
        return message;
    }

    private Term.RecordOf payload(MessageModel message, Name name, Expression.@Nullable StructLiteral given) {
        return expressions.records().payload(message.body(), name.span(), given);
    }

    @Override
    public Void visitAppendBlock(Action.AppendBlock action) {
        Name name = action.block();
        BlockModel block = symbols.types().blocks().get(name.text());
        if (block == null) {
            UnknownName.tell(
                    log, Code.E10, name, "a block", symbols.types().blocks().keySet());
            return null;
        }
        if (!block.writers().contains(store.actor())) {
            log.add(Diagnostic.of(
                            Code.E22,
                            name.span(),
                            "`" + name + "` is appended by " + UnknownName.listed(block.writers(), " and ")
                                    + ", not by `" + store.actor() + "`; add the role to its `by`")
                    .withRelated(block.body().span(), "declared here"));
        }
        Term.RecordOf payload = expressions.records().payload(block.body(), name.span(), action.payload());
        operations.add(new OperationModel.AppendBlock(block, payload, action.span()));
        return null;
    }

    @Override
    public Void visitAppendValue(Action.AppendValue action) {
        int slot = expressions.names().target(action.target());
        Type type = slot < 0 ? Special.UNKNOWN : store.variable(slot).type();
        if (type instanceof Type.ListOf list) {
            Required element = new Required(
                    list.element(),
                    "an element of `" + action.target() + "`",
                    store.variable(slot).span());
            Term value = expressions.need(action.value(), element);
            operations.add(new OperationModel.AppendValue(slot, value, action.span()));
            return null;
        }
        expressions.bind(action.value());
        if (type != Special.UNKNOWN) {
            log.add(Diagnostic.of(
                            Code.E27,
                            action.target().span(),
                            "only a list grows by `APPEND`, but `" + action.target() + "` is " + type.notation())
                    .withRelated(store.variable(slot).span(), "declared here"));
        }
        return null;
    }
}
