package io.omerta.sim.kernel;

import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import nl.tudelft.simulation.dsol.model.DsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.ReplicationState;
import nl.tudelft.simulation.dsol.simulators.RunState;
import nl.tudelft.simulation.dsol.simulators.SimulatorInterface;
import org.jspecify.annotations.Nullable;

/**
 * A DSOL simulator whose events live in an {@link EventKernel}. DSOL's life cycle, listeners, warm-up and statistics
 * work as documented there; DSOL events (rare: warm-up, end of replication, whatever a DSOL class schedules) stay in
 * DSOL's own list and are merged by time, before kernel events of the same time.
 *
 * <p>What differs from DSOL, on purpose: everything runs on the caller's thread and {@link #start} returns when the run
 * has ended; no worker thread stays behind to keep the process alive; the first throwable of an event, an
 * {@link AssertionError} too, reaches the caller as {@link SimulationFailure} instead of pausing the run in silence.
 */
public final class KernelSimulator extends DevsSimulator<Long> {
    private static final long serialVersionUID = 1L;

    private final transient EventKernel kernel;
    private boolean stopRequested;
    private transient @Nullable SimulationFailure failure;

    public KernelSimulator(String id, EventKernel kernel) {
        super(id);
        this.kernel = kernel;
    }

    /** The kernel whose events this simulator executes. */
    public EventKernel kernel() {
        return kernel;
    }

    @Override
    public void initialize(
            DsolModel<Long, ? extends SimulatorInterface<Long>> model, Replication<Long> replication, boolean cleanUp)
            throws SimRuntimeException {
        super.initialize(model, replication, cleanUp);
        worker.cleanUp(); // the run stays on the caller's thread
    }

    @Override
    public Long getSimulatorTime() {
        Long time = super.getSimulatorTime();
        return time == null ? Long.valueOf(0) : Long.valueOf(Math.max(kernel.now(), time));
    }

    @Override
    public SimEventInterface<Long> scheduleEvent(SimEventInterface<Long> event) throws SimRuntimeException {
        kernel.stop(); // the drain looks again which list is next
        return super.scheduleEvent(event);
    }

    @Override
    public void startImpl() throws SimRuntimeException {
        if (isStartingOrRunning()) {
            throw new SimRuntimeException("the simulator is running already");
        }
        if (replicationState != ReplicationState.INITIALIZED && replicationState != ReplicationState.STARTED) {
            throw new SimRuntimeException("the replication is " + replicationState + ", so it cannot be started");
        }
        if (replicationState == ReplicationState.INITIALIZED) {
            fireTimedEvent(Replication.START_REPLICATION_EVENT, null, getSimulatorTime());
            replicationState = ReplicationState.STARTED;
        }
        fireEvent(SimulatorInterface.STARTING_EVENT, null);
        runState = RunState.STARTED;
        fireTimedEvent(SimulatorInterface.START_EVENT, null, getSimulatorTime());
        failure = null;
        try {
            run();
        } catch (SimulationFailure first) {
            failure = first;
            throw first;
        } finally {
            if (replicationState == ReplicationState.ENDING) {
                replicationState = ReplicationState.ENDED;
                runState = RunState.ENDED;
                fireTimedEvent(Replication.END_REPLICATION_EVENT, null, getSimulatorTime());
            } else {
                runState = RunState.STOPPED;
            }
            fireTimedEvent(SimulatorInterface.STOP_EVENT, null, getSimulatorTime());
        }
    }

    @Override
    public void run() {
        stopRequested = false;
        long limit = runUntilIncluding ? runUntilTime : runUntilTime - 1;
        while (!stopRequested && !isStoppingOrStopped()) {
            long dsolTime = dsolTime();
            long until = Math.min(limit, lastKernelTimeBeforeDsol());
            if (kernel.nextTimeNanos() <= until) {
                kernel.runUntil(until);
                simulatorTime = kernel.now();
            } else if (dsolTime <= limit) {
                executeDsolEvent(dsolTime);
            } else {
                break;
            }
        }
        if (!stopRequested && !isStoppingOrStopped()) {
            kernel.advanceTo(Math.max(runUntilTime, kernel.now()));
            simulatorTime = kernel.now();
        }
    }

    private long dsolTime() {
        return eventList.isEmpty() ? Long.MAX_VALUE : eventList.first().getAbsoluteExecutionTime();
    }

    /** Kernel events up to this time go before DSOL's first event. */
    private long lastKernelTimeBeforeDsol() {
        if (eventList.isEmpty()) {
            return Long.MAX_VALUE;
        }
        SimEventInterface<Long> first = eventList.first();
        // DSOL ends a replication by an event of the least priority: what is due at that very time still happens.
        boolean before = first.getPriority() >= SimEventInterface.NORMAL_PRIORITY;
        return first.getAbsoluteExecutionTime() - (before ? 1 : 0);
    }

    private void executeDsolEvent(long time) {
        kernel.advanceTo(time);
        SimEventInterface<Long> event = eventList.removeFirst();
        simulatorTime = time;
        fireTimedEvent(SimulatorInterface.TIME_CHANGED_EVENT, null, time);
        try {
            event.execute();
        } catch (SimulationFailure inner) {
            throw inner;
        } catch (Throwable thrown) {
            throw new SimulationFailure(time, "\"" + event + "\" (DSOL)", thrown);
        }
        checkStoppingCondition();
    }

    @Override
    protected void stepImpl() {
        long kernelTime = kernel.nextTimeNanos();
        if (!eventList.isEmpty() && kernelTime > lastKernelTimeBeforeDsol()) {
            executeDsolEvent(dsolTime());
        } else if (kernelTime != Long.MAX_VALUE) {
            kernel.step();
            simulatorTime = kernel.now();
        }
    }

    @Override
    protected void stopImpl() {
        stopRequested = true;
        kernel.stop();
        super.stopImpl();
    }

    /** The failure that ended the last run, or null. */
    public @Nullable SimulationFailure failure() {
        return failure;
    }
}
