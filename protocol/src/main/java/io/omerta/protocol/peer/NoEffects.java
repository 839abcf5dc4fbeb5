package io.omerta.protocol.peer;

import io.omerta.protocol.host.Effects;

/** Does nothing of what is asked for. */
record NoEffects() implements Effects {
    @Override
    public void send(int to, byte[] payload) {}

    @Override
    public void startTimer(long timer, long delayNanos) {}

    @Override
    public void cancelTimer(long timer) {}

    @Override
    public void append(byte[] entry) {}

    @Override
    public void emit(String event, byte[] detail) {}
}
