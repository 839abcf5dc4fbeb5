package io.omerta.protocol.machine;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the evaluation of one step reads and, in its locals and its copy of the store, writes. */
final class Frame {
    /** Units of work that one macro-step may take. */
    static final int WORK_MAX = 1_000_000;

    final Surroundings surroundings;

    /** Instances by place of the actor, in properties; else empty. */
    private final List<Value> instances;

    Value[] locals;
    private Value[] store;

    /** Whether the store is this step's own copy, and may be written to. */
    private boolean owned;

    @Nullable
    PeerId sender;

    private int work;
    private long nowMillis = -1;

    Frame(Surroundings surroundings, Value[] store, Value[] locals, List<Value> instances) {
        this.surroundings = surroundings;
        this.store = store;
        this.locals = locals;
        this.instances = instances;
    }

    Value variable(int slot) {
        return store[slot];
    }

    void assign(int slot, Value value) {
        if (!owned) {
            store = store.clone();
            owned = true;
        }
        store[slot] = value;
    }

    /** The store as it is now. It is never written to again. */
    Value[] store() {
        owned = false;
        return store;
    }

    /** Back to a store as it was before. */
    void restore(Value[] before) {
        store = before;
        owned = false;
    }

    Value instances(int actor) {
        return instances.get(actor);
    }

    long nowMillis() {
        if (nowMillis < 0) {
            nowMillis = surroundings.nowMillis();
        }
        return nowMillis;
    }

    /** A macro-step begins: its work is counted from 0. */
    void beginWork() {
        work = 0;
    }

    /** Counts one unit of work. */
    void work(Span span) {
        if (++work > WORK_MAX) {
            throw new EvaluationFault(
                    Fault.Kind.TOO_MUCH_WORK, span, "the step takes more than " + WORK_MAX + " units of work");
        }
    }
}
