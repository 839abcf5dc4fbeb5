package io.omerta.sim.network.session.check;

import java.util.Locale;
import java.util.function.Supplier;

/** What a check has found so far. */
public final class Findings {
    private long checked;
    private long violations;
    private String first = "";

    /**
     * Looks at one case.
     *
     * @param what says what was seen, asked for only in a violation
     */
    void expect(boolean holds, long timeNanos, Supplier<String> what) {
        checked++;
        if (!holds) {
            if (violations == 0) {
                first = String.format(Locale.ROOT, "at %.3f s: %s", timeNanos / 1e9, what.get());
            }
            violations++;
        }
    }

    /** Cases that were looked at. */
    public long checked() {
        return checked;
    }

    public long violations() {
        return violations;
    }

    /** The first violation in words, empty if there was none. */
    public String first() {
        return first;
    }

    @Override
    public String toString() {
        return violations + " violations in " + checked + " checks" + (first.isEmpty() ? "" : "; first " + first);
    }
}
