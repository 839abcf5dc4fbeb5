package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.StateModel;
import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructuralHash;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine is at rest: an immutable value. Made by {@link MachineSpec#initial}, {@link MachineSpec#step} and {@link
 * ConfigurationCodec#decode}.
 *
 * <p>Equal configurations have equal fingerprints, however they came about. A fingerprint is computed when it is first
 * asked for, from that of an earlier configuration and the variables that differ. Not for use by several threads at once.
 */
public final class Configuration {
    /**
     * A message that waits for a later state.
     *
     * @param body of the message's type
     * @param sinceMillis when it arrived
     */
    public record Waiting(PeerId sender, MessageModel message, Struct body, long sinceMillis) {}

    private final ActorModel actor;
    final int state;

    /** The variables, {@link Value.Absent} for {@code null}. Never written to. */
    final Value[] store;

    /** A bit for each timer. */
    final long armed;

    final long expired;

    /** A bit for each composition of the actor that has been called. */
    final long composed;

    /** Oldest first. Never written to. */
    final Waiting[] waiting;

    /** A store whose hashes are known, or null: that of this configuration or of an earlier one. */
    private Value @Nullable [] hashedStore;

    /** For each variable of {@link #hashedStore} two halves, then the sums of the first and second halves. */
    private long @Nullable [] hashes;

    private @Nullable Fingerprint fingerprint;

    Configuration(
            ActorModel actor,
            int state,
            Value[] store,
            long armed,
            long expired,
            long composed,
            Waiting[] waiting,
            @Nullable Configuration earlier) {
        this.actor = actor;
        this.state = state;
        this.store = store;
        this.armed = armed;
        this.expired = expired;
        this.composed = composed;
        this.waiting = waiting;
        if (earlier != null) {
            this.hashedStore = earlier.hashedStore;
            this.hashes = earlier.hashes;
        }
    }

    public ActorModel actor() {
        return actor;
    }

    public StateModel state() {
        return actor.states().get(state);
    }

    /** The value of a variable, {@link Value.Absent} for {@code null}. */
    public Value variable(int slot) {
        return store[slot];
    }

    /** The variables in order of slots, unmodifiable; {@link Value.Absent} for {@code null}. */
    public List<Value> variables() {
        return Collections.unmodifiableList(Arrays.asList(store));
    }

    /** Whether a timer runs. */
    public boolean isArmed(int timer) {
        return (armed >>> timer & 1) != 0;
    }

    /** The timers that run, a bit for each. */
    public long armedTimers() {
        return armed;
    }

    /** Whether a timer ran out and could not fire yet. */
    public boolean isExpired(int timer) {
        return (expired >>> timer & 1) != 0;
    }

    /** The messages that wait for a later state, oldest first, unmodifiable. */
    public List<Waiting> waiting() {
        return Collections.unmodifiableList(Arrays.asList(waiting));
    }

    /** Recognises equal configurations of one actor. When a waiting message arrived is no part of it. */
    public Fingerprint fingerprint() {
        if (fingerprint == null) {
            fingerprint = computeFingerprint();
        }
        return fingerprint;
    }

    private Fingerprint computeFingerprint() {
        StructuralHash hash = new StructuralHash();
        long[] known = storeHashes(hash);
        hash.clear()
                .add(state)
                .add(armed)
                .add(expired)
                .add(composed)
                .add(known[known.length - 2])
                .add(known[known.length - 1]);
        for (Waiting message : waiting) {
            hash.add(message.sender()).add(message.body());
        }
        return new Fingerprint(hash.high(), hash.low());
    }

    /** The hashes of this store: those of the earlier one but for the variables that are no longer the same object. */
    private long[] storeHashes(StructuralHash hash) {
        Value[] before = hashedStore;
        long[] old = hashes;
        if (before == store && old != null) {
            return old;
        }
        long[] now = old == null ? new long[2 * store.length + 2] : old.clone();
        long highs = now[2 * store.length];
        long lows = now[2 * store.length + 1];
        for (int slot = 0; slot < store.length; slot++) {
            if (before == null || before[slot] != store[slot]) {
                hash.clear().add(slot).add(store[slot]);
                long high = hash.high();
                long low = hash.low();
                highs += high - now[2 * slot];
                lows += low - now[2 * slot + 1];
                now[2 * slot] = high;
                now[2 * slot + 1] = low;
            }
        }
        now[2 * store.length] = highs;
        now[2 * store.length + 1] = lows;
        hashedStore = store;
        hashes = now;
        return now;
    }

    /** Equal content; unlike in fingerprints, the times at which waiting messages arrived count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Configuration that
                        && actor.name().equals(that.actor.name())
                        && state == that.state
                        && armed == that.armed
                        && expired == that.expired
                        && composed == that.composed
                        && Arrays.equals(store, that.store)
                        && sameWaiting(that));
    }

    private boolean sameWaiting(Configuration that) {
        boolean same = waiting.length == that.waiting.length;
        for (int i = 0; same && i < waiting.length; i++) {
            Waiting ours = waiting[i];
            Waiting theirs = that.waiting[i];
            same = ours.sinceMillis == theirs.sinceMillis
                    && ours.sender.equals(theirs.sender)
                    && ours.body.equals(theirs.body);
        }
        return same;
    }

    @Override
    public int hashCode() {
        return fingerprint().hashCode();
    }

    /** Actor, state and variables that are not {@code null}, for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(actor.name()).append('.').append(state().name());
        for (int slot = 0; slot < store.length; slot++) {
            if (!(store[slot] instanceof Value.Absent)) {
                text.append(' ')
                        .append(actor.variables().get(slot).name())
                        .append('=')
                        .append(store[slot]);
            }
        }
        return text.toString();
    }
}
