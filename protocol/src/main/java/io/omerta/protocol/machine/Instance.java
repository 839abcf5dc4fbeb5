package io.omerta.protocol.machine;

import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import org.jspecify.annotations.Nullable;

/**
 * One machine of a session, as properties see it. Whoever evaluates properties often keeps it as long as the machine is at
 * rest: the view of its variables is made once. Not for use by several threads.
 */
public final class Instance {
    private final PeerId peer;
    private final Configuration configuration;
    private @Nullable Struct view;

    public Instance(PeerId peer, Configuration configuration) {
        this.peer = peer;
        this.configuration = configuration;
    }

    public PeerId peer() {
        return peer;
    }

    public Configuration configuration() {
        return configuration;
    }

    /**
     * The view that properties have of it.
     *
     * @param machine its own
     * @param at what a view that is too large for a value is a fault of
     */
    Struct view(MachineSpec machine, Node at) {
        if (view == null) {
            view = machine.view(peer, configuration, at);
        }
        return view;
    }
}
