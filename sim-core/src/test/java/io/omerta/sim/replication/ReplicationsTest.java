package io.omerta.sim.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replications side by side give what they give one after the other. */
@Timeout(60)
final class ReplicationsTest {
    private static final long SEED = 42;
    private static final ProgressListener SILENT = (completed, total, events) -> {};

    private static <R> ReplicationResults<R> run(int count, int threads, Replication<R> body) {
        return Replications.run(SEED, count, threads, body, SILENT, new CancellationToken());
    }

    /** A small simulation whose trace depends on its seed. */
    private static String simulate(ReplicationContext context) {
        RandomStream random = new RandomStreams(context.seed()).stream("walk");
        EventKernel kernel = new PrimitiveKernel(QueueKind.HEAP);
        int[] type = new int[1];
        type[0] = kernel.eventType("walk", (target, source, a, b, c, body) -> {
            if (a < 1_000) {
                kernel.schedule(kernel.now() + random.nextInt(100), source, type[0], target, a + 1, 0, 0, null);
            }
        });
        kernel.schedule(0, 1, type[0], 1, 0, 0, 0, null);
        kernel.runUntil(1_000_000);
        context.executed(kernel.executed());
        return kernel.trace().sha256();
    }

    @Test
    void aSetCanGoOnWhereAnotherEnded() {
        ReplicationResults<String> more =
                Replications.run(SEED, 6, 10, 2, ReplicationsTest::simulate, SILENT, new CancellationToken());

        assertEquals(run(10, 1, ReplicationsTest::simulate).finished().subList(6, 10), more.finished());
        assertTrue(more.complete());
    }

    @Test
    void oneThreadAndFourGiveEqualResults() {
        ReplicationResults<String> alone = run(40, 1, ReplicationsTest::simulate);
        assertEquals(alone, run(40, 4, ReplicationsTest::simulate));
        assertTrue(alone.complete());
        assertEquals(40, alone.values().stream().distinct().count(), "every replication has luck of its own");
    }

    @Test
    void resultsAreInTheOrderOfTheirIndexWhateverTheOrderOfFinishing() {
        CountDownLatch othersDone = new CountDownLatch(7);
        ReplicationResults<Integer> results = run(8, 4, context -> {
            if (context.index() == 0) {
                othersDone.await();
            } else {
                othersDone.countDown();
            }
            return context.index() * 10;
        });
        assertEquals(List.of(0, 10, 20, 30, 40, 50, 60, 70), results.values());
    }

    @Test
    void everyReplicationHasTheSeedOfItsIndex() {
        ReplicationResults<Long> results = run(5, 2, ReplicationContext::seed);
        for (ReplicationResults.Finished<Long> finished : results.finished()) {
            assertEquals(RandomStreams.replicationSeed(SEED, finished.index()), finished.result());
            assertEquals(finished.result(), finished.seed());
        }
        assertEquals(SEED, results.values().get(0), "one replication replays as the experiment seed says");
    }

