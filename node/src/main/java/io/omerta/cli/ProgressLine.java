package io.omerta.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Progress on standard error. On a terminal it is one line that overwrites itself, at most ten times a second, and is
 * gone when closed. Elsewhere it is a line of its own at most every five seconds, the first after five seconds, so that
 * a short run leaves nothing in a log. Safe for use by several threads.
 */
public final class ProgressLine implements AutoCloseable {
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LOG_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";

    private final Terminal.Channel channel;
    private final int widthColumns;
    private final LongSupplier nanoClock;
    private long lastWriteNanos;
    private String shown = "";

    public ProgressLine(Terminal terminal) {
        this(terminal, System::nanoTime);
    }

    /**
     * Progress by a clock of the caller's.
     *
     * @param nanoClock nanoseconds from any origin, never falling
     */
    ProgressLine(Terminal terminal, LongSupplier nanoClock) {
        this.channel = terminal.err();
        this.widthColumns = terminal.widthColumns();
        this.nanoClock = nanoClock;
        long firstWaitNanos = channel.interactive() ? REDRAW_NANOS : 0;
        this.lastWriteNanos = nanoClock.getAsLong() - firstWaitNanos;
    }

    /** @param text one line; asked for only when it is going to be shown */
    public synchronized void update(Supplier<String> text) {
        long nowNanos = nanoClock.getAsLong();
        if (nowNanos - lastWriteNanos < (channel.interactive() ? REDRAW_NANOS : LOG_NANOS)) {
            return;
        }
        lastWriteNanos = nowNanos;
        if (channel.interactive()) {
            draw(clipped(text.get()));
        } else {
            channel.println(text.get());
        }
    }

    /** Writes a line that stays, such as a warning, above the progress. */
    public synchronized void println(String line) {
        String progress = shown;
        close();
        channel.println(line);
        if (!progress.isEmpty()) {
            draw(progress);
        }
    }

    /** Clears the line on a terminal; what was logged elsewhere stays. */
    @Override
    public synchronized void close() {
        if (!shown.isEmpty()) {
            draw("");
        }
    }

    private void draw(String line) {
        channel.stream().print('\r' + line + ERASE_TO_END_OF_LINE);
        channel.stream().flush();
        shown = line;
    }

    /** A terminal wraps a line that reaches its last column, and a wrapped line cannot be overwritten. */
    private String clipped(String line) {
        int limit = widthColumns - 1;
        if (line.codePointCount(0, line.length()) <= limit) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, limit - 1)) + '…';
    }
}
