package io.omerta.sim.network.session.behaviour;

import io.omerta.protocol.host.Machine;
import io.omerta.protocol.transaction.NativeLibrary;
import io.omerta.protocol.wire.PeerId;
import java.util.function.UnaryOperator;

/** What a behaviour can make a node of: machines under the node's own identity, and no other. */
public interface NodeParts {
    PeerId peer();

    /**
     * The machine of the node, whose owner goes on to command it.
     *
     * @param senses what it believes to see in place of what it sees
     */
    Machine observed(UnaryOperator<NativeLibrary> senses);

    /** Another machine under the same identity, of which the node's owner knows nothing. */
    Machine unobserved(UnaryOperator<NativeLibrary> senses);

    /** The machine of an honest node. */
    default Machine honest() {
        return observed(UnaryOperator.identity());
    }
}
