package io.omerta.protocol.language.format;

import static io.omerta.protocol.language.format.Layout.indented;
import static io.omerta.protocol.language.format.Layout.sequence;
import static io.omerta.protocol.language.format.Layout.text;

import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the actions of transitions, each on its own line. */
final class ActionFormatter implements Action.Visitor<Layout> {
    private final ItemWriter items;

    ActionFormatter(ItemWriter items) {
        this.items = items;
    }

    void write(Action action) {
        items.item(action.span(), false, List.of(), () -> items.lines().append(action.accept(this)));
    }

    @Override
    public Layout visitStoreParameters(Action.StoreParameters store) {
        return text("store " + store.names().stream().map(Name::text).collect(Collectors.joining(", ")));
    }

    @Override
    public Layout visitStoreValue(Action.StoreValue store) {
        return sequence(text("STORE(" + store.target() + ", "), value(store.value()), text(")"));
    }

    @Override
    public Layout visitAssign(Action.Assign assign) {
        return sequence(text(assign.target() + " = "), value(assign.value()));
    }

    @Override
    public Layout visitLookup(Action.Lookup lookup) {
        return sequence(text("lookup " + lookup.target() + " = "), value(lookup.value()));
    }

    @Override
    public Layout visitSend(Action.Send send) {
        return sequence(
                text("SEND("), value(send.target()), text(", " + send.message()), payload(send.payload()), text(")"));
    }

    @Override
    public Layout visitBroadcast(Action.Broadcast broadcast) {
        return sequence(
                text("BROADCAST(" + broadcast.recipients() + ", " + broadcast.message()),
                payload(broadcast.payload()),
                text(")"));
    }

    @Override
    public Layout visitAppendBlock(Action.AppendBlock append) {
        return sequence(text("APPEND(chain, " + append.block()), payload(append.payload()), text(")"));
    }

    @Override
    public Layout visitAppendValue(Action.AppendValue append) {
        return sequence(text("APPEND(" + append.target() + ", "), value(append.value()), text(")"));
    }

    private static Layout value(Expression value) {
        return indented(Lines.INDENT, ExpressionLayout.of(value));
    }

    /** Not indented further: its closing brace ends the action. */
    private static Layout payload(Expression.@Nullable StructLiteral payload) {
        return payload == null ? text("") : sequence(text(" "), ExpressionLayout.of(payload));
    }
}
