package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import java.util.List;
import java.util.OptionalLong;

/** What a chain answers to a state query, the same for all who have it. */
final class StateAnswers {
    private static final long MILLIS_PER_DAY = 86_400_000;

    private final ChainTrust trust;

    StateAnswers(ChainTrust trust) {
        this.trust = trust;
    }

    /**
     * What a chain answers, or nothing if the question is not about the chain alone: a balance depends on what others
     * paid.
     *
     * @param blocks verified, from the first one on, at least one
     */
    OptionalLong number(StateStatement.Question question, List<Block> blocks) {
        Block last = blocks.get(blocks.size() - 1);
        return switch (question) {
            case BALANCE -> OptionalLong.empty();
            case AGE -> OptionalLong.of((last.timeMillis() - blocks.get(0).timeMillis()) / MILLIS_PER_DAY);
            case TRUST -> OptionalLong.of(trust.ownerMilli(blocks));
            case CHAIN_HEAD -> OptionalLong.of(last.height());
            case CHAIN_LENGTH -> OptionalLong.of(last.height() + 1);
        };
    }
}
