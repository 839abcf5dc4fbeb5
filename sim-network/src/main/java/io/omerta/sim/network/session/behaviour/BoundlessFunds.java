package io.omerta.sim.network.session.behaviour;

import io.omerta.protocol.transaction.NativeLibrary;
import io.omerta.protocol.wire.Value;
import java.util.function.UnaryOperator;

/** What a consumer believes of its own funds who does not look: that nothing is too much. */
final class BoundlessFunds implements UnaryOperator<NativeLibrary> {
    @Override
    public NativeLibrary apply(NativeLibrary honest) {
        return honest.with("omerta.ledger", "own_funds", (at, arguments) -> new Value.Int(Long.MAX_VALUE));
    }
}
