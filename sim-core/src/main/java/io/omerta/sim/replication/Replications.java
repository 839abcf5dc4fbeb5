package io.omerta.sim.replication;

import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Runs the replications of an experiment on several threads, with a result that does not depend on how many.
 *
 * <p>Replications start in the order of their index, at most one a thread at a time, so that no more models than threads
 * are in memory. When one fails, those after it are cancelled and those before it are waited for: the failure reported
 * is always the one of the lowest index.
 */
public final class Replications<R> {
    private static final long REPORT_INTERVAL_MILLIS = 100;

    private sealed interface Outcome<R> {
        record Succeeded<R>(ReplicationResults.Finished<R> finished) implements Outcome<R> {}

        record Failed<R>(ReplicationFailure failure) implements Outcome<R> {}

        /** A thread has no more to do. */
        record WorkerEnded<R>() implements Outcome<R> {}
    }

    private final long experimentSeed;
    private final int first;
    private final int end;
    private final Replication<R> body;
    private final ProgressListener progress;
    private final CancellationToken cancellation;

    private final AtomicInteger nextIndex;
    /** Replications from this index on are of no interest any more. */
    private final AtomicInteger wantedBelow;

    private final BlockingQueue<Outcome<R>> outcomes = new LinkedBlockingQueue<>();
    private final LongAdder events = new LongAdder();
    private final TreeMap<Integer, ReplicationResults.Finished<R>> finished = new TreeMap<>();
    private @Nullable ReplicationFailure failure;

    private Replications(
            long experimentSeed,
            int first,
            int end,
            Replication<R> body,
            ProgressListener progress,
            CancellationToken cancellation) {
        this.experimentSeed = experimentSeed;
        this.first = first;
        this.end = end;
        this.body = body;
        this.progress = progress;
        this.cancellation = cancellation;
        this.nextIndex = new AtomicInteger(first);
        this.wantedBelow = new AtomicInteger(end);
    }

    /**
     * Runs replications 0 to {@code count - 1}. Returns when every thread it started has ended.
     *
     * @param experimentSeed seed of the experiment, from which each replication has its own ({@link
     *     RandomStreams#replicationSeed})
     * @param threads how many replications run at once; the results do not depend on it
     * @param progress called on the calling thread after each replication, and while events are being executed
     * @param cancellation ends the set early, with the replications that have finished
     * @throws ReplicationFailure if a replication throws; of several, the one of the lowest index
     */
    public static <R> ReplicationResults<R> run(
            long experimentSeed,
            int count,
            int threads,
            Replication<R> body,
            ProgressListener progress,
            CancellationToken cancellation) {
        return run(experimentSeed, 0, count, threads, body, progress, cancellation);
    }

    /**
     * Runs replications {@code first} to {@code end - 1}, to go on where others have ended.
     *
     * @see #run(long, int, int, Replication, ProgressListener, CancellationToken)
     */
    public static <R> ReplicationResults<R> run(
            long experimentSeed,
            int first,
            int end,
            int threads,
            Replication<R> body,
            ProgressListener progress,
            CancellationToken cancellation) {
        int count = end - first;
        if (first < 0 || count < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "replications and threads must be at least 1, but are " + count + " and " + threads);
        }
        return new Replications<>(experimentSeed, first, end, body, progress, cancellation)
                .run(Math.min(threads, count));
    }

    private ReplicationResults<R> run(int threads) {
        List<Thread> workers = new ArrayList<>();
        try {
            for (int i = 0; i < threads; i++) {
                Thread worker = new Thread(this::work, "replications-" + i);
                worker.setDaemon(true);
                worker.start();
                workers.add(worker);
            }
            collect(threads);
        } finally {
            wantedBelow.set(0);
            join(workers);
        }
        if (failure != null) {
            throw failure;
        }
        return new ReplicationResults<>(List.copyOf(finished.values()), finished.size() == end - first);
    }

    private void work() {
        try {
            int index = nextIndex.getAndIncrement();
            while (isWanted(index)) {
                replicate(index);
                index = nextIndex.getAndIncrement();
            }
        } finally {
            outcomes.add(new Outcome.WorkerEnded<>());
        }
    }

    private boolean isWanted(int index) {
        return index < wantedBelow.get() && !cancellation.isCancelled();
    }

    private void replicate(int index) {
        long seed = RandomStreams.replicationSeed(experimentSeed, index);
        ReplicationContext context = new ReplicationContext(index, seed, () -> !isWanted(index), events);
        try {
            R result = body.run(context);
            outcomes.add(new Outcome.Succeeded<>(new ReplicationResults.Finished<>(index, seed, result)));
        } catch (Throwable thrown) {
            if (thrown instanceof CancellationException && !isWanted(index)) {
                return;
            }
            // Errors too: a failed assertion must not end a thread in silence.
            wantedBelow.accumulateAndGet(index, Math::min);
            outcomes.add(new Outcome.Failed<>(new ReplicationFailure(index, seed, thrown)));
        }
    }

    /** Takes in outcomes until all threads have ended. */
    private void collect(int threads) {
        int working = threads;
        long reportedEvents = 0;
        boolean interrupted = false;
        while (working > 0) {
            Outcome<R> outcome = null;
            try {
                outcome = outcomes.poll(REPORT_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interruption) {
                interrupted = true;
                wantedBelow.set(0);
            }
            if (outcome instanceof Outcome.WorkerEnded) {
                working--;
                continue;
            }
            if (outcome != null) {
                take(outcome);
            }
            if (outcome != null || events.sum() != reportedEvents) {
                reportedEvents = events.sum();
                progress.progress(finished.size(), end - first, reportedEvents);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Outcome<R> outcome) {
        if (outcome instanceof Outcome.Succeeded<R> success) {
            finished.put(success.finished().index(), success.finished());
        } else if (outcome instanceof Outcome.Failed<R> failed
                && (failure == null || failed.failure().index() < failure.index())) {
            failure = failed.failure();
        }
    }

    private static void join(List<Thread> workers) {
        boolean interrupted = false;
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException interruption) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
