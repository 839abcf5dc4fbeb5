package io.omerta.sim.economics.policy;

import java.util.ArrayDeque;

/** What the last days were like. */
final class IndicatorHistory {
    private final int most;
    private final ArrayDeque<Indicators> days = new ArrayDeque<>();

    /** What is read of a day. */
    interface Reading {
        double of(Indicators day);
    }

    IndicatorHistory(int most) {
        this.most = most;
    }

    void add(Indicators day) {
        days.addLast(day);
        if (days.size() > most) {
            days.removeFirst();
        }
    }

    int size() {
        return days.size();
    }

    /**
     * Mean over some days.
     *
     * @param skip the last days, which do not count
     * @param count how many before them do
     * @param onlyNonZero whether days without a value are left out
     * @return NaN if none counts
     */
    double mean(Reading reading, int skip, int count, boolean onlyNonZero) {
        double sum = 0;
        int counted = 0;
        int age = 0;
        for (var each = days.descendingIterator(); each.hasNext() && age < skip + count; age++) {
            double value = reading.of(each.next());
            if (age >= skip && !(onlyNonZero && value == 0)) {
                sum += value;
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }
}
