package io.omerta.protocol.language.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Feeds inputs to targets, one after the other, and notes what fails and what does not end. */
final class Fuzzer {
    /** After so many failures the rest would tell nothing new. */
    private static final int MAX_FAILURES = 10;

    private static final int POLL_MILLIS = 100;

    private final List<FuzzTarget> targets;
    private final LongFunction<FuzzInput> inputs;
    private final Duration hangLimit;
    private final List<FuzzFailure> failures = new ArrayList<>();
    private volatile long fed;
    private volatile @Nullable Feeding feeding;

    /**
     * @param inputs gives an input by its number
     * @param hangLimit how long a target may take over one input
     */
    Fuzzer(List<FuzzTarget> targets, LongFunction<FuzzInput> inputs, Duration hangLimit) {
        this.targets = targets;
        this.inputs = inputs;
        this.hangLimit = hangLimit;
    }

    private record Feeding(FuzzInput input, String target, long sinceNanos) {}

    /**
     * What came of a run.
     *
     * @param inputs how many were fed
     * @param failures at most ten
     */
    record Report(long inputs, List<FuzzFailure> failures) {}

    /**
     * Feeds inputs from a number on.
     *
     * @param goesOn whether the input of a number is still to be fed
     */
    Report run(long first, LongPredicate goesOn) throws InterruptedException {
        Thread worker = new Thread(() -> feed(first, goesOn), "fuzz");
        worker.setDaemon(true);
        worker.start();
        while (worker.isAlive()) {
            worker.join(POLL_MILLIS);
            Feeding current = feeding;
            if (current != null && System.nanoTime() - current.sinceNanos() > hangLimit.toNanos()) {
                return new Report(fed, List.of(hang(current, worker)));
            }
        }
        return new Report(fed, failures);
    }

    private FuzzFailure hang(Feeding current, Thread worker) {
        AssertionError hang = new AssertionError("not done after " + hangLimit.toMillis() + " ms");
        hang.setStackTrace(worker.getStackTrace());
        return new FuzzFailure(current.input(), current.target(), hang);
    }

    private void feed(long first, LongPredicate goesOn) {
        for (long number = first; goesOn.test(number) && failures.size() < MAX_FAILURES; number++) {
            FuzzInput input = inputs.apply(number);
            for (FuzzTarget target : targets) {
                feed(input, target);
            }
            fed = number - first + 1;
        }
        feeding = null;
    }

    private void feed(FuzzInput input, FuzzTarget target) {
        feeding = new Feeding(input, target.name(), System.nanoTime());
        try {
            target.check().accept(input.bytes().clone());
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError thrown) {
            failures.add(new FuzzFailure(input, target.name(), thrown));
        }
    }
}
