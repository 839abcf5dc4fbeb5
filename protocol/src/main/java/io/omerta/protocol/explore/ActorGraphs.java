package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.TransitionModel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The graphs of all actors of a transaction. */
final class ActorGraphs {
    /** States that an actor, and messages that a transaction, may have to have graphs. */
    private static final int MOST = Long.SIZE;

    private final Map<String, ActorGraph> graphs = new LinkedHashMap<>();
    private int version;

    /** There are none if the transaction is too large. */
    ActorGraphs(ProtocolModel model) {
        boolean isSmall = model.messages().size() <= MOST
                && model.actors().stream().allMatch(actor -> actor.states().size() <= MOST);
        for (ActorModel actor : model.actors()) {
            if (isSmall) {
                graphs.put(actor.name(), new ActorGraph(actor, model.messages()));
            }
        }
    }

    @Nullable
    ActorGraph of(String role) {
        return graphs.get(role);
    }

    boolean isEmpty() {
        return graphs.isEmpty();
    }

    /** Notes that an actor has taken a branch of a transition. */
    void observe(String role, TransitionModel transition, boolean otherwise) {
        ActorGraph graph = graphs.get(role);
        if (graph != null && graph.observe(transition, otherwise)) {
            version++;
        }
    }

    /** Changes whenever something new was observed. */
    int version() {
        return version;
    }
}
