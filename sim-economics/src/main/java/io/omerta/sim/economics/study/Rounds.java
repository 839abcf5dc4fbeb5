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
    private final StepLoop loop;
    private final Work work;

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
        this.loop = new StepLoop(kernel, "round", VirtualTime.SECOND, rounds, work::round);
        this.work = work;
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public boolean finished() {
        return loop.finished();
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
