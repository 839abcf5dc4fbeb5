package io.omerta.sim.economics.study;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationModel;
import java.util.List;

/**
 * A model without a clock of its own: a row of rounds, or of trials that have nothing to do with each other. Round r is an
 * event at r seconds, and what it leaves behind is part of the trace.
 */
public final class Rounds implements ReplicationModel {
    private final EventKernel kernel;
    private final int rounds;
    private final Work work;
    private final int type;
    private boolean finished;

    /** What the rounds do, and what is seen at the end. */
    public interface Work {
        /**
         * @param round from 0
         * @return a digest of what the round leaves behind, such as the bits of a sum
         */
        long round(int round);

        List<Observation> observations();

        List<Panel> panels();
    }

    /**
     * @param rounds how many there are, at least 1
     * @throws IllegalArgumentException if there are none
     */
    public Rounds(EventKernel kernel, int rounds, Work work) {
        if (rounds < 1) {
            throw new IllegalArgumentException("there must be at least 1 round, not " + rounds);
        }
        this.kernel = kernel;
        this.rounds = rounds;
        this.work = work;
        this.type = kernel.eventType("round", (target, source, digest, round, unused, body) -> pass((int) round));
    }

    @Override
    public void start() {
        schedule(0, 0);
    }

    private void schedule(int round, long digest) {
        kernel.schedule(round * VirtualTime.SECOND, EventKernel.CONTROL, type, 0, digest, round, 0, null);
    }

    /** What follows the last round only carries its digest into the trace. */
    private void pass(int round) {
        if (round == rounds) {
            finished = true;
        } else {
            schedule(round + 1, work.round(round));
        }
    }

    @Override
    public boolean finished() {
        return finished;
    }

    @Override
    public List<Observation> observations() {
        return work.observations();
    }

    @Override
    public List<Panel> panels() {
        return work.panels();
    }
}
