package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Scalar;
import io.omerta.protocol.language.model.Type.Special;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Name;
import org.jspecify.annotations.Nullable;

/** Binds {@code collect}. */
final class CollectEvents {
    private static final Type PEERS = new Type.ListOf(Scalar.PEER_ID);

    private final BindLog log;
    private final Symbols symbols;
    private final Scope.StoreVariables store;

    CollectEvents(BindLog log, Symbols symbols, Scope.StoreVariables store) {
        this.log = log;
        this.symbols = symbols;
        this.store = store;
    }

    /** The event and the scope of what follows it, or null after a fault. */
    TransitionDeclaration.@Nullable Head head(Event.Collect collect) {
        // The message at hand is local 0 of the event's own expressions; the guard and the actions leave it free.
        Scope after = Scope.ofActor(store, 1);
        Expressions plain = new Expressions(symbols, after, log);
        Term threshold = plain.need(collect.threshold(), Required.byRule(Scalar.UINT, "the number of members"));
        int members = slot(plain, collect.members(), PEERS);
        MessageModel message = symbols.types().messages().get(collect.message().text());
        if (message == null) {
            UnknownName.tell(
                    log,
                    Code.E07,
                    collect.message(),
                    "a message",
                    symbols.types().messages().keySet());
            return null;
        }
        Receiving.check(log, store.actor(), message, collect.message());
        int votes = slot(plain, collect.votes(), new Type.ListOf(new Type.RecordOf(message.body())));
        int voter = voter(message, collect.voter());
        Scope scope = Scope.ofMessage(store, message);
        Expressions expressions = new Expressions(symbols, scope, log);
        Term agreement = agreement(expressions, collect);
        Term condition = null;
        if (collect.condition() != null) {
            condition = expressions.condition(collect.condition(), "the condition after `where`");
            AbsentFields.check(log, condition);
        }
        EventModel event = new EventModel.OnCollect(message, members, threshold, voter, agreement, condition, votes);
        return new TransitionDeclaration.Head(event, after, scope.size());
    }

    private @Nullable Term agreement(Expressions expressions, Event.Collect collect) {
        if (collect.agreement() == null) {
            return null;
        }
        Term agreement = expressions.bind(collect.agreement());
        AbsentFields.check(log, agreement);
        return agreement;
    }

    private int slot(Expressions expressions, Name name, Type needed) {
        int slot = expressions.names().target(name);
        if (slot < 0) {
            return 0;
        }
        Type type = store.variable(slot).type();
        if (type != Special.UNKNOWN && !type.equals(needed)) {
            mismatch(
                    name.span(),
                    "the variable `" + name + "`",
                    type,
                    needed,
                    store.variable(slot).span());
        }
        return slot;
    }

    private int voter(MessageModel message, Name name) {
        int place = message.body().indexOf(name.text());
        if (place < 0) {
            UnknownName.tell(
                    log,
                    Code.E24,
                    name,
                    "a field of `" + message.name() + "`",
                    message.body().shape().fields());
            return 0;
        }
        FieldModel field = message.body().fields().get(place);
        if (field.type() != Special.UNKNOWN && (field.type() != Scalar.PEER_ID || field.optional())) {
            mismatch(name.span(), "the field `" + name + "`", field.type(), Scalar.PEER_ID, field.span());
        }
        return place;
    }

    private void mismatch(Span place, String what, Type type, Type needed, Span declared) {
        String actual = type.equals(needed) ? "optional" : type.notation();
        log.add(Diagnostic.of(
                        Code.E27, place, what + " is " + actual + ", but " + needed.notation() + " is needed here")
                .withRelated(declared, "declared here"));
    }
}
