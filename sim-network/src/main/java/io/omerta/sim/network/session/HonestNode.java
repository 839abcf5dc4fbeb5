package io.omerta.sim.network.session;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.host.Machine;
import io.omerta.protocol.transaction.SessionHost;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A node that keeps to the protocol, watched: its steps, and the blocks that it signs. */
final class HonestNode implements Machine {
    private final int node;
    private final SessionWatch watch;
    private final LazyMachine machine;
    private @Nullable SessionHost host;

    HonestNode(int node, Supplier<SessionHost> factory, SessionWatch watch) {
        this.node = node;
        this.watch = watch;
        this.machine = new LazyMachine(() -> {
            SessionHost made = factory.get();
            host = made;
            return made;
        });
    }

    @Override
    public void on(long nowNanos, Input input, Effects effects) {
        // What is taken again after a restart was watched when it happened.
        boolean again = input instanceof Input.Start;
        watch.pause(again);
        machine.on(nowNanos, input, effects);
        watch.pause(false);
        SessionHost running = host;
        if (running != null) {
            Chain chain = running.chain();
            watch.chainIs(node, chain, again);
        }
    }
}
