package io.omerta.sim.network.session.behaviour;

import io.omerta.protocol.envelope.Envelope;
import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.host.Machine;
import io.omerta.protocol.transaction.SessionCommand;
import io.omerta.protocol.wire.Hash;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two machines with a chain each, under one identity. The sessions that the owner begins go to them in turn, so that each
 * chain shows only every other lock.
 */
final class Forked implements Machine {
    private final List<Machine> twins;
    private final Map<Hash, Integer> twinOfSession = new TreeMap<>();

    Forked(Machine first, Machine second) {
        this.twins = List.of(first, second);
    }

    @Override
    public void on(long nowNanos, Input input, Effects effects) {
        if (input instanceof Input.TimerFired fired) {
            int twin = TwinEffects.twinOf(fired.timer());
            give(twin, nowNanos, new Input.TimerFired(TwinEffects.nameOf(fired.timer())), effects);
        } else if (input instanceof Input.Start) {
            give(0, nowNanos, new Input.Start(List.of()), effects);
            give(1, nowNanos, new Input.Start(List.of()), effects);
        } else {
            give(twin(input), nowNanos, input, effects);
        }
    }

    private int twin(Input input) {
        if (input instanceof Input.Command command
                && SessionCommand.of(command) instanceof SessionCommand.Trigger trigger) {
            Hash session = trigger.session().session();
            Integer known = twinOfSession.get(session);
            int twin = known == null ? twinOfSession.size() % 2 : known;
            twinOfSession.put(session, twin);
            return twin;
        }
        Envelope envelope = input instanceof Input.MessageReceived message ? Envelope.parse(message.payload()) : null;
        return envelope == null
                ? 0
                : twinOfSession.getOrDefault(envelope.header().session(), 0);
    }

    private void give(int twin, long nowNanos, Input input, Effects effects) {
        twins.get(twin).on(nowNanos, input, new TwinEffects(effects, twin, (to, payload) -> true));
    }
}
