package io.omerta.sim.economics.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final EventKernel kernel = new PrimitiveKernel(QueueKind.HEAP);
    private final List<Integer> seen = new ArrayList<>();

    private final class Recording implements Rounds.Work {
        private final long digest;

        Recording(long digest) {
            this.digest = digest;
        }

        @Override
        public long round(int round) {
            seen.add(round);
            return digest;
        }

        @Override
        public List<Observation> observations() {
            return List.of();
        }

        @Override
        public List<Panel> panels() {
            return List.of();
        }
    }

    @Test
    void everyRoundRunsOnceInOrder() {
        Rounds rounds = new Rounds(kernel, 3, new Recording(0));
        rounds.start();
        kernel.runPending(EventKernel.MAX_TIME_NANOS);
        assertEquals(List.of(0, 1, 2), seen);
        assertTrue(rounds.finished());
    }

    @Test
    void whatARoundLeavesBehindIsPartOfTheTrace() {
        assertNotEquals(hash(1), hash(2));
        assertEquals(hash(1), hash(1));
    }

    private String hash(long digest) {
        EventKernel own = new PrimitiveKernel(QueueKind.HEAP);
        new Rounds(own, 1, new Recording(digest)).start();
        own.runPending(EventKernel.MAX_TIME_NANOS);
        return own.trace().sha256();
    }

    @Test
    void noRoundsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Rounds(kernel, 0, new Recording(0)));
    }

    @Test
    void settingsAreNamedWithoutTrailingZeros() {
        assertEquals(List.of("0.05", "1", "10"), Settings.texts(List.of(0.05, 1.0, 10.0)));
    }

    @Test
    void settingsThatDoNotAscendAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Settings.ascending("parts", List.of(0.2, 0.2)));
        assertThrows(IllegalArgumentException.class, () -> Settings.ascending("parts", List.of()));
    }
}
