package io.omerta.sim.network.host;

import static io.omerta.sim.network.TestNetwork.nodes;
import static io.omerta.sim.network.TestNetworks.FAST_BYTE_NANOS;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static io.omerta.sim.network.TestNetworks.NEAR_NANOS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.HostLimits;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.host.JournalCounter;
import io.omerta.protocol.host.Machine;
import io.omerta.protocol.host.PingPong;
import io.omerta.protocol.host.Rejection;
import io.omerta.protocol.host.ReportingMachine;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.kernel.ReferenceKernel;
import io.omerta.sim.kernel.SimulationFailure;
import io.omerta.sim.network.Contention;
import io.omerta.sim.network.NetworkOptions;
import io.omerta.sim.network.RandomFaults;
import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.fault.Fault.InFlight;
import io.omerta.sim.random.RandomStreams;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulated host adds to the contract: exact times, node clocks, faults of the network, the trace. */
final class SimHostTest {
    private static final long DURABILITY = 2 * MILLIS;
    private static final byte[] NOTHING = {};

    private final TestNetwork network = TestNetwork.plain(TestNetworks.fast(2));
    private final List<String> heard = new ArrayList<>();

    private final HostListener listener = new HostListener() {
        @Override
        public void onEmitted(long timeNanos, int node, String event, byte[] detail) {
            heard.add(timeNanos + " n" + node + " " + event);
        }

        @Override
        public void onRejected(long timeNanos, int node, Rejection rejection) {
            heard.add(timeNanos + " n" + node + " refused: " + rejection.label());
        }
    };

    private SimHost host(Machine script, SimHostOptions options) {
        SimHost host =
                new SimHost(network.network(), "protocol", self -> new ReportingMachine(script), options, listener);
        host.start();
        return host;
    }

    private SimHost host(Machine script) {
        return host(script, SimHostOptions.DEFAULT);
    }

    private static Machine onCommand(BiConsumer<Long, Effects> script) {
        return (nowNanos, input, effects) -> {
            if (input instanceof Input.Command) {
                script.accept(nowNanos, effects);
            }
        };
    }

