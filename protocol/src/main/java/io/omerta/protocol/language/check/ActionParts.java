package io.omerta.protocol.language.check;

import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an action is made of.
 *
 * @param expressions that it evaluates, in order; a payload is one of them
 * @param changed variables of the store that it assigns or extends
 */
record ActionParts(List<Expression> expressions, List<Name> changed) {
    private static final Action.Visitor<ActionParts> VISITOR = new Action.Visitor<>() {
        @Override
        public ActionParts visitStoreParameters(Action.StoreParameters storeParameters) {
            return new ActionParts(List.of(), storeParameters.names());
        }

        @Override
        public ActionParts visitStoreValue(Action.StoreValue storeValue) {
            return new ActionParts(List.of(storeValue.value()), List.of(storeValue.target()));
        }

        @Override
        public ActionParts visitAssign(Action.Assign assign) {
            return new ActionParts(List.of(assign.value()), List.of(assign.target()));
        }

        @Override
        public ActionParts visitLookup(Action.Lookup lookup) {
            return new ActionParts(List.of(lookup.value()), List.of(lookup.target()));
        }

        @Override
        public ActionParts visitSend(Action.Send send) {
            return new ActionParts(with(send.payload(), send.target()), List.of());
        }

        @Override
        public ActionParts visitBroadcast(Action.Broadcast broadcast) {
            Name recipients = broadcast.recipients();
            return new ActionParts(
                    with(broadcast.payload(), new Expression.NameReference(recipients.text(), recipients.span())),
                    List.of());
        }

        @Override
        public ActionParts visitAppendBlock(Action.AppendBlock appendBlock) {
            Expression payload = appendBlock.payload();
            return new ActionParts(payload == null ? List.of() : List.of(payload), List.of());
        }

        @Override
        public ActionParts visitAppendValue(Action.AppendValue appendValue) {
            return new ActionParts(List.of(appendValue.value()), List.of(appendValue.target()));
        }
    };

    /** The parts of an action. */
    static ActionParts of(Action action) {
        return action.accept(VISITOR);
    }

    private static List<Expression> with(@Nullable Expression payload, Expression first) {
        return payload == null ? List.of(first) : List.of(first, payload);
    }
}
