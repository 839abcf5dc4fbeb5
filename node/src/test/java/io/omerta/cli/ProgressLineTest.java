package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final String ERASE = "\u001b[K";

    private long nowNanos = 12345;

    @Test
    void aTerminalShowsTheFirstUpdateAtOnce() {
        Transcript screen = Transcript.ofScreen(80);
        new ProgressLine(screen.terminal(), () -> nowNanos).update(() -> "1 of 9");

        assertEquals("\r1 of 9" + ERASE, screen.err());
    }

    @Test
    void aTerminalIsRedrawnAtMostTenTimesASecond() {
        Transcript screen = Transcript.ofScreen(80);
        ProgressLine progress = new ProgressLine(screen.terminal(), () -> nowNanos);
        progress.update(() -> "1 of 9");
        pass(99);
        progress.update(() -> "2 of 9");
        pass(1);
        progress.update(() -> "3 of 9");

        assertEquals("\r1 of 9" + ERASE + "\r3 of 9" + ERASE, screen.err());
    }

    @Test
    void aTerminalIsLeftWithoutTheLine() {
        Transcript screen = Transcript.ofScreen(80);
        try (ProgressLine progress = new ProgressLine(screen.terminal(), () -> nowNanos)) {
            progress.update(() -> "1 of 9");
        }

        assertEquals("\r1 of 9" + ERASE + "\r" + ERASE, screen.err());
    }

    @Test
    void aLineThatWouldWrapIsCut() {
        Transcript screen = Transcript.ofScreen(20);
        new ProgressLine(screen.terminal(), () -> nowNanos).update(() -> "12345678901234567890");

        assertEquals("\r123456789012345678…" + ERASE, screen.err());
    }

    @Test
    void aLineThatFitsIsNotCut() {
        Transcript screen = Transcript.ofScreen(20);
        new ProgressLine(screen.terminal(), () -> nowNanos).update(() -> "1234567890123456789");

        assertEquals("\r1234567890123456789" + ERASE, screen.err());
    }

    @Test
    void aWarningStaysAboveTheProgress() {
        Transcript screen = Transcript.ofScreen(80);
        ProgressLine progress = new ProgressLine(screen.terminal(), () -> nowNanos);
        progress.update(() -> "1 of 9");
        progress.println("careful");

        assertEquals(
                "\r1 of 9" + ERASE + "\r" + ERASE + "careful" + System.lineSeparator() + "\r1 of 9" + ERASE,
                screen.err());
    }

    @Test
    void aShortRunLeavesNothingInALog() {
        Transcript log = Transcript.ofFiles();
        try (ProgressLine progress = new ProgressLine(log.terminal(), () -> nowNanos)) {
            progress.update(() -> "1 of 9");
            pass(4999);
            progress.update(() -> "9 of 9");
        }

        assertEquals("", log.err());
    }

    @Test
    void aLogGetsAPlainLineEveryFiveSeconds() {
        Transcript log = Transcript.ofFiles();
        try (ProgressLine progress = new ProgressLine(log.terminal(), () -> nowNanos)) {
            for (int i = 1; i <= 12; i++) {
                pass(1000);
                int second = i;
                progress.update(() -> "second " + second);
            }
        }

        assertEquals("second 5" + System.lineSeparator() + "second 10" + System.lineSeparator(), log.err());
    }

    @Test
    void theTextIsAskedForOnlyWhenItIsShown() {
        ProgressLine progress = new ProgressLine(Transcript.ofFiles().terminal(), () -> nowNanos);
        progress.update(() -> {
            throw new AssertionError("nothing is due yet");
        });
    }

    private void pass(long milliseconds) {
        nowNanos += TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }
}
