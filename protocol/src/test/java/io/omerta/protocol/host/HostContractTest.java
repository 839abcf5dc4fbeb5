package io.omerta.protocol.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every host owes a machine. A subclass provides the host. Times are far enough apart for one that lives by the wall
 * clock: what must happen does so within {@link #ENOUGH}, and {@link #STEP} tells earlier from later.
 */
public abstract class HostContractTest {
    /** Time that tells earlier from later. */
    protected static final long STEP = 50_000_000;

    /** Time in which a message arrives. */
    protected static final long ENOUGH = 4 * STEP;

    private final List<HostUnderTest> hosts = new ArrayList<>();

    /** A host whose machines have all been started. */
    protected abstract HostUnderTest host(HostUnderTest.Setup setup);

    @AfterEach
    void closeHosts() {
        hosts.forEach(HostUnderTest::close);
    }

    private HostUnderTest host(int peers, MachineFactory factory, HostLimits limits, long durabilityNanos) {
        HostUnderTest host = host(new HostUnderTest.Setup(peers, factory, limits, durabilityNanos));
        hosts.add(host);
        host.advance(ENOUGH);
        return host;
    }

    private HostUnderTest host(int peers, Machine script) {
        return host(peers, script, HostLimits.DEFAULT, 0);
    }

    private HostUnderTest host(int peers, Machine script, HostLimits limits, long durabilityNanos) {
        return host(peers, self -> new ReportingMachine(script), limits, durabilityNanos);
    }

    /** What a machine does on a command; nothing on other inputs. */
    @FunctionalInterface
    private interface OnCommand {
        void on(Input.Command command, Effects effects);
    }

    private static Machine onCommand(OnCommand script) {
        return (nowNanos, input, effects) -> {
            if (input instanceof Input.Command command) {
                script.on(command, effects);
            }
        };
    }

    private static void command(HostUnderTest host, int peer, String name) {
        host.command(peer, name, new byte[0]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a peer reported after its start and its commands. */
    private static List<String> reported(HostUnderTest host, int peer) {
        return host.emitted(peer).stream()
                .filter(event -> !event.startsWith("start") && !event.startsWith("command"))
                .toList();
    }

    @Test
    void aMachineIsStartedOnceWithAnEmptyJournal() {
        HostUnderTest host = host(1, onCommand((command, effects) -> {}));
        assertEquals(List.of("start []"), host.emitted(0));
    }

    @Test
    void aMachineGetsCommandsWithNameAndArgument() {
        HostUnderTest host = host(1, onCommand((command, effects) -> {}));
        host.command(0, "pay", bytes("10"));
        host.command(0, "leave", bytes(""));
        host.advance(ENOUGH);
        assertEquals(List.of("start []", "command pay 10", "command leave "), host.emitted(0));
    }

    @Test
    void aMessageAndItsAnswerArrive() {
        HostUnderTest host = host(2, self -> new PingPong(), HostLimits.DEFAULT, 0);
        host.command(0, "ping", new byte[] {1});
        host.advance(2 * ENOUGH);
        assertEquals(List.of("ping"), host.emitted(1));
        assertEquals(List.of("pong"), host.emitted(0));
    }

    @Test
    void aMessageArrivesWithItsSenderAndItsBytesAtNobodyElse() {
        HostUnderTest host = host(3, onCommand((command, effects) -> effects.send(2, bytes("hello"))));
        command(host, 1, "send");
        host.advance(ENOUGH);
        assertEquals(List.of("message hello from 1"), reported(host, 2));
        assertEquals(List.of(), reported(host, 0));
        assertEquals(List.of(), reported(host, 1));
    }

    @Test
    void aMessageToOneselfArrivesAfterTheCallThatSentIt() {
        HostUnderTest host = host(1, onCommand((command, effects) -> {
            effects.send(0, bytes("note"));
            effects.emit("sent", new byte[0]);
        }));
        command(host, 0, "send");
        host.advance(ENOUGH);
        assertEquals(List.of("sent", "message note from 0"), reported(host, 0));
    }

    @Test
    void aMachineMayUseItsBufferAgainAfterTheCall() {
        byte[] buffer = bytes("first");
        HostUnderTest host = host(2, onCommand((command, effects) -> effects.send(1, buffer)));
        command(host, 0, "send");
        host.advance(0);
        System.arraycopy(bytes("other"), 0, buffer, 0, buffer.length);
        command(host, 0, "send");
        host.advance(ENOUGH);
        assertEquals(
                List.of("message first from 0", "message other from 0"),
                reported(host, 1).stream().sorted().toList());
    }

    @Test
    void timersFireInTheOrderOfTheirTimes() {
        HostUnderTest host = host(1, onCommand((command, effects) -> {
            effects.startTimer(1, 3 * STEP);
            effects.startTimer(2, STEP);
            effects.startTimer(3, 2 * STEP);
        }));
        command(host, 0, "start");
        host.advance(ENOUGH);
        assertEquals(List.of("timer 2", "timer 3", "timer 1"), reported(host, 0));
    }

    @Test
    void timersOfOneTimeFireInTheOrderOfTheirStart() {
        HostUnderTest host = host(1, onCommand((command, effects) -> {
            for (long timer : new long[] {5, 3, 9, 1}) {
                effects.startTimer(timer, STEP);
            }
        }));
        command(host, 0, "start");
        host.advance(ENOUGH);
        assertEquals(List.of("timer 5", "timer 3", "timer 9", "timer 1"), reported(host, 0));
    }

    @Test
    void aTimerDoesNotFireBeforeItsTime() {
        HostUnderTest host = host(1, onCommand((command, effects) -> effects.startTimer(1, 3 * STEP)));
        command(host, 0, "start");
        host.advance(STEP);
        assertEquals(List.of(), reported(host, 0));
        host.advance(ENOUGH);
        assertEquals(List.of("timer 1"), reported(host, 0));
    }

    @Test
    void aTimerStartedAgainReplacesTheOneThatRuns() {
        HostUnderTest host = host(1, onCommand((command, effects) -> {
            effects.startTimer(1, STEP);
            effects.startTimer(2, 2 * STEP);
            effects.startTimer(1, 3 * STEP);
        }));
        command(host, 0, "start");
        host.advance(2 * ENOUGH);
        assertEquals(List.of("timer 2", "timer 1"), reported(host, 0));
    }

    @Test
    void aTimerCanBeStartedAgainWhenItHasFired() {
        HostUnderTest host = host(1, (nowNanos, input, effects) -> {
            if (!(input instanceof Input.Start)) {
                effects.startTimer(1, 2 * STEP);
            }
        });
        command(host, 0, "start");
        host.advance(5 * STEP);
        assertEquals(List.of("timer 1", "timer 1"), reported(host, 0));
    }

    @Test
    void aCancelledTimerDoesNotFire() {
        HostUnderTest host = host(1, onCommand((command, effects) -> {
            effects.startTimer(1, STEP);
            effects.startTimer(2, STEP);
            effects.cancelTimer(1);
            effects.cancelTimer(3); // never started
        }));
        command(host, 0, "start");
        host.advance(ENOUGH);
        assertEquals(List.of("timer 2"), reported(host, 0));
    }

    @Test
    void aMessageLeavesOnlyWhenTheEntriesBeforeItAreDurable() {
        HostUnderTest host = host(
                2,
                onCommand((command, effects) -> {
                    effects.send(1, bytes("before"));
                    effects.append(bytes("entry"));
                    effects.send(1, bytes("after"));
                }),
                HostLimits.DEFAULT,
                3 * ENOUGH);
        command(host, 0, "act");
        host.advance(2 * ENOUGH);
        assertEquals(List.of("message before from 0"), reported(host, 1));
        host.advance(3 * ENOUGH);
        assertEquals(List.of("message before from 0", "message after from 0"), reported(host, 1));
    }

    @Test
    void aMessageWaitsForEntriesOfEarlierInputsToo() {
        HostUnderTest host = host(
                2,
                onCommand((command, effects) -> {
                    if (command.name().equals("append")) {
                        effects.append(bytes("entry"));
                    } else {
                        effects.send(1, bytes("later"));
                    }
                }),
                HostLimits.DEFAULT,
                3 * ENOUGH);
        command(host, 0, "append");
        host.advance(STEP);
        command(host, 0, "send");
        host.advance(ENOUGH);
        assertEquals(List.of(), reported(host, 1));
        host.advance(3 * ENOUGH);
        assertEquals(List.of("message later from 0"), reported(host, 1));
    }

    @Test
    void aCrashKeepsDurableEntriesInTheirOrder() {
        HostUnderTest host = host(1, onCommand((command, effects) -> effects.append(bytes(command.name()))));
        command(host, 0, "first");
        command(host, 0, "second");
        host.advance(ENOUGH);
        host.crash(0);
        host.restart(0);
        host.advance(ENOUGH);
        assertEquals(List.of("start []", "command first ", "command second ", "start [first second]"), host.emitted(0));
    }

    @Test
    void aCrashLosesEntriesThatAreNotDurableAndTheMessagesThatWaitForThem() {
        HostUnderTest host = host(2, self -> new JournalCounter(), HostLimits.DEFAULT, 2 * ENOUGH);
        command(host, 1, "durable");
        host.advance(4 * ENOUGH);
        command(host, 1, "lost");
        host.advance(ENOUGH);
        host.crash(1);
        host.advance(4 * ENOUGH);
        assertEquals(List.of("started", "told"), host.emitted(0));
        host.restart(1);
        command(host, 1, "second");
        host.advance(4 * ENOUGH);
        assertEquals(List.of("started", "told", "told"), host.emitted(0));
        assertEquals(List.of("started", "started"), host.emitted(1));
    }

    @Test
    void anEntryLostInACrashDoesNotComeBack() {
        HostUnderTest host = host(
                1,
                onCommand((command, effects) -> effects.append(bytes(command.name()))),
                HostLimits.DEFAULT,
                2 * ENOUGH);
        command(host, 0, "durable");
        host.advance(3 * ENOUGH);
        command(host, 0, "lost");
        host.advance(ENOUGH);
        for (int i = 0; i < 2; i++) {
            host.crash(0);
            host.restart(0);
            host.advance(3 * ENOUGH);
        }
        assertEquals(
                List.of("start []", "command durable ", "command lost ", "start [durable]", "start [durable]"),
                host.emitted(0));
    }

    @Test
    void aRestartMakesAFreshMachine() {
        HostUnderTest host = host(
                1,
                self -> {
                    int[] commands = {0};
                    return onCommand((command, effects) -> effects.emit("number " + ++commands[0], new byte[0]));
                },
                HostLimits.DEFAULT,
                0);
        command(host, 0, "count");
        command(host, 0, "count");
        host.advance(ENOUGH);
        host.crash(0);
        host.restart(0);
        command(host, 0, "count");
        host.advance(ENOUGH);
        assertEquals(List.of("number 1", "number 2", "number 1"), host.emitted(0));
    }

    @Test
    void aCrashTakesTheTimers() {
        HostUnderTest host = host(1, onCommand((command, effects) -> effects.startTimer(1, 2 * STEP)));
        command(host, 0, "start");
        host.advance(STEP);
        host.crash(0);
        host.restart(0);
        host.advance(ENOUGH);
        assertEquals(List.of(), reported(host, 0));
    }

    @Test
    void aPeerThatIsDownGetsNothing() {
        HostUnderTest host = host(2, onCommand((command, effects) -> effects.send(1, bytes("hello"))));
        host.crash(1);
        command(host, 0, "send");
        host.advance(2 * ENOUGH);
        host.restart(1);
        host.advance(ENOUGH);
        assertEquals(List.of("start []", "start []"), host.emitted(1));
    }

    @Test
    void aCommandToAPeerThatIsDownIsRefused() {
        HostUnderTest host = host(1, onCommand((command, effects) -> {}));
        host.crash(0);
        command(host, 0, "act");
        host.advance(ENOUGH);
        assertEquals(1, host.rejections(Rejection.NOT_RUNNING));
        assertEquals(List.of("start []"), host.emitted(0));
    }

    @Test
    void aMessageThatIsTooLargeIsRefusedAndOthersLeave() {
        HostLimits limits = new HostLimits(5, 10, 10);
        HostUnderTest host = host(
                2,
                onCommand((command, effects) -> {
                    effects.send(1, bytes("123456"));
                    effects.send(1, bytes("12345"));
                }),
                limits,
                0);
        command(host, 0, "send");
        host.advance(ENOUGH);
        assertEquals(List.of("message 12345 from 0"), reported(host, 1));
        assertEquals(1, host.rejections(Rejection.MESSAGE_TOO_LARGE));
    }

    @Test
    void aMessageToAPeerThatDoesNotExistIsRefused() {
        HostUnderTest host = host(2, onCommand((command, effects) -> {
            effects.send(2, bytes("a"));
            effects.send(-1, bytes("b"));
            effects.send(1, bytes("c"));
        }));
        command(host, 0, "send");
        host.advance(ENOUGH);
        assertEquals(List.of("message c from 0"), reported(host, 1));
        assertEquals(2, host.rejections(Rejection.UNKNOWN_PEER));
    }

    @Test
    void anEntryThatIsTooLargeStopsTheMachineBeforeAnythingFollowsFromIt() {
        HostLimits limits = new HostLimits(5, 10, 10);
        HostUnderTest host = host(
                2,
                onCommand((command, effects) -> {
                    effects.append(bytes(command.name()));
                    effects.send(1, bytes(command.name()));
                }),
                limits,
                0);
        command(host, 0, "fits");
        host.advance(ENOUGH);
        command(host, 0, "too large");
        host.advance(ENOUGH);
        command(host, 0, "late");
        host.advance(ENOUGH);
        assertEquals(List.of("message fits from 0"), reported(host, 1));
        assertEquals(1, host.rejections(Rejection.ENTRY_TOO_LARGE));
        assertEquals(1, host.rejections(Rejection.NOT_RUNNING));
        host.crash(0);
        host.restart(0);
        host.advance(ENOUGH);
        assertEquals(List.of("start []", "command fits ", "command too large ", "start [fits]"), host.emitted(0));
    }

    @Test
    void noMoreMessagesWaitForTheJournalThanAllowed() {
        HostLimits limits = new HostLimits(100, 3, 10);
        HostUnderTest host = host(
                2,
                onCommand((command, effects) -> {
                    effects.append(bytes("entry"));
                    for (int i = 0; i < 5; i++) {
                        effects.send(1, bytes("m" + i));
                    }
                }),
                limits,
                ENOUGH);
        command(host, 0, "flood");
        host.advance(4 * ENOUGH);
        assertEquals(2, host.rejections(Rejection.TOO_MANY_WAITING));
        command(host, 0, "flood");
        host.advance(4 * ENOUGH);
        assertEquals(4, host.rejections(Rejection.TOO_MANY_WAITING));
        assertEquals(6, reported(host, 1).size());
        assertTrue(reported(host, 1).stream().noneMatch(event -> event.contains("m3") || event.contains("m4")));
    }

    @Test
    void noMoreTimersRunThanAllowed() {
        HostLimits limits = new HostLimits(100, 10, 2);
        HostUnderTest host = host(
                1,
                onCommand((command, effects) -> {
                    effects.startTimer(1, STEP);
                    effects.startTimer(2, 2 * STEP);
                    effects.startTimer(3, 3 * STEP); // refused
                    effects.startTimer(1, 3 * STEP); // replaces
                    effects.cancelTimer(2);
                    effects.startTimer(4, STEP); // takes the place of 2
                }),
                limits,
                0);
        command(host, 0, "start");
        host.advance(2 * ENOUGH);
        assertEquals(List.of("timer 4", "timer 1"), reported(host, 0));
        assertEquals(1, host.rejections(Rejection.TOO_MANY_TIMERS));
    }
}
