package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shortens the journal of a {@link SessionHost} without changing what is restored from it: of the inputs of sessions that
 * have ended, the blocks alone are left, at their place, because the sessions that go on may have read the chain there.
 *
 * <p>An input that several sessions took is kept whole while one of them goes on; then all inputs of the others are kept
 * too, so that none is restored from a part of them.
 */
public final class JournalCompaction {
    /** Beyond this length a remainder is not added to, so that it stays far below the limit of an entry. */
    private static final int REMAINDER_BYTES = 1 << 18;

    private record Step(byte[] entry, Set<SessionKey> touched, Remainder remainder) {}

    private JournalCompaction() {}

    /**
     * A journal from which the same is restored.
     *
     * @param setup with which the host was made
     * @throws IllegalArgumentException if the journal was written by another version of the program
     */
    public static List<byte[]> compacted(SessionHost.Setup setup, List<byte[]> journal) {
        SessionHost host = new SessionHost(setup, SessionObserver.none());
        List<Step> steps = new ArrayList<>();
        for (byte[] entry : journal) {
            Turn turn = host.replay(entry);
            Remainder earlier = Remainder.parse(entry);
            steps.add(new Step(entry, turn.touched, earlier == null ? remainder(turn, host.numbers()) : earlier));
        }
        return rewritten(steps, kept(steps, host.liveSessions()));
    }

    private static Remainder remainder(Turn turn, long numbers) {
        List<Remainder.Appended> blocks = new ArrayList<>();
        for (Struct body : turn.appended) {
            blocks.add(new Remainder.Appended(turn.nowMillis(), body));
        }
        return new Remainder(numbers, blocks, turn.ended);
    }

    /** The live sessions, and those that took an input together with one of these. */
    private static Set<SessionKey> kept(List<Step> steps, Set<SessionKey> live) {
        Set<SessionKey> kept = live;
        int before;
        do {
            before = kept.size();
            for (Step step : steps) {
                if (step.touched().stream().anyMatch(kept::contains)) {
                    kept.addAll(step.touched());
                }
            }
        } while (kept.size() > before);
        return kept;
    }

    private static List<byte[]> rewritten(List<Step> steps, Set<SessionKey> kept) {
        List<byte[]> entries = new ArrayList<>();
        @Nullable Remainder waiting = null;
        for (Step step : steps) {
            if (step.touched().stream().anyMatch(kept::contains)) {
                if (waiting != null) {
                    entries.add(waiting.encode());
                    waiting = null;
                }
                entries.add(step.entry());
            } else if (waiting == null) {
                waiting = step.remainder();
            } else if (waiting.encodedBytes() + step.remainder().encodedBytes() > REMAINDER_BYTES) {
                entries.add(waiting.encode());
                waiting = step.remainder();
            } else {
                waiting = waiting.and(step.remainder());
            }
        }
        if (waiting != null) {
            entries.add(waiting.encode());
        }
        return entries;
    }
}
