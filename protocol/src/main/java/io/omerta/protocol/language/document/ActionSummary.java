package io.omerta.protocol.language.document;

import io.omerta.protocol.language.format.OneLine;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in short what a transition does: variables it sets by name only, what it sends and appends. */
final class ActionSummary implements Action.Visitor<Void> {
    private final Links links;
    private final List<String> parts = new ArrayList<>();
    private final List<String> set = new ArrayList<>();

    private ActionSummary(Links links) {
        this.links = links;
    }

    static String of(Body<Action> actions, Links links) {
        ActionSummary summary = new ActionSummary(links);
        actions.forEach(action -> action.accept(summary));
        summary.endSet();
        return String.join("; ", summary.parts);
    }

    @Override
    public Void visitStoreParameters(Action.StoreParameters store) {
        part("keep "
                + store.names().stream().map(Name::text).map(Markdown::code).collect(Collectors.joining(", ")));
        return null;
    }

    @Override
    public Void visitStoreValue(Action.StoreValue store) {
        return set(store.target());
    }

    @Override
    public Void visitAssign(Action.Assign assign) {
        return set(assign.target());
    }

    @Override
    public Void visitLookup(Action.Lookup lookup) {
        return set(lookup.target());
    }

    @Override
    public Void visitSend(Action.Send send) {
        part("send " + links.to(send.message().text()) + " to " + Markdown.code(OneLine.of(send.target())));
        return null;
    }

    @Override
    public Void visitBroadcast(Action.Broadcast broadcast) {
        part("send " + links.to(broadcast.message().text()) + " to each of "
                + Markdown.code(broadcast.recipients().text()));
        return null;
    }

    @Override
    public Void visitAppendBlock(Action.AppendBlock append) {
        part("append " + links.to(append.block().text()) + " to the chain");
        return null;
    }

    @Override
    public Void visitAppendValue(Action.AppendValue append) {
        part("add to " + Markdown.code(append.target().text()));
        return null;
    }

    private Void set(Name target) {
        String name = Markdown.code(target.text());
        if (!set.contains(name)) {
            set.add(name);
        }
        return null;
    }

    private void part(String text) {
        endSet();
        parts.add(text);
    }

    private void endSet() {
        if (!set.isEmpty()) {
            parts.add("set " + String.join(", ", set));
            set.clear();
        }
    }
}
