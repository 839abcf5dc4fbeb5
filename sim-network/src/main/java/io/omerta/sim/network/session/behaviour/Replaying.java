package io.omerta.sim.network.session.behaviour;

import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.host.Machine;
import java.util.ArrayDeque;
import java.util.Deque;

/** Sends every message twice, and with it the oldest of the last few that went to anybody. */
final class Replaying implements Machine {
    private static final int REMEMBERED = 64;

    private final Machine machine;
    private final Deque<byte[]> sent = new ArrayDeque<>();

    Replaying(Machine machine) {
        this.machine = machine;
    }

    @Override
    public void on(long nowNanos, Input input, Effects effects) {
        machine.on(nowNanos, input, new FilteredEffects(effects, (to, payload) -> {
            effects.send(to, payload);
            byte[] oldest = sent.peek();
            if (oldest != null) {
                effects.send(to, oldest);
            }
            if (sent.size() == REMEMBERED) {
                sent.remove();
            }
            sent.add(payload);
            return true;
        }));
    }
}
