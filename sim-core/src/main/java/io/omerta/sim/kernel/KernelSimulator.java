package io.omerta.sim.kernel;

import java.lang.reflect.InvocationTargetException;
import java.util.function.BooleanSupplier;
import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.Executable;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEvent;
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
 * {@link AssertionError} too, reaches the caller as {@link SimulationFailure} instead of pausing the run in silence;
 * {@code TIME_CHANGED_EVENT} is fired for DSOL's own events only; a simulator runs one replication, because its kernel
 * does. A model ends a run early by {@link #stop} or {@link #endReplication}, not by {@link EventKernel#stop}.
 */
public final class KernelSimulator extends DevsSimulator<Long> {
    private static final long serialVersionUID = 1L;

    private final transient EventKernel kernel;
    private transient @Nullable SimulationFailure failure;
    private transient BooleanSupplier done = () -> false;

    public KernelSimulator(String id, EventKernel kernel) {
        super(id);
        this.kernel = kernel;
    }

    /** The kernel whose events this simulator executes. */
    public EventKernel kernel() {
        return kernel;
    }

    /**
     * As in DSOL.
     *
     * @throws SimRuntimeException if the kernel has run before
     */
    @Override
    public void initialize(
            DsolModel<Long, ? extends SimulatorInterface<Long>> model, Replication<Long> replication, boolean cleanUp)
            throws SimRuntimeException {
        if (kernel.executed() > 0 || kernel.now() > 0) {
            throw new SimRuntimeException(
                    "the kernel has run already: make a new kernel and simulator for each replication");
        }
        try {
            super.initialize(model, replication, cleanUp);
        } finally {
            endWorker();
        }
    }

    /** Ends the thread DSOL has just started: the run stays on the caller's thread. */
    private void endWorker() {
        SimulatorWorkerThread unused = worker;
        if (unused == null) {
            return;
        }
        unused.cleanUp();
        try {
            unused.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Long getSimulatorTime() {
        Long time = super.getSimulatorTime();
        return time == null ? Long.valueOf(0) : Long.valueOf(Math.max(kernel.now(), time));
    }

    /** DSOL reads its own clock, which stands still while the kernel runs. */
    private void synchronizeClock() {
        if (simulatorTime == null) {
            throw new SimRuntimeException("the simulator has to be initialized before an event can be scheduled");
        }
        simulatorTime = getSimulatorTime();
    }

    @Override
    public SimEventInterface<Long> scheduleEvent(SimEventInterface<Long> event) throws SimRuntimeException {
        synchronizeClock();
        kernel.stop(); // the drain looks again which list is next
        return super.scheduleEvent(event);
    }

    @Override
    public SimEventInterface<Long> scheduleEventRel(
            Long relativeDelay, short priority, Object target, String method, Object[] args)
            throws SimRuntimeException {
        synchronizeClock();
        return super.scheduleEventRel(relativeDelay, priority, target, method, args);
    }

    @Override
    public SimEventInterface<Long> scheduleEventRel(Long relativeDelay, short priority, Executable executable)
            throws SimRuntimeException {
        synchronizeClock();
        return super.scheduleEventRel(relativeDelay, priority, executable);
    }

    @Override
    public SimEventInterface<Long> scheduleEventNow(short priority, Object target, String method, Object[] args)
            throws SimRuntimeException {
        synchronizeClock();
        return super.scheduleEventNow(priority, target, method, args);
    }

    @Override
    public SimEventInterface<Long> scheduleEventNow(short priority, Executable executable) throws SimRuntimeException {
        synchronizeClock();
        return super.scheduleEventNow(priority, executable);
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
        failure = null;
        runState = RunState.STARTED;
        try {
            fireTimedEvent(SimulatorInterface.START_EVENT, null, getSimulatorTime());
            run();
        } catch (SimulationFailure first) {
            failure = first;
            throw first;
        } finally {
            simulatorTime = getSimulatorTime();
            if (replicationState != ReplicationState.NOT_INITIALIZED) {
                runState = RunState.STOPPED;
            }
            fireTimedEvent(SimulatorInterface.STOP_EVENT, null, getSimulatorTime());
            endIfEnding();
        }
    }

    /**
     * Lets the replication end before its time, as a matter of course: as soon as the test holds when the kernel has
     * stopped or run out of events. Unlike a stopping condition of DSOL it costs nothing while events are executed.
     */
    public void endWhen(BooleanSupplier test) {
        done = test;
    }

    private void endNow() {
        eventList.clear();
        simulatorTime = getSimulatorTime();
        replicationState = ReplicationState.ENDING;
        runState = RunState.STOPPING;
    }

    @Override
    public void run() {
        long limit = runUntilIncluding ? runUntilTime : runUntilTime - 1;
        while (isStartingOrRunning()) {
            if (done.getAsBoolean()) {
                endNow();
                return;
            }
            long dsolTime = dsolTime();
            long until = Math.min(limit, lastKernelTimeBeforeDsol());
            if (kernel.nextTimeNanos() <= until) {
                runKernel(until);
            } else if (dsolTime <= limit) {
                executeDsolEvent(dsolTime);
            } else {
                kernel.advanceTo(Math.max(runUntilTime, kernel.now()));
                return;
            }
        }
    }

    private void runKernel(long until) {
        if (getReplication().getStoppingCondition() == null) {
            kernel.runPending(until);
        } else {
            stepKernel(); // the condition is to be tested after every event
        }
    }

    private void stepKernel() {
        kernel.step();
        simulatorTime = getSimulatorTime();
        checkStoppingCondition();
    }

    private long dsolTime() {
        return eventList.isEmpty() ? Long.MAX_VALUE : eventList.first().getAbsoluteExecutionTime();
    }

    /** Kernel events up to this time go before DSOL's first event. */
    private long lastKernelTimeBeforeDsol() {
        if (eventList.isEmpty()) {
            return EventKernel.MAX_TIME_NANOS;
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
        } catch (Throwable thrown) {
            throw new SimulationFailure(time, describe(event), causeOf(thrown));
        }
        checkStoppingCondition();
    }

    /** In words that are the same in every run, unlike DSOL's own, which contain identity hashes. */
    private static String describe(SimEventInterface<Long> event) {
        return event instanceof SimEvent<Long> call
                ? call.getTarget().getClass().getSimpleName() + "." + call.getMethod() + " (DSOL)"
                : event.getClass().getSimpleName() + " of priority " + event.getPriority() + " (DSOL)";
    }

    /** What the event threw, without what DSOL wraps around it. */
    private static Throwable causeOf(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof SimRuntimeException || cause instanceof InvocationTargetException) {
            Throwable inner = cause.getCause();
            if (inner == null) {
                break;
            }
            cause = inner;
        }
        return cause;
    }

    @Override
    public void step() throws SimRuntimeException {
        failure = null;
        try {
            super.step();
        } catch (SimulationFailure first) {
            failure = first;
            throw first;
        } finally {
            endIfEnding();
        }
    }

    @Override
    protected void stepImpl() {
        long kernelTime = kernel.nextTimeNanos();
        if (!eventList.isEmpty() && kernelTime > lastKernelTimeBeforeDsol()) {
            executeDsolEvent(dsolTime());
        } else if (kernelTime != Long.MAX_VALUE) {
            stepKernel();
        }
    }

    @Override
    protected void stopImpl() {
        kernel.stop();
        super.stopImpl();
    }

    @Override
    public void endReplication() {
        simulatorTime = getSimulatorTime();
        boolean stopped = isStopped();
        super.endReplication();
        kernel.stop();
        if (stopped) {
            endIfEnding();
        }
    }

    private void endIfEnding() {
        if (replicationState == ReplicationState.ENDING) {
            replicationState = ReplicationState.ENDED;
            runState = RunState.ENDED;
            fireTimedEvent(Replication.END_REPLICATION_EVENT, null, getSimulatorTime());
        }
    }

    /** The failure that ended the last run or step, or null. */
    public @Nullable SimulationFailure failure() {
        return failure;
    }
}
