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

class StepLoopTest {
    private final EventKernel kernel = new PrimitiveKernel(QueueKind.HEAP);

    @Test
    void stepsFollowEachOtherAtTheirLength() {
        List<String> steps = new ArrayList<>();
        StepLoop loop = new StepLoop(kernel, "hour", VirtualTime.HOUR, 3, step -> {
            steps.add(step + " at " + kernel.now() / VirtualTime.HOUR);
            return 0;
        });
        loop.start();
        kernel.runPending(EventKernel.MAX_TIME_NANOS);
        assertEquals(List.of("0 at 0", "1 at 1", "2 at 2"), steps);
        assertTrue(loop.finished());
    }

    @Test
    void whatTheLastStepLeavesBehindIsPartOfTheTrace() {
        assertNotEquals(hashOf(7), hashOf(8));
        assertEquals(hashOf(7), hashOf(7));
    }

    private static String hashOf(long lastDigest) {
        EventKernel kernel = new PrimitiveKernel(QueueKind.HEAP);
        StepLoop loop = new StepLoop(kernel, "hour", VirtualTime.HOUR, 2, step -> step == 1 ? lastDigest : 0);
        loop.start();
        kernel.runPending(EventKernel.MAX_TIME_NANOS);
        return kernel.trace().sha256();
    }

    @Test
    void noStepsOrStepsWithoutLengthAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new StepLoop(kernel, "hour", 1, 0, step -> 0));
        assertThrows(IllegalArgumentException.class, () -> new StepLoop(kernel, "hour", 0, 1, step -> 0));
    }

    @Test
    void aRunThatIsStoppedBetweenDaysIsNotFinished() {
        StepLoop loop = StepLoop.days(kernel, 3, day -> 0);
        loop.start();
        kernel.runUntil(VirtualTime.DAY);
        assertEquals(2, loop.completed());
        assertFalse(loop.finished());
    }
}
