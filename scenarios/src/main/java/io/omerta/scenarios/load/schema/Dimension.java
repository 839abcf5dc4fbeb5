package io.omerta.scenarios.load.schema;

import java.util.List;
import java.util.stream.Collectors;

/** What a quantity measures; each is a whole number of its base unit. */
public enum Dimension {
    /** Nanoseconds. */
    DURATION(
            "a duration",
            "250 ms",
            new Unit("ns", 1),
            new Unit("us", 1_000),
            new Unit("ms", 1_000_000),
            new Unit("s", 1_000_000_000),
            new Unit("min", 60_000_000_000L),
            new Unit("h", 3_600_000_000_000L),
            new Unit("d", 86_400_000_000_000L)),
    /** Bits per second; prefixes are powers of 1000. */
    RATE(
            "a rate",
            "20 Mbit/s",
            new Unit("bit/s", 1),
            new Unit("kbit/s", 1_000),
            new Unit("Mbit/s", 1_000_000),
            new Unit("Gbit/s", 1_000_000_000)),
    /** Bytes; kB, MB and GB are powers of 1000, KiB and MiB of 1024. */
    SIZE(
            "a size",
            "535 kB",
            new Unit("B", 1),
            new Unit("KiB", 1 << 10),
            new Unit("kB", 1_000),
            new Unit("MiB", 1 << 20),
            new Unit("MB", 1_000_000),
            new Unit("GB", 1_000_000_000)),
    /** Micro-credits. */
    MONEY("an amount", "10 cr", new Unit("ucr", 1), new Unit("mcr", 1_000), new Unit("cr", 1_000_000));

    /**
     * @param symbol as written after the number
     * @param size in base units
     */
    record Unit(String symbol, long size) {}

    final String title;
    final String example;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    final List<Unit> units;

    Dimension(String title, String example, Unit... units) {
        this.title = title;
        this.example = example;
        this.units = List.of(units);
    }

    /** The value in the largest decimal unit that divides it. */
    String format(long value) {
        if (value == 0) {
            return this == DURATION ? "0 s" : "0 " + units.get(0).symbol();
        }
        Unit best = units.get(0);
        for (Unit unit : units) {
            if (!unit.symbol().endsWith("iB") && value % unit.size() == 0) {
                best = unit;
            }
        }
        return value / best.size() + " " + best.symbol();
    }

    String symbols() {
        return units.stream().map(Unit::symbol).collect(Collectors.joining(", "));
    }
}
