package io.omerta.sim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.SimulatorInterface;
import org.djutils.event.EventListener;
import org.djutils.event.EventType;

/** A simulator on a kernel with a log: what happened, and what DSOL's listeners were told. */
final class SimulatorFixture {
    static final long WARMUP_NANOS = 100;
    static final long END_NANOS = 1_000;

    final EventKernel kernel;
    final KernelSimulator simulator;
    final List<String> log = new ArrayList<>();
    private final int type;

    SimulatorFixture(QueueKind kind) {
        kernel = new PrimitiveKernel(kind);
        simulator = new KernelSimulator("simulator under test", kernel);
        type = kernel.eventType("action", (target, source, a, b, c, body) -> ((Runnable) body).run());
    }

    /** A simulator that was initialized with {@code construct} as its model. */
    static SimulatorFixture initialized(QueueKind kind, Consumer<SimulatorFixture> construct) {
        SimulatorFixture fixture = new SimulatorFixture(kind);
        fixture.simulator.initialize(
                new Model(fixture.simulator, () -> construct.accept(fixture)),
                new KernelReplication("replication", WARMUP_NANOS, END_NANOS));
        return fixture;
    }

    static SimulatorFixture initialized(QueueKind kind) {
        return initialized(kind, fixture -> {});
    }

    static final class Model extends AbstractDsolModel<Long, KernelSimulator> {
        private static final long serialVersionUID = 1L;
        private final transient Runnable construct;

        Model(KernelSimulator simulator, Runnable construct) {
            super(simulator);
            this.construct = construct;
        }

        @Override
        public void constructModel() {
            construct.run();
        }
    }

    /** Schedules an event of entity 1 in the kernel. */
    void kernelEvent(long time, Runnable action) {
        kernel.schedule(time, 1, type, 1, 0, 0, 0, action);
    }

    void logKernelEvents(long... times) {
        for (long time : times) {
            kernelEvent(time, () -> log("kernel"));
        }
    }

    void logDsolEvents(long... times) {
        for (long time : times) {
            simulator.scheduleEventAbs(time, () -> log("dsol"));
        }
    }

    void log(String what) {
        log.add(what + "@" + simulator.getSimulatorTime());
    }

    /** Logs what DSOL's listeners are told. */
    void listen() {
        listen(SimulatorInterface.START_EVENT, "START");
        listen(SimulatorInterface.STOP_EVENT, "STOP");
        listen(Replication.START_REPLICATION_EVENT, "START_REPLICATION");
        listen(Replication.END_REPLICATION_EVENT, "END_REPLICATION");
        listen(Replication.WARMUP_EVENT, "WARMUP");
    }

    private void listen(EventType event, String name) {
        EventListener listener = notification -> log(name);
        simulator.addListener(listener, event);
    }
}
