package io.omerta.sim.economics.market.book;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;

/**
 * Consumers and their jobs, one at a time each. Every second consumer is a person, who has work of high value by day; the
 * others are machines, which have work of low value at any time. Sizes of jobs have a Pareto tail. Hours of work count when a
 * checkpoint follows them or the job is done; what is lost before is done again.
 */
final class Demand {
    private static final long[] HUMAN_VALUES_MICROS = {10_000_000, 5_000_000, 2_000_000, 1_000_000};
    private static final long[] MACHINE_VALUES_MICROS = {1_000_000, 500_000, 200_000, 100_000};
    private static final double JOBS_PER_IDLE_HOUR = 0.1;
    private static final double AT_NIGHT = 0.1;
    private static final double PARETO_SHAPE = 1.5;
    private static final int LONGEST_JOB_HOURS = 200;
    private static final int PATIENCE_HOURS = 48;

    private final RandomStream[] chances;
    private final int checkpointHours;
    private final long[] valueMicros;
    private final int[] left;
    private final int[] unsaved;
    private final int[] waited;
    private long savedHours;
    private long savedMicros;

    Demand(int consumers, int checkpointHours, RandomStreams streams) {
        this.chances = streams.streams("market.consumer", consumers);
        this.checkpointHours = checkpointHours;
        this.valueMicros = new long[consumers];
        this.left = new int[consumers];
        this.unsaved = new int[consumers];
        this.waited = new int[consumers];
    }

    /** New jobs come; those that waited too long are given up, with what they have not saved. */
    void beginHour(int hourOfDay) {
        for (int c = 0; c < left.length; c++) {
            if (waited[c] > PATIENCE_HOURS) {
                left[c] = 0;
                unsaved[c] = 0;
                waited[c] = 0;
            }
            if (left[c] == 0) {
                boolean human = c % 2 == 0;
                boolean night = hourOfDay < 8 || hourOfDay >= 20;
                if (chances[c].nextBernoulli(JOBS_PER_IDLE_HOUR * (human && night ? AT_NIGHT : 1))) {
                    long[] ladder = human ? HUMAN_VALUES_MICROS : MACHINE_VALUES_MICROS;
                    valueMicros[c] = ladder[chances[c].nextInt(ladder.length)];
                    double size = StrictMath.pow(chances[c].nextOpenDouble(), -1 / PARETO_SHAPE);
                    left[c] = (int) Math.min(LONGEST_JOB_HOURS, Math.ceil(size));
                }
            }
        }
    }

    int consumers() {
        return left.length;
    }

    boolean wantsHour(int consumer) {
        return left[consumer] > 0;
    }

    /** What an hour is worth to a consumer that wants one. */
    long valueMicros(int consumer) {
        return valueMicros[consumer];
    }

    void waits(int consumer) {
        waited[consumer]++;
    }

    /** An hour went well. */
    void worked(int consumer) {
        waited[consumer] = 0;
        left[consumer]--;
        unsaved[consumer]++;
        if (left[consumer] == 0 || unsaved[consumer] == checkpointHours) {
            savedHours += unsaved[consumer];
            savedMicros = Math.addExact(savedMicros, unsaved[consumer] * valueMicros[consumer]);
            unsaved[consumer] = 0;
        }
    }

    /**
     * The machine went away: the hour and what was not saved must be done again.
     *
     * @return hours of earlier work that are lost
     */
    int lost(int consumer) {
        int lost = unsaved[consumer];
        waited[consumer] = 0;
        left[consumer] += lost;
        unsaved[consumer] = 0;
        return lost;
    }

    long savedHours() {
        return savedHours;
    }

    long savedMicros() {
        return savedMicros;
    }

    /** Consumers in a random order, which decides who comes first at the book. */
    int[] shuffled(RandomStream chance) {
        int[] order = new int[left.length];
        Arrays.setAll(order, c -> c);
        chance.shuffle(order);
        return order;
    }
}
