package io.omerta.sim.network.session.behaviour;

import io.omerta.protocol.envelope.Envelope;
import io.omerta.protocol.envelope.Header;
import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.host.Machine;
import java.util.function.Predicate;

/** Does what another machine does, but for some of its messages, which are never sent. */
final class Muted implements Machine {
    private final Machine machine;
    private final Predicate<Header> unsent;

    Muted(Machine machine, Predicate<Header> unsent) {
        this.machine = machine;
        this.unsent = unsent;
    }

    @Override
    public void on(long nowNanos, Input input, Effects effects) {
        machine.on(nowNanos, input, new FilteredEffects(effects, (to, payload) -> {
            Envelope envelope = Envelope.parse(payload);
            return envelope == null || !unsent.test(envelope.header());
        }));
    }
}
