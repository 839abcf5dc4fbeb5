package io.omerta.protocol.explore;

import io.omerta.protocol.wire.StructuralHash;
import java.util.Arrays;

/**
 * The clock, and when the timers that run are due: an immutable value.
 *
 * @param nowMillis as machines see it
 * @param timers for each member, when each of its timers is due; {@link #NEVER} for those that do not run. Never written to
 */
record Due(long nowMillis, long[][] timers) {
    static final long NEVER = Long.MAX_VALUE;

    /** No timer runs. */
    static Due none(Session session) {
        long[][] timers = new long[session.members().size()][];
        for (Member member : session.members()) {
            timers[member.place()] = new long[Long.SIZE];
            Arrays.fill(timers[member.place()], NEVER);
        }
        return new Due(Domains.NOW_MILLIS, timers);
    }

    long of(Member member, int timer) {
        return timers[member.place()][timer];
    }

    /** When the next timer is due, or {@link #NEVER}. */
    long next() {
        long next = NEVER;
        for (long[] ofOne : timers) {
            for (long due : ofOne) {
                next = Math.min(next, due);
            }
        }
        return next;
    }

    /** After the clock has jumped. */
    Due at(long millis) {
        return new Due(millis, timers);
    }

    /** After a member has started and stopped timers. */
    Due after(Reaction reaction, Member member) {
        if (reaction.started().isEmpty() && reaction.stopped() == 0) {
            return this;
        }
        long[][] next = timers.clone();
        long[] own = next[member.place()].clone();
        for (long left = reaction.stopped(); left != 0; left &= left - 1) {
            own[Long.numberOfTrailingZeros(left)] = NEVER;
        }
        reaction.started().forEach((timer, delayMillis) -> own[timer] = nowMillis + delayMillis);
        next[member.place()] = own;
        return new Due(nowMillis, next);
    }

    void addTo(StructuralHash hash) {
        hash.add(nowMillis);
        for (long[] ofOne : timers) {
            for (long due : ofOne) {
                hash.add(due);
            }
        }
    }
}
