package io.omerta.protocol.transaction;

import io.omerta.protocol.host.Effects;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One input of a node while it is taken: what it leads to is done only when it is in the journal. */
final class Turn {
    /** A trigger that a machine calls in the same session. */
    record Call(Hash session, MachineEffect.Compose compose) {}

    private static final long NANOS_PER_MILLI = 1_000_000;

    final long nowNanos;
    final Answers answers;
    private final ArrayDeque<Call> calls = new ArrayDeque<>(1);
    private final List<Consumer<Effects>> effects = new ArrayList<>();
    private boolean changing;

    /** The machines that took the input, or what came of it. */
    final Set<SessionKey> touched = new LinkedHashSet<>();

    /** Those that thereby ended, in order. */
    final List<SessionKey> ended = new ArrayList<>();

    /** The bodies of the blocks that were appended, in order. */
    final List<Struct> appended = new ArrayList<>();

    Turn(long nowNanos, Answers answers) {
        this.nowNanos = nowNanos;
        this.answers = answers;
    }

    long nowMillis() {
        return Math.floorDiv(nowNanos, NANOS_PER_MILLI);
    }

    long afterMillis(long delayMillis) {
        return nowNanos + delayMillis * NANOS_PER_MILLI;
    }

    /** Notes that the node is no longer what it was before this input. */
    void change() {
        changing = true;
    }

    boolean isChanging() {
        return changing;
    }

    void call(Call call) {
        calls.add(call);
    }

    @Nullable
    Call nextCall() {
        return calls.poll();
    }

    void then(Consumer<Effects> effect) {
        effects.add(effect);
    }

    void carryOut(Effects host) {
        effects.forEach(effect -> effect.accept(host));
    }
}
