package io.omerta.protocol.language.export;

import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.util.stream.Collectors;

/** Constants of protocols in TLA+. */
final class TlaLiteral {
    private TlaLiteral() {}

    /**
     * A value, closed. Fractions are numbers of millionths, times of milliseconds, members of enums strings.
     *
     * @throws IllegalArgumentException for values that no source can write: hashes and the like
     */
    static String of(Value value) {
        if (value instanceof Value.Absent) {
            return TlaContext.NULL;
        }
        if (value instanceof Value.Bool bool) {
            return bool.value() ? "TRUE" : "FALSE";
        }
        if (value instanceof Value.Int number) {
            return number(number.value());
        }
        if (value instanceof Value.Fixed fraction) {
            return number(fraction.micros());
        }
        if (value instanceof Value.Timestamp time) {
            return number(time.millis());
        }
        if (value instanceof Text text) {
            return string(text.text());
        }
        if (value instanceof Value.EnumMember member) {
            return string(member.name());
        }
        if (value instanceof ValueList list) {
            return list.elements().stream().map(TlaLiteral::of).collect(Collectors.joining(", ", "<<", ">>"));
        }
        if (value instanceof ValueMap map && map.size() == 0) {
            return "<<>>";
        }
        throw new IllegalArgumentException("a constant " + value.kind().label() + " cannot be written in TLA+");
    }

    private static String number(long number) {
        return number < 0 ? "(" + number + ")" : Long.toString(number);
    }

    /** A string; what is not printable ASCII becomes its number, so that different texts remain different. */
    static String string(String text) {
        StringBuilder string = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                string.append('\\').append(c);
            } else if (c >= ' ' && c <= '~') {
                string.append(c);
            } else {
                string.append("\\\\u").append((int) c).append(';');
            }
        }
        return string.append('"').toString();
    }
}
