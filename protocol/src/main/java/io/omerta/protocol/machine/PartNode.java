package io.omerta.protocol.machine;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;

/** An expression that takes a part of a value. */
abstract class PartNode extends Node {
    final Node target;

    PartNode(Node target, Span span) {
        super(span);
        this.target = target;
    }

    static final class Field extends PartNode {
        private final int place;

        Field(Node target, int place, Span span) {
            super(target, span);
            this.place = place;
        }

        @Override
        Value value(Frame frame) {
            return ((Struct) target.present(frame)).get(place);
        }
    }

    static final class ListElement extends PartNode {
        private final Node index;

        ListElement(Node target, Node index, Span span) {
            super(target, span);
            this.index = index;
        }

        @Override
        Value value(Frame frame) {
            ValueList list = (ValueList) target.present(frame);
            return list.get(requireIndex(this, index.number(frame), list.size()));
        }
    }

    /** {@code null} if the map lacks the key. */
    static final class MapElement extends PartNode {
        private final Node key;

        MapElement(Node target, Node key, Span span) {
            super(target, span);
            this.key = key;
        }

        @Override
        Value value(Frame frame) {
            ValueMap map = (ValueMap) target.present(frame);
            Value value = map.get(key.present(frame));
            return value == null ? Value.Absent.INSTANCE : value;
        }
    }

    static int requireIndex(Node at, long index, int size) {
        if (index < 0 || index >= size) {
            throw at.fault(
                    Fault.Kind.OUT_OF_RANGE, "there is no element " + index + " in a list of " + size + " elements");
        }
        return (int) index;
    }
}
