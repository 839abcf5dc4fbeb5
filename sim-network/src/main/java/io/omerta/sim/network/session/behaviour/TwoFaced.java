package io.omerta.sim.network.session.behaviour;

import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.host.Machine;
import java.util.List;

/** Shows one machine to the peers of even number and another to the others; both hear everything, and sign as one peer. */
final class TwoFaced implements Machine {
    private final List<Machine> faces;

    TwoFaced(Machine shownToEven, Machine shownToOdd) {
        this.faces = List.of(shownToEven, shownToOdd);
    }

    @Override
    public void on(long nowNanos, Input input, Effects effects) {
        if (input instanceof Input.TimerFired fired) {
            int face = TwinEffects.twinOf(fired.timer());
            give(face, nowNanos, new Input.TimerFired(TwinEffects.nameOf(fired.timer())), effects);
        } else if (input instanceof Input.Start) {
            give(0, nowNanos, new Input.Start(List.of()), effects);
            give(1, nowNanos, new Input.Start(List.of()), effects);
        } else {
            give(0, nowNanos, input, effects);
            give(1, nowNanos, input, effects);
        }
    }

    private void give(int face, long nowNanos, Input input, Effects effects) {
        faces.get(face).on(nowNanos, input, new TwinEffects(effects, face, (to, payload) -> to % 2 == face));
    }
}
