package io.omerta.protocol.language.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The units that make a number of a parameter a time. */
public final class TimeUnits {
    private static final Map<String, BigDecimal> MILLIS = millis();

    private TimeUnits() {}

    /** How many milliseconds each unit has, by every spelling of it. */
    public static Map<String, BigDecimal> millisByName() {
        return MILLIS;
    }

    private static Map<String, BigDecimal> millis() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        unit(units, "nanosecond", "0.000001");
        unit(units, "millisecond", "1");
        units.put("ms", BigDecimal.ONE);
        unit(units, "second", "1000");
        unit(units, "minute", "60000");
        unit(units, "hour", "3600000");
        unit(units, "day", "86400000");
        return Collections.unmodifiableMap(units);
    }

    private static void unit(Map<String, BigDecimal> units, String singular, String millis) {
        units.put(singular, new BigDecimal(millis));
        units.put(singular + "s", new BigDecimal(millis));
    }
}
