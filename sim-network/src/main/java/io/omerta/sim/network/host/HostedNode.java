package io.omerta.sim.network.host;

import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.HostLimits;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.host.Machine;
import io.omerta.protocol.host.Rejection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One node of a host: its machine, its journal, its timers, and what waits for the journal. */
final class HostedNode implements Effects {
    private final SimHost host;
    private final int self;
    private final HostLimits limits;

    private @Nullable Machine machine;
    private boolean inCall;

    private final List<byte[]> journal = new ArrayList<>();
    /** Entries that are not durable yet, each followed by the messages that wait for it. */
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private int waitingMessages;

    private final TreeMap<Long, RunningTimer> timers = new TreeMap<>();
    private final TreeMap<Long, Long> nameOfRun = new TreeMap<>();
    private long runs;

    /** Commands that have arrived but may still have to wait for the end of a pause. */
    private final TreeMap<Long, Input.Command> commands = new TreeMap<>();

    private long commandsQueued;

    private sealed interface Waiting {
        record Entry(byte[] bytes) implements Waiting {}

        record Message(int to, byte[] bytes) implements Waiting {}
    }

    /**
     * @param run number of this start of the timer, by which one that was replaced is known
     * @param handle by which the network stops it
     */
    private record RunningTimer(long run, long handle) {}

    HostedNode(SimHost host, int self, HostLimits limits) {
        this.host = host;
        this.self = self;
        this.limits = limits;
    }

    @Nullable
    Machine machine() {
        return machine;
    }

    List<byte[]> journal() {
        return List.copyOf(journal);
    }

    void start(Machine fresh) {
        machine = fresh;
        give(new Input.Start(journal.stream().map(byte[]::clone).toList()));
    }

    /** The machine is gone, with everything that is not in the journal. */
    void stop() {
        machine = null;
        waiting.clear();
        waitingMessages = 0;
        timers.values().forEach(timer -> host.cancelTimer(timer.handle()));
        timers.clear();
        nameOfRun.clear();
        commands.clear();
    }

    void loseJournal() {
        journal.clear();
    }

    /** Gives the machine an input; nothing happens if none is running. */
    void give(Input input) {
        if (machine != null) {
            inCall = true;
            machine.on(host.clockNanos(self), input, this);
            inCall = false;
        }
    }

    void timerRanOut(long run) {
        Long name = nameOfRun.remove(run);
        if (name != null) { // null if it was replaced or cancelled while it waited at a paused node
            timers.remove(name);
            give(new Input.TimerFired(name));
        }
    }

    /** Keeps a command; gives the number to take it with. */
    long queueCommand(Input.Command command) {
        commands.put(commandsQueued, command);
        return commandsQueued++;
    }

    void takeCommand(long number) {
        Input.Command command = commands.remove(number);
        if (command != null) { // null if the machine was stopped meanwhile
            give(command);
        }
    }

    /** The oldest entry that waits has become durable; what waited for it leaves. */
    void oldestEntryIsDurable() {
        if (waiting.poll() instanceof Waiting.Entry entry) { // empty if the machine was stopped meanwhile
            keep(entry.bytes());
        }
        while (waiting.peek() instanceof Waiting.Message message) {
            waiting.remove();
            waitingMessages--;
            host.transmit(self, message.to(), message.bytes());
        }
    }

    private void keep(byte[] durable) {
        if (host.keepsJournals()) {
            journal.add(durable);
        }
    }

    /** Whether the machine may still have effects in this call. */
    private boolean mayAct() {
        if (!inCall) {
            throw new IllegalStateException(
                    "node " + self + ": a machine used its effects after the call they were for");
        }
        return machine != null;
    }

    @Override
    public void send(int to, byte[] payload) {
        if (!mayAct()) {
            return;
        }
        if (payload.length > limits.maxPayloadBytes()) {
            host.reject(self, Rejection.MESSAGE_TOO_LARGE);
        } else if (!host.isPeer(to)) {
            host.reject(self, Rejection.UNKNOWN_PEER);
        } else if (waiting.isEmpty()) {
            host.transmit(self, to, payload.clone());
        } else if (waitingMessages == limits.maxWaitingMessages()) {
            host.reject(self, Rejection.TOO_MANY_WAITING);
        } else {
            waiting.add(new Waiting.Message(to, payload.clone()));
            waitingMessages++;
        }
    }

    @Override
    public void startTimer(long timer, long delayNanos) {
        if (!mayAct()) {
            return;
        }
        cancelTimer(timer);
        if (timers.size() == limits.maxTimers()) {
            host.reject(self, Rejection.TOO_MANY_TIMERS);
            return;
        }
        long run = runs++;
        timers.put(timer, new RunningTimer(run, host.startTimer(self, delayNanos, run)));
        nameOfRun.put(run, timer);
    }

    @Override
    public void cancelTimer(long timer) {
        RunningTimer running = mayAct() ? timers.remove(timer) : null;
        if (running != null) {
            nameOfRun.remove(running.run());
            host.cancelTimer(running.handle());
        }
    }

    @Override
    public void append(byte[] entry) {
        if (!mayAct()) {
            return;
        }
        if (entry.length > limits.maxPayloadBytes()) {
            host.reject(self, Rejection.ENTRY_TOO_LARGE);
            stop();
        } else if (host.journalIsDurableAtOnce()) {
            keep(entry.clone());
        } else {
            waiting.add(new Waiting.Entry(entry.clone()));
            host.startDurability(self);
        }
    }

    /** An entry that becomes durable later delays messages, kept or not. */
    @Override
    public boolean keepsEntries() {
        return host.keepsJournals() || !host.journalIsDurableAtOnce();
    }

    @Override
    public void emit(String event, byte[] detail) {
        if (mayAct()) {
            host.emit(self, event, detail.clone());
        }
    }
}
