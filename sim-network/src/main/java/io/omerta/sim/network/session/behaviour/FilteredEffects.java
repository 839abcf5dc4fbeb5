package io.omerta.sim.network.session.behaviour;

import io.omerta.protocol.host.Effects;

/** Effects of which only some messages leave. */
final class FilteredEffects implements Effects {
    private final Effects effects;
    private final Filter filter;

    /** Says which messages leave. */
    interface Filter {
        boolean leaves(int to, byte[] payload);
    }

    FilteredEffects(Effects effects, Filter filter) {
        this.effects = effects;
        this.filter = filter;
    }

    @Override
    public void send(int to, byte[] payload) {
        if (filter.leaves(to, payload)) {
            effects.send(to, payload);
        }
    }

    @Override
    public void startTimer(long timer, long delayNanos) {
        effects.startTimer(timer, delayNanos);
    }

    @Override
    public void cancelTimer(long timer) {
        effects.cancelTimer(timer);
    }

    @Override
    public void append(byte[] entry) {
        effects.append(entry);
    }

    @Override
    public boolean keepsEntries() {
        return effects.keepsEntries();
    }

    @Override
    public void emit(String event, byte[] detail) {
        effects.emit(event, detail);
    }
}
