package io.omerta.protocol.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.PeerId;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which sequence numbers count as seen. */
class ReplayWindowTest {
    private static PeerId peer(int number) {
        return PeerId.of(ByteBuffer.allocate(PeerId.BYTES).putInt(number).array());
    }

    private static ReplayWindow with(ReplayWindow window, int peer, int message, long sequence) {
        return Objects.requireNonNull(window.with(peer(peer), message, sequence));
    }

    @Test
    void whatWasSeenIsCoveredAndNothingNewer() {
        SplittableRandom random = new SplittableRandom(31);
        TreeSet<Long> seen = new TreeSet<>();
        ReplayWindow window = ReplayWindow.EMPTY;
        long highest = 0;
        for (int i = 0; i < 2000; i++) {
            long sequence = Math.max(0, highest + random.nextInt(-70, 8));
            boolean expected = seen.contains(sequence) || (!seen.isEmpty() && sequence <= highest - 64);
            assertEquals(expected, window.covers(peer(1), 0, sequence), () -> "sequence " + sequence);
            if (!expected) {
                window = with(window, 1, 0, sequence);
                seen.add(sequence);
                highest = Math.max(highest, sequence);
            }
        }
    }

    @Test
    void aJumpForgetsNothingItCannotTell() {
        ReplayWindow window = with(with(ReplayWindow.EMPTY, 1, 0, 5), 1, 0, Long.MAX_VALUE);
        assertTrue(window.covers(peer(1), 0, 5));
        assertTrue(window.covers(peer(1), 0, Long.MAX_VALUE));
        assertFalse(window.covers(peer(1), 0, Long.MAX_VALUE - 1));
    }

    @Test
    void sendersAndTypesAreApart() {
        ReplayWindow window = with(ReplayWindow.EMPTY, 1, 0, 5);
        assertFalse(window.covers(peer(2), 0, 5));
        assertFalse(window.covers(peer(1), 1, 5));
    }

    @Test
    void aWindowIsAValue() {
        ReplayWindow before = with(ReplayWindow.EMPTY, 1, 0, 5);
        with(before, 1, 0, 6);
        assertFalse(before.covers(peer(1), 0, 6));
    }

    @Test
    void aFullWindowTakesNoNewSenderButThoseItKnows() {
        ReplayWindow window = ReplayWindow.EMPTY;
        for (int i = 0; i < ReplayWindow.ENTRIES_MAX; i++) {
            window = with(window, i * 7919 % ReplayWindow.ENTRIES_MAX, 0, 5);
        }
        assertNull(window.with(peer(-1), 0, 5));
        for (int i = 0; i < ReplayWindow.ENTRIES_MAX; i++) {
            assertTrue(window.covers(peer(i), 0, 5));
        }
        assertTrue(with(window, 3, 0, 6).covers(peer(3), 0, 6));
    }
}
