package io.omerta.architecture.violations.permitted;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Looks like what is banned, and is not: no rule may flag it. */
public final class Permitted {
    static final String NAME = "constant";
    private static final int[] TABLE = {1, 2, 3};
    static final List<String> NAMES = List.of("a", "b");

    private enum Kind {
        FIRST,
        SECOND
    }

    record Pair(int a, int b) {}

    double strict(double x) {
        return StrictMath.exp(x) + Math.sqrt(x) + Math.max(x, 1) + Math.floorMod(7, 3);
    }

    int lookup(Kind kind) {
        return switch (kind) {
            case FIRST -> TABLE[0];
            case SECOND -> TABLE[1];
        };
    }

    Map<String, Long> ordered(List<String> list) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        list.forEach(s -> counts.merge(s, 1, Integer::sum));
        return list.stream().collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()));
    }

    byte[] text(int value) {
        return String.format(Locale.ROOT, "%d", value).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    int hash(String name) {
        return name.hashCode() + new Pair(1, 2).hashCode();
    }

    long nanos(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
