package io.omerta.scenarios.load.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.yaml.NearestMatch;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit, such as "250 ms".
 *
 * @param dimension what it measures
 * @param min smallest allowed, in base units
 * @param max largest allowed, in base units
 * @param forever whether the word "forever" stands for Long.MAX_VALUE
 */
public record QuantitySchema(Dimension dimension, long min, long max, boolean forever) implements SchemaNode<Long> {
    /** A hundred years: the sum of two such durations still fits in a long. */
    private static final long LONGEST_NANOS = 36_500L * 86_400_000_000_000L;

    private static final long LARGEST = 1_000_000_000_000_000L;
    private static final String NUMBER = "[0-9]{1,18}(\\.[0-9]{1,18})?([eE][-+]?[0-9]{1,2})?";
    private static final Pattern QUANTITY = Pattern.compile("([-+]?" + NUMBER + ") ?([^0-9.\\s]\\S*)");

    /** A duration in nanoseconds, from the given one to a hundred years. */
    public static QuantitySchema durationAtLeast(long minNanos) {
        return new QuantitySchema(Dimension.DURATION, minNanos, LONGEST_NANOS, false);
    }

    /** A duration in nanoseconds that may be negative. */
    public static QuantitySchema signedDuration() {
        return new QuantitySchema(Dimension.DURATION, -LONGEST_NANOS, LONGEST_NANOS, false);
    }

    /** A duration above 0, or "forever". */
    public static QuantitySchema durationOrForever() {
        return new QuantitySchema(Dimension.DURATION, 1, LONGEST_NANOS, true);
    }

    /** A rate in bits per second, above 0. */
    public static QuantitySchema rate() {
        return new QuantitySchema(Dimension.RATE, 1, LARGEST, false);
    }

    /** A size in bytes. */
    public static QuantitySchema size() {
        return new QuantitySchema(Dimension.SIZE, 0, LARGEST, false);
    }

    /** An amount in micro-credits. */
    public static QuantitySchema moneyAtLeast(long minMicros) {
        return new QuantitySchema(Dimension.MONEY, minMicros, LARGEST, false);
    }

    @Override
    public @Nullable Bound<Long> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.isNull() || scalar.isBoolean()) {
            reading.mismatch(node, this, "");
            return null;
        }
        String text = scalar.text();
        if (forever && text.equals("forever")) {
            return new Bound<>(Long.MAX_VALUE, new Resolved.Value(text));
        }
        if (text.matches("[-+]?" + NUMBER)) {
            Dimension.Unit likely = dimension.units.get(Math.min(2, dimension.units.size() - 1));
            reading.problem(
                    node.span(),
                    reading.label() + " has no unit",
                    "write \"" + text + " " + likely.symbol() + "\", for example; units: " + dimension.symbols());
            return null;
        }
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches()) {
            reading.problem(
                    node.span(),
                    reading.label() + " must be " + summary() + "; this is \"" + NumberSchema.shortened(text) + "\"",
                    "");
            return null;
        }
        String symbol = matcher.group(4);
        if (Decimal.hasLeadingZero(matcher.group(1))) {
            reading.problem(node.span(), reading.label() + " has a leading zero", "");
            return null;
        }
        for (Dimension.Unit unit : dimension.units) {
            if (unit.symbol().equals(symbol)) {
                return inRange(
                        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit.size())), node, reading);
            }
        }
        reading.problem(
                node.span(),
                "unknown unit \"" + NumberSchema.shortened(symbol) + "\" in " + reading.label(),
                NearestMatch.hint(
                        symbol,
                        dimension.units.stream().map(Dimension.Unit::symbol).toList()));
        return null;
    }

    private @Nullable Bound<Long> inRange(BigDecimal base, YamlNode node, Reading reading) {
        String problem = "";
        if (base.compareTo(BigDecimal.valueOf(min)) < 0) {
            problem = min == 1
                    ? " must be above 0"
                    : min == 0 ? " must not be negative" : " must be at least " + dimension.format(min);
        } else if (base.compareTo(BigDecimal.valueOf(max)) > 0) {
            problem = " must be at most " + dimension.format(max);
        } else if (base.stripTrailingZeros().scale() > 0) {
            problem = " must be a whole number of " + dimension.units.get(0).symbol();
        }
        if (!problem.isEmpty()) {
            reading.problem(node.span(), reading.label() + problem, "");
            return null;
        }
        long value = base.longValueExact();
        return new Bound<>(value, new Resolved.Value(dimension.format(value)));
    }

    @Override
    public ObjectNode jsonSchema() {
        String symbols = dimension.units.stream()
                .map(unit -> Pattern.compile(unit.symbol()).pattern())
                .collect(Collectors.joining("|"));
        String sign = min < 0 ? "[-+]?" : "\\+?";
        String quantity = sign + NUMBER + " ?(" + symbols + ")";
        return JsonForm.type("string").put("pattern", "^(" + quantity + (forever ? "|forever" : "") + ")$");
    }

    @Override
    public String summary() {
        return dimension.title + " such as \"" + dimension.example + "\"" + (forever ? " or \"forever\"" : "")
                + " (units: " + dimension.symbols() + ")";
    }

    @Override
    public String example() {
        return dimension.example;
    }
}
