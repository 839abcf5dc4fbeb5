package io.omerta.sim.economics.policy;

import org.jspecify.annotations.Nullable;

/**
 * Decides on changes of the levers by a vote that weighs trust: after a time for debate there must be a quorum and a
 * majority, no lever may move by more than a fifth, and what is decided takes effect later.
 */
public final class Council {
    private static final int DEBATE_DAYS = 7;
    private static final int DELAY_DAYS = 7;
    private static final double QUORUM = 0.5;
    private static final double MAJORITY = 0.5;
    private static final double LARGEST_CHANGE = 0.2;

    private final Electorate electorate;
    private @Nullable Levers pending;
    private int voteOn;
    private boolean passed;
    private int rejected;

    /** Those who vote. */
    @FunctionalInterface
    public interface Electorate {
        /** How they would vote today. */
        Vote vote();
    }

    /**
     * Trust on each side.
     *
     * @param all also of those who do not vote
     */
    public record Vote(double yes, double no, double all) {
        boolean passes() {
            return yes + no >= QUORUM * all && yes > MAJORITY * (yes + no);
        }
    }

    public Council(Electorate electorate) {
        this.electorate = electorate;
    }

    boolean isBusy() {
        return pending != null;
    }

    void propose(int day, Levers now, Levers wanted) {
        pending = new Levers(
                limited(now.paymentK(), wanted.paymentK()),
                limited(now.transferK(), wanted.transferK()),
                limited(now.isolationThreshold(), wanted.isolationThreshold()),
                limited(now.transactionTau(), wanted.transactionTau()));
        voteOn = day + DEBATE_DAYS;
        passed = false;
    }

    private static double limited(double now, double wanted) {
        return Math.max(now * (1 - LARGEST_CHANGE), Math.min(now * (1 + LARGEST_CHANGE), wanted));
    }

    /** What takes effect today, or null. */
    @Nullable
    Levers decided(int day) {
        Levers proposal = pending;
        if (proposal == null) {
            return null;
        }
        if (day == voteOn) {
            passed = electorate.vote().passes();
            if (!passed) {
                pending = null;
                rejected++;
            }
        }
        if (passed && day == voteOn + DELAY_DAYS) {
            pending = null;
            return proposal;
        }
        return null;
    }

    /** Proposals that did not pass. */
    public int rejected() {
        return rejected;
    }
}
