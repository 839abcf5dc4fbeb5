package io.omerta.sim.network;

import static io.omerta.sim.network.TestNetworks.MICROS;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.kernel.ReferenceKernel;
import io.omerta.sim.network.delay.PropagationDelays;
import io.omerta.sim.network.fault.FaultInjector;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random nodes exchange random messages under random overlapping faults: no message is ever lost from the books or
 * invented, and every kernel runs the same events.
 */
final class AccountingPropertyTest {
    private static final int SEEDS = 50;
    private static final int STEPS = 40;
    private static final int MESSAGES = 2000;

    /** Events between two looks at the books; a prime, so that they fall everywhere. */
    private static final int LOOK = 29;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBooksBalanceAtEveryInstantAndEveryKernelRunsTheSame(long seed) {
        String expected = new Run(new ReferenceKernel(), seed).trace();
        assertEquals(expected, new Run(new PrimitiveKernel(QueueKind.HEAP), seed).trace());
        assertEquals(expected, new Run(new PrimitiveKernel(QueueKind.WHEEL), seed).trace());
    }

    @Test
    void theRunsMeetEveryReasonToDropAndMakeCopies() {
        Set<DropReason> met = EnumSet.noneOf(DropReason.class);
        long copies = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Run run = new Run(new PrimitiveKernel(QueueKind.HEAP), seed);
            run.trace();
            Traffic traffic = run.network.traffic().get(0);
            for (DropReason reason : DropReason.values()) {
                if (traffic.dropped(reason) > 0) {
                    met.add(reason);
                }
            }
            copies += traffic.duplicated();
        }
        assertEquals(EnumSet.allOf(DropReason.class), met);
        assertTrue(copies > 0);
    }

    /** Every node sends at random times to random nodes; some messages are answered, some drops lead to another try. */
    private static final class Run implements MessageHandler, NodeLifecycle {
        private static final String[] ACCESS = {"fast", "slow-up", "slow-down", "remote", "lossy"};

        private final EventKernel kernel;
        private final Network network;
        private final RandomStream stream;
        private final int kind;
        private final int timer;
        private int messages;

        Run(EventKernel kernel, long seed) {
            RandomStreams streams = new RandomStreams(seed);
            this.kernel = kernel;
            this.stream = streams.stream("test");
            String[] access = new String[2 + stream.nextInt(11)];
            for (int node = 0; node < access.length; node++) {
                access[node] = (stream.nextBoolean() ? "far:" : "") + ACCESS[stream.nextInt(ACCESS.length)];
            }
            NodePopulation population = TestNetworks.population(TestNetworks.PARETO, access);
            NetworkOptions options = new NetworkOptions(
                    stream.nextInt(4) == 0 ? Contention.NONE : Contention.QUEUES,
                    stream.nextBoolean(),
                    stream.nextInt(20) * MILLIS,
                    stream.nextInt(30),
                    List.of(new PathOverride(0, 1, 5 * MILLIS, 0.1)));
            this.network = new Network(kernel, population, PropagationDelays.of(TestNetworks.PARETO), options, streams);
            this.kind = network.messageKind("message", this);
            this.timer = network.timerKind("next message", (node, payload) -> next(node));
            network.addLifecycle(this);
            new FaultInjector(kernel, network.conditions(), network.control(), population, streams)
                    .schedule(List.of(new RandomFaults(stream, access.length, STEPS).draw(1 + stream.nextInt(12))));
            for (int node = 0; node < access.length; node++) {
                onRestart(node);
            }
        }

        String trace() {
            while (kernel.now() < 2L * STEPS * 10 * MILLIS && kernel.step()) {
                if (kernel.executed() % LOOK == 0) {
                    look();
                }
            }
            look();
            assertTrue(network.accounting().sent() > 100, "the network was exercised");
            return kernel.trace().sha256();
        }

        private void look() {
            Accounting books = network.accounting();
            assertTrue(books.balances(), () -> books + " at " + kernel.now() + " ns");
        }

        private void next(int node) {
            sendAnywhere(node);
            network.startTimer(node, timer, stream.nextInt(4000) * MICROS, 0);
        }

        private void sendAnywhere(int node) {
            if (messages++ < MESSAGES) {
                network.send(node, stream.nextInt(network.nodes()), kind, stream.nextInt(3000), messages, null);
            }
        }

        @Override
        public void onMessage(int to, int from, long payload, int sizeBytes, @Nullable Object body) {
            if (stream.nextInt(3) == 0) {
                sendAnywhere(to);
            }
        }

        @Override
        public void onDropped(int to, int from, long payload, DropReason reason) {
            if (stream.nextInt(3) == 0) {
                sendAnywhere(from);
            }
            if (stream.nextInt(16) == 0) {
                look(); // in the middle of whatever drops the message
            }
        }

        @Override
        public void onRestart(int node) {
            network.startTimer(node, timer, 0, 0);
        }
    }
}
