package io.omerta.protocol.machine;

import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A compiled statement of a function. */
abstract class Instruction {
    /** The function's result, or null if the function goes on. */
    abstract @Nullable Value run(Frame frame);

    static @Nullable Value runAll(Instruction[] instructions, Frame frame) {
        for (Instruction instruction : instructions) {
            Value result = instruction.run(frame);
            if (result != null) {
                return result;
            }
        }
        return null;
    }

    static final class Return extends Instruction {
        private final Node value;

        Return(Node value) {
            this.value = value;
        }

        @Override
        Value run(Frame frame) {
            return value.value(frame);
        }
    }

    static final class SetLocal extends Instruction {
        private final int local;
        private final Node value;

        SetLocal(int local, Node value) {
            this.local = local;
            this.value = value;
        }

        @Override
        @Nullable
        Value run(Frame frame) {
            frame.locals[local] = value.value(frame);
            return null;
        }
    }

    /** Replaces an element of a list, or sets a key of a map. */
    static final class SetElement extends Instruction {
        private final int local;
        private final Node index;
        private final Node value;

        SetElement(int local, Node index, Node value) {
            this.local = local;
            this.index = index;
            this.value = value;
        }

        @Override
        @Nullable
        Value run(Frame frame) {
            Value target = frame.locals[local];
            if (target instanceof ValueList list) {
                int place = PartNode.requireIndex(index, index.number(frame), list.size());
                Value[] elements = list.elements().toArray(Value[]::new);
                elements[place] = value.present(frame);
                frame.locals[local] = CompositeNode.list(value, elements);
            } else if (target instanceof ValueMap map) {
                Value key = index.present(frame);
                frame.locals[local] = put(value, map, key, value.present(frame));
            } else {
                throw index.isNull();
            }
            return null;
        }
    }

    /** A map with a key set, if the limits of values allow it. */
    static ValueMap put(Node at, ValueMap map, Value key, Value value) {
        Map<Value, Value> entries = new TreeMap<>();
        List<Value> keys = map.keys();
        List<Value> values = map.values();
        for (int i = 0; i < keys.size(); i++) {
            entries.put(keys.get(i), values.get(i));
        }
        entries.put(key, value);
        try {
            return ValueMap.of(entries);
        } catch (IllegalArgumentException refusal) {
            throw at.tooLarge(refusal);
        }
    }

    /** Runs once for each element of a list or key of a map. */
    static final class ForEach extends Instruction {
        private final int local;
        private final Node iterable;
        private final Instruction[] body;

        ForEach(int local, Node iterable, Instruction[] body) {
            this.local = local;
            this.iterable = iterable;
            this.body = body;
        }

        @Override
        @Nullable
        Value run(Frame frame) {
            Value over = iterable.present(frame);
            List<Value> elements = over instanceof ValueMap map ? map.keys() : ((ValueList) over).elements();
            for (Value element : elements) {
                frame.work(iterable.span);
                frame.locals[local] = element;
                Value result = runAll(body, frame);
                if (result != null) {
                    return result;
                }
            }
            return null;
        }
    }
}