    @Test
    void noMoreReplicationsThanThreadsAreInMemory() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier three = new CyclicBarrier(3);
        run(30, 3, context -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            three.await();
            running.decrementAndGet();
            three.await();
            return "done";
        });
        assertEquals(3, most.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void theFailureOfTheLowestIndexIsReportedWhateverTheThreads(int threads) {
        CountDownLatch laterFailed = new CountDownLatch(threads == 1 ? 0 : 1);
        IllegalStateException cause = new IllegalStateException("no quorum");
        ReplicationFailure failure = assertThrows(
                ReplicationFailure.class,
                () -> run(20, threads, context -> {
                    if (context.index() == 2) {
                        laterFailed.await();
                        throw cause;
                    }
                    if (context.index() > 2) {
                        laterFailed.countDown();
                        throw new IllegalStateException("a later one");
                    }
                    return "done";
                }));
        long seed = RandomStreams.replicationSeed(SEED, 2);
        assertEquals(2, failure.index());
        assertEquals(seed, failure.seed());
        assertSame(cause, failure.getCause());
        assertEquals("replication 2 (seed " + seed + ") failed: no quorum", failure.getMessage());
    }

    @Test
    void aFailureKeepsLaterReplicationsFromStarting() {
        ConcurrentLinkedQueue<Integer> started = new ConcurrentLinkedQueue<>();
        assertThrows(
                ReplicationFailure.class,
                () -> run(1_000, 1, context -> {
                    started.add(context.index());
                    if (context.index() == 3) {
                        throw new IllegalStateException("broken");
                    }
                    return "done";
                }));
        assertEquals(List.of(0, 1, 2, 3), List.copyOf(started));
    }

    @Test
    void aFailureCancelsTheLaterReplicationsThatRun() {
        CountDownLatch laterRuns = new CountDownLatch(1);
        ReplicationFailure failure = assertThrows(
                ReplicationFailure.class,
                () -> run(2, 2, context -> {
                    if (context.index() == 0) {
                        laterRuns.await();
                        throw new IllegalStateException("broken");
                    }
                    laterRuns.countDown();
                    while (true) { // ends by the cancellation only
                        context.checkCancelled();
                        Thread.onSpinWait();
                    }
                }));
        assertEquals(0, failure.index());
    }

    @Test
    void errorsFailAReplicationToo() {
        ReplicationFailure failure = assertThrows(
                ReplicationFailure.class,
                () -> run(2, 2, context -> {
                    throw new StackOverflowError();
                }));
        assertInstanceOf(StackOverflowError.class, failure.getCause());
        assertEquals(0, failure.index());
        assertTrue(failure.getMessage().endsWith("failed: StackOverflowError"), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void cancellationKeepsTheFinishedResultsAndMarksThemIncomplete(int threads) {
        CancellationToken token = new CancellationToken();
        CountDownLatch firstFive = new CountDownLatch(5);
        ReplicationResults<Integer> results = Replications.run(
                SEED,
                100,
                threads,
                context -> {
                    if (context.index() < 5) {
                        firstFive.countDown();
                        return context.index();
                    }
                    firstFive.await();
                    token.cancel();
                    context.checkCancelled();
                    return -1;
                },
                SILENT,
                token);
        assertFalse(results.complete());
        assertEquals(List.of(0, 1, 2, 3, 4), results.values());
    }

    @Test
    void aSetCancelledBeforeItStartsIsEmptyAndIncomplete() {
        CancellationToken token = new CancellationToken();
        token.cancel();
        ReplicationResults<String> results = Replications.run(SEED, 10, 2, context -> "done", SILENT, token);
        assertEquals(List.of(), results.finished());
        assertFalse(results.complete());
    }

    @Test
    void aCancellationThatNobodyAskedForIsAFailure() {
        ReplicationFailure failure = assertThrows(
                ReplicationFailure.class,
                () -> run(1, 1, context -> {
                    throw new java.util.concurrent.CancellationException("of something else");
                }));
        assertTrue(failure.getMessage().endsWith("failed: of something else"), failure.getMessage());
    }

    @Test
    void interruptingTheCallerCancelsAndKeepsTheInterrupt() {
        Thread caller = Thread.currentThread();
        ReplicationResults<String> results = run(3, 1, context -> {
            if (context.index() == 1) {
                caller.interrupt();
                while (true) { // ends by the cancellation only
                    context.checkCancelled();
                    Thread.onSpinWait();
                }
            }
            return "done";
        });
        assertTrue(Thread.interrupted(), "the interrupt is still there");
        assertFalse(results.complete());
        assertEquals(0, results.finished().get(0).index());
    }

    @Test
    void progressCountsReplicationsAndEventsOnTheCallersThread() {
        Thread caller = Thread.currentThread();
        List<Integer> completed = new ArrayList<>();
        List<Long> events = new ArrayList<>();
        Replications.run(
                SEED,
                12,
                4,
                ReplicationsTest::simulate,
                (done, total, executed) -> {
                    assertSame(caller, Thread.currentThread());
                    assertEquals(12, total);
                    completed.add(done);
                    events.add(executed);
                },
                new CancellationToken());
        assertEquals(
                IntStream.rangeClosed(1, 12).boxed().toList(),
                completed.stream().distinct().toList());
        assertEquals(12 * 1_001L, events.get(events.size() - 1));
        assertEquals(events.stream().sorted().toList(), events);
    }

    @Test
    void progressIsReportedWhileALongReplicationRuns() {
        CountDownLatch reported = new CountDownLatch(1);
        Replications.run(
                SEED,
                1,
                1,
                context -> {
                    context.executed(500);
                    reported.await();
                    return "done";
                },
                (completed, total, events) -> {
                    if (completed == 0 && events == 500) {
                        reported.countDown();
                    }
                },
                new CancellationToken());
        assertEquals(0, reported.getCount());
    }

    @Test
    void aListenerThatThrowsEndsTheSet() {
        AtomicInteger started = new AtomicInteger();
        assertThrows(
                IllegalStateException.class,
                () -> Replications.run(
                        SEED,
                        1_000_000,
                        2,
                        context -> started.incrementAndGet(),
                        (completed, total, events) -> {
                            throw new IllegalStateException("listener");
                        },
                        new CancellationToken()));
        assertNotEquals(1_000_000, started.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void threadsAreDaemonsAndAreGoneWhenTheSetHasEnded(int threads) {
        ConcurrentLinkedQueue<Thread> workers = new ConcurrentLinkedQueue<>();
        assertThrows(
                ReplicationFailure.class,
                () -> run(20, threads, context -> {
                    workers.add(Thread.currentThread());
                    assertTrue(Thread.currentThread().isDaemon());
                    if (context.index() == 10) {
                        throw new IllegalStateException("broken");
                    }
                    return "done";
                }));
        assertTrue(workers.size() >= 11);
        assertTrue(workers.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void fewerThanOneReplicationOrThreadIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> run(0, 1, context -> "done"));
        assertEquals(
                "replications and threads must be at least 1, but are 1 and 0",
                assertThrows(IllegalArgumentException.class, () -> run(1, 0, context -> "done"))
                        .getMessage());
    }
}
