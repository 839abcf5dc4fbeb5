package io.omerta.architecture.violations.determinism;

import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.ReentrantLock;

/** Every method starts a thread, or waits for one. */
public final class Threads {
    Thread thread() {
        return new Thread(() -> {});
    }

    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }

    ExecutorService executor() {
        return Executors.newCachedThreadPool();
    }

    ForkJoinPool pool() {
        return ForkJoinPool.commonPool();
    }

    CompletableFuture<Void> future() {
        return CompletableFuture.runAsync(() -> {});
    }

    CountDownLatch latch() {
        return new CountDownLatch(1);
    }

    ReentrantLock lock() {
        return new ReentrantLock();
    }

    Timer timer() {
        return new Timer();
    }
}
