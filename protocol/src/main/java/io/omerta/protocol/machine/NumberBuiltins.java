package io.omerta.protocol.machine;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;

/** Built-in functions of numbers, and those of sequences of any kind. */
final class NumberBuiltins {
    private static final long MILLIS_PER_SECOND = 1000;

    private NumberBuiltins() {}

    static Value length(BuiltinNode call, Frame frame) {
        Value of = call.present(frame, 0);
        if (of instanceof ValueList list) {
            return new Value.Int(list.size());
        }
        if (of instanceof ValueMap map) {
            return new Value.Int(map.size());
        }
        if (of instanceof Text text) {
            return new Value.Int(text.text().codePointCount(0, text.text().length()));
        }
        return new Value.Int(((ByteString) of).length());
    }

    static Value concat(BuiltinNode call, Frame frame) {
        Value first = call.present(frame, 0);
        return join(call, first, call.present(frame, 1));
    }

    /** Two lists, strings or byte strings in one, if the limits of values allow it. */
    static Value join(Node at, Value first, Value second) {
        if (first instanceof ValueList list) {
            return ListBuiltins.concat(at, list, (ValueList) second);
        }
        try {
            if (first instanceof Text text) {
                return new Text(text.text() + ((Text) second).text());
            }
            ByteString begin = (ByteString) first;
            ByteString end = (ByteString) second;
            byte[] joined = new byte[begin.length() + end.length()];
            begin.copyTo(joined, 0);
            end.copyTo(joined, begin.length());
            return ByteString.of(joined);
        } catch (IllegalArgumentException refusal) {
            throw at.tooLarge(refusal);
        }
    }

    static Value sum(BuiltinNode call, Frame frame) {
        ValueList list = call.list(frame, 0);
        long sum = 0;
        for (int i = 0; i < list.size(); i++) {
            long term = call.count() == 1
                    ? numberOf(list.get(i))
                    : call.lambda(1).bind(frame, list.get(i)).number(frame);
            sum = Arithmetic.sum(call, sum, term);
        }
        return call.result(sum);
    }

    static Value min(BuiltinNode call, Frame frame) {
        return extreme(call, frame, -1);
    }

    static Value max(BuiltinNode call, Frame frame) {
        return extreme(call, frame, 1);
    }

    /** @param sign of the comparison of the result with every other candidate */
    private static Value extreme(BuiltinNode call, Frame frame, int sign) {
        if (call.count() == 2) {
            long first = call.number(frame, 0);
            long second = call.number(frame, 1);
            return call.result(Long.compare(first, second) == -sign ? second : first);
        }
        ValueList list = call.list(frame, 0);
        if (list.size() == 0) {
            throw call.fault(Fault.Kind.OUT_OF_RANGE, "an empty list has no least and no greatest element");
        }
        Value extreme = list.get(0);
        for (int i = 1; i < list.size(); i++) {
            if (Long.compare(numberOf(extreme), numberOf(list.get(i))) == -sign) {
                extreme = list.get(i);
            }
        }
        return extreme;
    }

    static Value abs(BuiltinNode call, Frame frame) {
        long number = call.number(frame, 0);
        return call.result(number < 0 ? Arithmetic.negation(call, number) : number);
    }

    static Value div(BuiltinNode call, Frame frame) {
        long dividend = call.number(frame, 0);
        return call.result(Arithmetic.quotient(call, dividend, call.number(frame, 1)));
    }

    static Value mod(BuiltinNode call, Frame frame) {
        long dividend = call.number(frame, 0);
        long divisor = call.number(frame, 1);
        if (divisor == 0) {
            throw call.fault(Fault.Kind.DIVISION_BY_ZERO, "division by zero");
        }
        return call.result(Math.floorMod(dividend, divisor));
    }

    static Value mulDiv(BuiltinNode call, Frame frame) {
        long first = call.number(frame, 0);
        long second = call.number(frame, 1);
        return call.result(Arithmetic.productQuotient(call, first, second, call.number(frame, 2)));
    }

    static Value floor(BuiltinNode call, Frame frame) {
        return call.result(Math.floorDiv(call.number(frame, 0), Arithmetic.ONE));
    }

    static Value milliseconds(BuiltinNode call, Frame frame) {
        return call.result(call.number(frame, 0));
    }

    static Value seconds(BuiltinNode call, Frame frame) {
        return call.result(Math.floorDiv(call.number(frame, 0), MILLIS_PER_SECOND));
    }

    static Value duration(BuiltinNode call, Frame frame) {
        return call.result(Arithmetic.product(call, call.number(frame, 0), MILLIS_PER_SECOND));
    }

    /** The number that a numeric element of a list is. */
    private static long numberOf(Value value) {
        if (value instanceof Value.Int integer) {
            return integer.value();
        }
        return value instanceof Value.Fixed fraction ? fraction.micros() : ((Value.Timestamp) value).millis();
    }
}
