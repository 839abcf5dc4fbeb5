package io.omerta.protocol.language.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that an expression may be.
 *
 * @param least lower bound; null if there is none
 * @param leastIncluded whether it may be the lower bound itself
 * @param most upper bound; null if there is none
 * @param mostIncluded whether it may be the upper bound itself
 * @param excluded numbers between the bounds that it is not
 */
record Range(
        @Nullable BigDecimal least,
        boolean leastIncluded,
        @Nullable BigDecimal most,
        boolean mostIncluded,
        List<BigDecimal> excluded) {
    /** All numbers. */
    static final Range ALL = new Range(null, false, null, false, List.of());

    /** All numbers from zero. */
    static final Range NEVER_NEGATIVE = ALL.above(BigDecimal.ZERO, true);

    /** Those of them that are greater than a bound, or equal to it if it is included. */
    Range above(BigDecimal bound, boolean included) {
        int order = least == null ? -1 : least.compareTo(bound);
        return order > 0 || (order == 0 && !leastIncluded)
                ? this
                : new Range(bound, included, most, mostIncluded, excluded);
    }

    /** Those of them that are less than a bound, or equal to it if it is included. */
    Range below(BigDecimal bound, boolean included) {
        int order = most == null ? 1 : most.compareTo(bound);
        return order < 0 || (order == 0 && !mostIncluded)
                ? this
                : new Range(least, leastIncluded, bound, included, excluded);
    }

    /** All but one. */
    Range without(BigDecimal number) {
        List<BigDecimal> more = new ArrayList<>(excluded);
        more.add(number);
        return new Range(least, leastIncluded, most, mostIncluded, more);
    }

    /** Whether there is no such number. */
    boolean isEmpty() {
        if (least == null || most == null) {
            return false;
        }
        int order = least.compareTo(most);
        BigDecimal only = least;
        return order > 0
                || (order == 0
                        && (!leastIncluded
                                || !mostIncluded
                                || excluded.stream().anyMatch(number -> number.compareTo(only) == 0)));
    }
}
