package io.omerta.sim.kernel.benchmark;

import io.omerta.sim.kernel.KernelReplication;
import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.RunState;

/** The hold model on DSOL's own event list with lambda events, stepped on the caller's thread by DSOL's own loop. */
final class DsolHoldModel implements HoldModelBenchmark.HoldModel {
    private final Simulator simulator = new Simulator();
    private final HoldModelBenchmark.Increments increments;
    private long left;
    private long executed;

    DsolHoldModel(int pending, HoldModelBenchmark.Increments increments) {
        this.increments = increments;
        try {
            simulator.initialize(new Model(simulator), new KernelReplication("hold", 0, Long.MAX_VALUE / 2), false);
            simulator.releaseWorker();
            for (int i = 0; i < pending; i++) {
                simulator.scheduleEventRel(increments.nextNanos(), this::hold);
            }
        } catch (SimRuntimeException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hold() {
        try {
            simulator.scheduleEventRel(increments.nextNanos(), this::hold);
        } catch (SimRuntimeException e) {
            throw new IllegalStateException(e);
        }
        executed++;
        if (--left == 0) {
            simulator.pause();
        }
    }

    @Override
    public long execute(int events) {
        left = events;
        simulator.resume();
        return executed;
    }

    private static final class Model extends AbstractDsolModel<Long, DevsSimulator<Long>> {
        private static final long serialVersionUID = 1L;

        Model(DevsSimulator<Long> simulator) {
            super(simulator);
        }

        @Override
        public void constructModel() {}
    }

    /** DSOL's own loop, called directly: no worker thread, no sleeping at start. */
    private static final class Simulator extends DevsSimulator<Long> {
        private static final long serialVersionUID = 1L;

        Simulator() {
            super("hold");
        }

        void releaseWorker() {
            worker.cleanUp();
        }

        void resume() {
            runUntilTime = Long.MAX_VALUE / 2;
            runUntilIncluding = true;
            runState = RunState.STARTED;
            run();
        }

        void pause() {
            runState = RunState.STOPPING;
        }
    }
}
