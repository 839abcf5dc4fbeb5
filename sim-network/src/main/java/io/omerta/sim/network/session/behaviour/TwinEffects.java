package io.omerta.sim.network.session.behaviour;

import io.omerta.protocol.host.Effects;

/**
 * The effects of one of two machines that share a node: its timers are told from those of the other by their last bit, and
 * nothing is journalled. A faulty node that crashes begins anew.
 */
final class TwinEffects implements Effects {
    private final Effects effects;
    private final int twin;
    private final FilteredEffects.Filter filter;

    /** @param twin 0 or 1 */
    TwinEffects(Effects effects, int twin, FilteredEffects.Filter filter) {
        this.effects = effects;
        this.twin = twin;
        this.filter = filter;
    }

    /** Whose timer it is: 0 or 1. */
    static int twinOf(long timer) {
        return (int) (timer & 1);
    }

    /** The name that the twin gave it. */
    static long nameOf(long timer) {
        return timer >> 1;
    }

    @Override
    public void send(int to, byte[] payload) {
        if (filter.leaves(to, payload)) {
            effects.send(to, payload);
        }
    }

    @Override
    public void startTimer(long timer, long delayNanos) {
        effects.startTimer(timer << 1 | twin, delayNanos);
    }

    @Override
    public void cancelTimer(long timer) {
        effects.cancelTimer(timer << 1 | twin);
    }

    @Override
    public void append(byte[] entry) {}

    @Override
    public boolean keepsEntries() {
        return false;
    }

    @Override
    public void emit(String event, byte[] detail) {
        effects.emit(event, detail);
    }
}