    private List<String> heardOf(String prefix) {
        return heard.stream().filter(line -> line.contains(prefix)).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aMessageHasTheSizeOfItsPayloadAndAHeader() {
        SimHostOptions options = new SimHostOptions(HostLimits.DEFAULT, 40, 0);
        SimHost host = host(onCommand((now, effects) -> effects.send(1, bytes("hello"))), options);
        host.command(0, "send", NOTHING, MILLIS);
        network.run();
        long arrival = MILLIS + NEAR_NANOS + 45 * FAST_BYTE_NANOS;
        assertEquals(List.of(arrival + " n1 message hello from 0"), heardOf("message"));
        assertEquals(45, network.network().traffic().get(1).bytesSent());
        assertEquals("protocol", network.network().traffic().get(1).kind());
    }

    @Test
    void clocksShowTheEpochWhenVirtualTimeIsZero() {
        List<Long> clocks = new ArrayList<>();
        SimHostOptions options = new SimHostOptions(HostLimits.DEFAULT, 0, 0, 7_000, true);
        SimHost host = host(onCommand((now, effects) -> clocks.add(now)), options);
        host.command(0, "look", NOTHING, MILLIS);
        network.run();
        assertEquals(List.of(7_000 + MILLIS), clocks);
    }

    @Test
    void whereNothingRestartsTheJournalIsNotKept() {
        SimHostOptions options = new SimHostOptions(HostLimits.DEFAULT, 0, 0, 0, false);
        SimHost host = host(onCommand((now, effects) -> effects.append(bytes("entry"))), options);
        host.command(0, "act", NOTHING, MILLIS);
        network.run();
        assertEquals(List.of(), host.journal(0));
    }

    @Test
    void aMessageAfterAnEntryLeavesWhenTheEntryIsDurable() {
        SimHostOptions options = new SimHostOptions(HostLimits.DEFAULT, 0, DURABILITY);
        SimHost host = host(
                onCommand((now, effects) -> {
                    effects.append(bytes("entry"));
                    effects.send(1, NOTHING);
                }),
                options);
        host.command(0, "act", NOTHING, MILLIS);
        network.kernel().runUntil(MILLIS + DURABILITY - 1);
        assertEquals(List.of(), host.journal(0));
        network.run();
        assertArrayEquals(bytes("entry"), host.journal(0).get(0));
        assertEquals(List.of(MILLIS + DURABILITY + NEAR_NANOS + " n1 message  from 0"), heardOf("message"));
    }

    @Test
    void eachMessageWaitsForTheEntriesBeforeItOnly() {
        SimHostOptions options = new SimHostOptions(HostLimits.DEFAULT, 0, DURABILITY);
        SimHost host = host(
                onCommand((now, effects) -> {
                    effects.append(bytes("entry"));
                    effects.send(1, bytes("m" + now));
                }),
                options);
        host.command(0, "act", NOTHING, 100);
        host.command(0, "act", NOTHING, 300);
        network.run();
        assertEquals(
                List.of(
                        100 + DURABILITY + NEAR_NANOS + 4 * FAST_BYTE_NANOS + " n1 message m100 from 0",
                        300 + DURABILITY + NEAR_NANOS + 4 * FAST_BYTE_NANOS + " n1 message m300 from 0"),
                heardOf("message"));
    }

    @Test
    void aMachineIsGivenTheClockOfItsNode() {
        network.faults(new Fault.Clock(0, Fault.FOREVER, nodes(0), 7 * MILLIS, 0));
        SimHost host = host(onCommand((now, effects) -> effects.emit("clock " + now, NOTHING)));
        host.command(0, "look", NOTHING, MILLIS);
        host.command(1, "look", NOTHING, MILLIS);
        network.run();
        assertEquals(List.of(MILLIS + " n0 clock " + 8 * MILLIS, MILLIS + " n1 clock " + MILLIS), heardOf(" clock"));
    }

    @Test
    void timersRunByTheClockOfTheNode() {
        network.faults(new Fault.Clock(0, Fault.FOREVER, nodes(0), 0, 250_000));
        SimHost host = host(onCommand((now, effects) -> effects.startTimer(1, 100 * MILLIS)));
        host.command(0, "start", NOTHING, MILLIS);
        network.run();
        assertEquals(List.of(81 * MILLIS + " n0 timer 1"), heardOf("timer"));
    }

    @Test
    void aTimerThatRanOutDuringAPauseCanStillBeCancelledByAnEarlierMessage() {
        network.faults(new Fault.Pause(5 * MILLIS, 50 * MILLIS, nodes(0)));
        SimHost host = host((now, input, effects) -> {
            if (input instanceof Input.Command) {
                effects.startTimer(1, 20 * MILLIS);
            } else if (input instanceof Input.MessageReceived) {
                effects.cancelTimer(1);
            }
        });
        host.command(0, "start", NOTHING, MILLIS);
        network.kernel().runUntil(MILLIS);
        host.transmit(1, 0, NOTHING); // due at 11 ms, before the timer
        network.run();
        assertEquals(List.of(55 * MILLIS + " n0 message  from 1"), heardOf("message"));
        assertEquals(List.of(), heardOf("timer"));
    }

    @Test
    void aTimerReplacedDuringAPauseFiresOnce() {
        network.faults(new Fault.Pause(5 * MILLIS, 50 * MILLIS, nodes(0)));
        SimHost host = host((now, input, effects) -> {
            if (input instanceof Input.Command) {
                effects.startTimer(1, 20 * MILLIS);
            } else if (input instanceof Input.MessageReceived) {
                effects.startTimer(1, 30 * MILLIS);
            }
        });
        host.command(0, "start", NOTHING, MILLIS);
        network.kernel().runUntil(MILLIS);
        host.transmit(1, 0, NOTHING);
        network.run();
        assertEquals(List.of(85 * MILLIS + " n0 timer 1"), heardOf("timer"));
    }

    @Test
    void aCommandToAPausedNodeWaitsAndOneToACrashedNodeIsRefused() {
        network.faults(
                new Fault.Pause(MILLIS, 9 * MILLIS, nodes(0)),
                new Fault.Crash(MILLIS, 9 * MILLIS, nodes(1), false, InFlight.DELIVER));
        SimHost host = host(onCommand((now, effects) -> {}));
        host.command(0, "act", NOTHING, 2 * MILLIS);
        host.command(1, "act", NOTHING, 3 * MILLIS);
        network.run();
        assertEquals(List.of(10 * MILLIS + " n0 command act "), heardOf("command"));
        assertEquals(List.of(3 * MILLIS + " n1 refused: not running"), heardOf("refused"));
    }

    @Test
    void aLostDiskGivesAnEmptyJournal() {
        network.faults(
                new Fault.Crash(10, 10, nodes(0), false, InFlight.DELIVER),
                new Fault.Crash(30, 10, nodes(0), true, InFlight.DELIVER));
        SimHost host = host(onCommand((now, effects) -> effects.append(bytes("entry"))));
        host.command(0, "act", NOTHING, 5);
        network.run();
        assertEquals(List.of("0 n0 start []", "20 n0 start [entry]", "40 n0 start []"), heardOf("n0 start"));
    }

    @Test
    void aCrashAtTheInstantOfDurabilityComesFirst() {
        network.faults(new Fault.Crash(10 + DURABILITY, 1, nodes(1), false, InFlight.DELIVER));
        SimHost host = new SimHost(
                network.network(),
                "protocol",
                self -> new JournalCounter(),
                new SimHostOptions(HostLimits.DEFAULT, 0, DURABILITY),
                listener);
        host.start();
        host.command(1, "add", NOTHING, 10);
        network.run();
        assertEquals(List.of(), host.journal(1));
        assertEquals(List.of(), heardOf("told"));
    }

    @Test
    void bothCopiesOfADuplicatedMessageAreTheReceiversOwn() {
        network.faults(new Fault.Duplicate(0, Fault.FOREVER, nodes(0), 1));
        SimHost host = host((now, input, effects) -> {
            if (input instanceof Input.Command) {
                effects.send(1, bytes("hello"));
            } else if (input instanceof Input.MessageReceived message) {
                message.payload()[0] = '?';
            }
        });
        host.command(0, "send", NOTHING, MILLIS);
        network.run();
        assertEquals(2, heardOf("message hello from 0").size());
    }

    @Test
    void theMachineOfANodeCanBeSeenWhileItRuns() {
        network.faults(new Fault.Crash(10, 10, nodes(0), false, InFlight.DELIVER));
        SimHost host = host(onCommand((now, effects) -> {}));
        assertNull(host.machine(0));
        network.kernel().runUntil(5);
        Machine first = host.machine(0);
        assertNotNull(first);
        network.kernel().runUntil(15);
        assertNull(host.machine(0));
        network.kernel().runUntil(25);
        assertNotNull(host.machine(0));
        assertNotEquals(first, host.machine(0));
    }

    @Test
    void aCommandToANodeThatDoesNotExistIsRejected() {
        SimHost host = host(onCommand((now, effects) -> {}));
        assertThrows(IllegalArgumentException.class, () -> host.command(2, "act", NOTHING, 0));
    }

    @Test
    void effectsCannotBeUsedAfterTheCall() {
        Effects[] kept = new Effects[1];
        SimHost host = host(onCommand((now, effects) -> kept[0] = effects));
        host.command(0, "keep", NOTHING, 1);
        network.run();
        assertThrows(IllegalStateException.class, () -> kept[0].send(1, NOTHING));
    }

    @Test
    void whatAMachineThrowsEndsTheRun() {
        SimHost host = host(onCommand((now, effects) -> {
            throw new IllegalStateException("broken machine");
        }));
        host.command(0, "act", NOTHING, 1);
        assertThrows(SimulationFailure.class, network::run);
    }

    @Test
    void theTraceCoversWhatMessagesCommandsAndEventsSay() {
        String trace = traceOfSaying("a", "b", "c");
        assertEquals(trace, traceOfSaying("a", "b", "c"));
        assertNotEquals(trace, traceOfSaying("x", "b", "c"));
        assertNotEquals(trace, traceOfSaying("a", "x", "c"));
        assertNotEquals(trace, traceOfSaying("a", "b", "x"));
    }

    private static String traceOfSaying(String message, String command, String event) {
        TestNetwork network = TestNetwork.plain(TestNetworks.fast(2));
        Machine machine = onCommand((now, effects) -> {
            effects.send(1, bytes(message));
            effects.emit("event", bytes(event));
        });
        SimHost host =
                new SimHost(network.network(), "protocol", self -> machine, SimHostOptions.DEFAULT, HostListener.NONE);
        host.start();
        host.command(0, command, NOTHING, 1);
        return network.run().kernel().trace().sha256();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyKernelRunsTheSameMachinesAlikeUnderRandomFaults(long seed) {
        String expected = traceUnderFaults(new ReferenceKernel(), seed);
        assertEquals(expected, traceUnderFaults(new PrimitiveKernel(QueueKind.HEAP), seed));
        assertEquals(expected, traceUnderFaults(new PrimitiveKernel(QueueKind.WHEEL), seed));
    }

    private static String traceUnderFaults(EventKernel kernel, long seed) {
        int peers = 5;
        int steps = 40;
        RandomStreams streams = new RandomStreams(seed);
        TestNetwork network = new TestNetwork(
                kernel,
                TestNetworks.population(TestNetworks.PARETO, "fast", "far:lossy", "slow-up", "far:fast", "slow-down"),
                new NetworkOptions(Contention.QUEUES, true, Long.MAX_VALUE, 20, List.of()),
                seed);
        network.faults(new RandomFaults(streams.stream("test"), peers, steps).draw(8));
        SimHost host = new SimHost(
                network.network(),
                "protocol",
                self -> self % 2 == 0 ? new PingPong() : new JournalCounter(),
                new SimHostOptions(HostLimits.DEFAULT, 40, DURABILITY),
                HostListener.NONE);
        host.start();
        for (int i = 0; i < 500; i++) {
            host.command(i % peers, "act", new byte[] {(byte) (i * 7 % peers)}, i * MILLIS);
        }
        kernel.runUntil(1000 * MILLIS);
        assertTrue(kernel.executed() > 1000, "the host was exercised");
        return kernel.trace().sha256();
    }
}
