package io.omerta.sim.economics.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.kernel.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayLoopTest {
    private final EventKernel kernel = new PrimitiveKernel(QueueKind.HEAP);

    @Test
    void daysFollowEachOtherEveryTwentyFourHoursOfVirtualTime() {
        List<String> days = new ArrayList<>();
        DayLoop loop = new DayLoop(kernel, 3, day -> {
            days.add(day + " at " + kernel.now() / VirtualTime.DAY);
            return 0;
        });
        loop.start();
        kernel.runPending(EventKernel.MAX_TIME_NANOS);
        assertEquals(List.of("0 at 0", "1 at 1", "2 at 2"), days);
        assertEquals(3, loop.completed());
        assertTrue(loop.finished());
    }

    @Test
    void aRunThatIsStoppedBetweenDaysIsNotFinished() {
        DayLoop loop = new DayLoop(kernel, 3, day -> 0);
        loop.start();
        kernel.runUntil(VirtualTime.DAY);
        assertEquals(2, loop.completed());
        assertFalse(loop.finished());
    }

    @Test
    void whatTheLastDayLeavesBehindIsPartOfTheTrace() {
        assertNotEquals(hashOf(2, 7), hashOf(2, 8));
        assertEquals(hashOf(2, 7), hashOf(2, 7));
    }

    private static String hashOf(int days, long digest) {
        EventKernel kernel = new PrimitiveKernel(QueueKind.HEAP);
        DayLoop loop = new DayLoop(kernel, days, day -> day == days - 1 ? digest : 0);
        loop.start();
        kernel.runPending(EventKernel.MAX_TIME_NANOS);
        return kernel.trace().sha256();
    }

    @Test
    void aRunWithoutDaysIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DayLoop(kernel, 0, day -> 0));
    }
}
