package io.omerta.sim.network.session;

import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.host.Machine;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A machine that is made when it has something to do: most nodes of a large population never have. */
final class LazyMachine implements Machine {
    private final Supplier<? extends Machine> factory;
    private @Nullable Machine machine;

    LazyMachine(Supplier<? extends Machine> factory) {
        this.factory = factory;
    }

    @Override
    public void on(long nowNanos, Input input, Effects effects) {
        Machine running = machine;
        if (running == null) {
            if (input instanceof Input.Start start && start.journal().isEmpty()) {
                return;
            }
            running = factory.get();
            machine = running;
            if (!(input instanceof Input.Start)) {
                running.on(nowNanos, new Input.Start(List.of()), effects);
            }
        }
        running.on(nowNanos, input, effects);
    }
}
