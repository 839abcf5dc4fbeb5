package io.omerta.protocol.peer;

import io.omerta.protocol.host.Effects;

/** What sessions ask for, in the frames and journal entries of a peer. */
record SessionEffects(Effects host) implements Effects {
    @Override
    public void send(int to, byte[] payload) {
        host.send(to, Frame.Kind.SESSION.frame(payload));
    }

    @Override
    public void startTimer(long timer, long delayNanos) {
        host.startTimer(timer, delayNanos);
    }

    @Override
    public void cancelTimer(long timer) {
        host.cancelTimer(timer);
    }

    @Override
    public void append(byte[] entry) {
        host.append(PeerJournal.Part.SESSIONS.entry(entry));
    }

    @Override
    public void emit(String event, byte[] detail) {
        host.emit(event, detail);
    }
}
