package io.omerta.cli;

import io.omerta.sim.replication.CancellationToken;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into a cancellation: the run ends at the next chance, and what is finished is written before the process
 * goes, which it does with the code of the signal.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final CancellationToken token = new CancellationToken();
    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "interruption");

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    CancellationToken token() {
        return token;
    }

    private void interrupted() {
        token.cancel();
        try {
            written.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is written. */
    @Override
    public void close() {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook is running and has just been let go
        }
    }
}
