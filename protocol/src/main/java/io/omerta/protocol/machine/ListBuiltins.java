package io.omerta.protocol.machine;

import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Built-in functions of lists and maps. */
final class ListBuiltins {
    private ListBuiltins() {}

    static Value map(BuiltinNode call, Frame frame) {
        ValueList list = call.list(frame, 0);
        LambdaNode lambda = call.lambda(1);
        Value[] results = new Value[list.size()];
        for (int i = 0; i < results.length; i++) {
            results[i] = lambda.bind(frame, list.get(i)).present(frame);
        }
        return CompositeNode.list(call, results);
    }

    static Value filter(BuiltinNode call, Frame frame) {
        ValueList list = call.list(frame, 0);
        LambdaNode lambda = call.lambda(1);
        List<Value> kept = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            if (lambda.bind(frame, list.get(i)).truth(frame)) {
                kept.add(list.get(i));
            }
        }
        return kept.size() == list.size() ? list : ValueList.of(kept);
    }

    static Value find(BuiltinNode call, Frame frame) {
        ValueList list = call.list(frame, 0);
        int place = firstPlace(call, frame, list, true);
        return place < 0 ? Value.Absent.INSTANCE : list.get(place);
    }

    static Value any(BuiltinNode call, Frame frame) {
        return TruthNode.boxed(firstPlace(call, frame, call.list(frame, 0), true) >= 0);
    }

    static Value all(BuiltinNode call, Frame frame) {
        return TruthNode.boxed(firstPlace(call, frame, call.list(frame, 0), false) < 0);
    }

    /** Place of the first element for which the lambda, argument 1, has the given truth, or -1. */
    private static int firstPlace(BuiltinNode call, Frame frame, ValueList list, boolean truth) {
        LambdaNode lambda = call.lambda(1);
        for (int i = 0; i < list.size(); i++) {
            if (lambda.bind(frame, list.get(i)).truth(frame) == truth) {
                return i;
            }
        }
        return -1;
    }

    static Value count(BuiltinNode call, Frame frame) {
        ValueList list = call.list(frame, 0);
        LambdaNode lambda = call.lambda(1);
        long count = 0;
        for (int i = 0; i < list.size(); i++) {
            if (lambda.bind(frame, list.get(i)).truth(frame)) {
                count++;
            }
        }
        return call.result(count);
    }

    static Value reduce(BuiltinNode call, Frame frame) {
        ValueList list = call.list(frame, 0);
        Value folded = call.present(frame, 1);
        LambdaNode lambda = call.lambda(2);
        for (int i = 0; i < list.size(); i++) {
            LambdaNode inner = (LambdaNode) lambda.bind(frame, folded);
            folded = inner.bindInner(frame, list.get(i)).present(frame);
        }
        return folded;
    }

    static Value contains(BuiltinNode call, Frame frame) {
        ValueList list = call.list(frame, 0);
        Value sought = call.present(frame, 1);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).equals(sought)) {
                return Value.Bool.TRUE;
            }
        }
        return Value.Bool.FALSE;
    }

    static Value append(BuiltinNode call, Frame frame) {
        ValueList list = call.list(frame, 0);
        return append(call, list, call.present(frame, 1));
    }

    /** A list with an element more, if the limits of values allow it. */
    static ValueList append(Node at, ValueList list, Value element) {
        Value[] elements = new Value[list.size() + 1];
        for (int i = 0; i < list.size(); i++) {
            elements[i] = list.get(i);
        }
        elements[list.size()] = element;
        return CompositeNode.list(at, elements);
    }

    static ValueList concat(Node at, ValueList first, ValueList second) {
        List<Value> elements = new ArrayList<>(first.size() + second.size());
        elements.addAll(first.elements());
        elements.addAll(second.elements());
        return CompositeNode.list(at, elements.toArray(Value[]::new));
    }

    static Value remove(BuiltinNode call, Frame frame) {
        ValueList list = call.list(frame, 0);
        Value unwanted = call.present(frame, 1);
        List<Value> kept = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).equals(unwanted)) {
                kept.add(list.get(i));
            }
        }
        return ValueList.of(kept);
    }

    static Value distinct(BuiltinNode call, Frame frame) {
        return ValueList.of(distinct(call.list(frame, 0)));
    }

    /** First occurrences, in order. Equality is found by order, because peers could choose hash codes that collide. */
    static List<Value> distinct(ValueList list) {
        Set<Value> seen = new TreeSet<>();
        List<Value> first = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            if (seen.add(list.get(i))) {
                first.add(list.get(i));
            }
        }
        return first;
    }

    static Value take(BuiltinNode call, Frame frame) {
        ValueList list = call.list(frame, 0);
        long count = call.number(frame, 1);
        if (count < 0) {
            throw call.fault(Fault.Kind.NEGATIVE, "TAKE of " + count + " elements");
        }
        return count >= list.size() ? list : ValueList.of(list.elements().subList(0, (int) count));
    }

    static Value sort(BuiltinNode call, Frame frame) {
        ValueList list = call.list(frame, 0);
        if (call.count() == 1) {
            Value[] sorted = list.elements().toArray(Value[]::new);
            Arrays.sort(sorted);
            return ValueList.of(sorted);
        }
        LambdaNode lambda = call.lambda(1);
        List<Keyed> keyed = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            keyed.add(new Keyed(lambda.bind(frame, list.get(i)).present(frame), list.get(i)));
        }
        keyed.sort(Comparator.comparing(Keyed::key));
        return ValueList.of(keyed.stream().map(Keyed::element).toList());
    }

    private record Keyed(Value key, Value element) {}

    static Value setEquals(BuiltinNode call, Frame frame) {
        ValueList first = call.list(frame, 0);
        ValueList second = call.list(frame, 1);
        return TruthNode.boxed(new TreeSet<>(first.elements()).equals(new TreeSet<>(second.elements())));
    }

    static Value keys(BuiltinNode call, Frame frame) {
        return listOf(call, call.map(frame, 0).keys());
    }

    static Value values(BuiltinNode call, Frame frame) {
        return listOf(call, call.map(frame, 0).values());
    }

    private static Value listOf(BuiltinNode call, List<Value> elements) {
        return CompositeNode.list(call, elements.toArray(Value[]::new));
    }

    static Value hasKey(BuiltinNode call, Frame frame) {
        ValueMap map = call.map(frame, 0);
        return TruthNode.boxed(map.get(call.present(frame, 1)) != null);
    }

    static Value get(BuiltinNode call, Frame frame) {
        ValueMap map = call.map(frame, 0);
        Value value = map.get(call.present(frame, 1));
        Value otherwise = call.present(frame, 2);
        return value == null ? otherwise : value;
    }

    static Value put(BuiltinNode call, Frame frame) {
        ValueMap map = call.map(frame, 0);
        Value key = call.present(frame, 1);
        return Instruction.put(call, map, key, call.present(frame, 2));
    }
}
