package io.omerta.protocol.explore;

import java.util.List;

/** One thing that happens to the session. */
sealed interface Move {
    /** The member that it happens to; of a lost or repeated message its recipient. */
    Member member();

    /** All members start. */
    record Begin(Member member, List<Answer> answers) implements Move {}

    record Deliver(Letter letter, List<Answer> answers) implements Move {
        @Override
        public Member member() {
            return letter.to();
        }
    }

    /** @param timer its number within the member */
    record Expire(Member member, int timer, List<Answer> answers) implements Move {}

    record Make(Call call, List<Answer> answers) implements Move {
        @Override
        public Member member() {
            return call.member();
        }
    }

    /** The network loses a message. */
    record Lose(Letter letter) implements Move {
        @Override
        public Member member() {
            return letter.to();
        }
    }

    /** The network delivers a message once more than it was sent. */
    record Repeat(Letter letter) implements Move {
        @Override
        public Member member() {
            return letter.to();
        }
    }

    /** A member stops and restarts from its journal. */
    record Crash(Member member) implements Move {}

    /**
     * A member takes an input, and stops and restarts before all that it leads to has left.
     *
     * @param sent how many of its messages have left
     * @param of how many there were to send
     */
    record Interrupted(Move input, int sent, int of) implements Move {
        @Override
        public Member member() {
            return input.member();
        }
    }

    /** A byzantine member sends what it likes. */
    record Lie(Letter letter) implements Move {
        @Override
        public Member member() {
            return letter.from();
        }
    }
}
