package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.envelope.Admission;
import io.omerta.protocol.envelope.Envelope;
import io.omerta.protocol.envelope.Header;
import io.omerta.protocol.envelope.Refusal;
import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.host.Machine;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All sessions of one node: one host machine that runs the machines of its transactions.
 *
 * <p>A session begins at a node when a message moves the machine of the role that it addresses, or when the node's owner or
 * another transaction calls a trigger of it. What strangers send leaves nothing behind before its envelope is admitted, and
 * only a bounded number of early messages before the machine has moved. An ended session is remembered for a while and not
 * begun again; longer, freshness is for the transactions to check.
 *
 * <p>Every input that changes anything is in the journal, with what was asked outside, before any of its messages leaves;
 * after a restart the inputs are taken again, without their effects, and the timers run for what is left of their time.
 * What was about to be sent when the node stopped is lost, like any message can be.
 */
public final class SessionHost implements Machine {
    /** Timers of one machine, which are its bits in a configuration. */
    private static final int TIMERS_PER_SESSION = Long.SIZE;

    /** What an envelope adds to a body, at most. */
    private static final int ENVELOPE_BYTES = 1024;

    private final NodeSurroundings.Shared node;
    private final PeerDirectory directory;
    private final SessionLimits limits;
    private final SessionObserver observer;
    private final Programs programs;
    private final SessionTable sessions;
    private long numbers;

    /**
     * Parts of a node that its sessions rest on.
     *
     * @param chain of the node as it was before its first input; what is appended since comes from the journal
     * @param programs that the node takes part in, made with its hasher and verifier
     */
    public record Setup(
            NodeIdentity identity,
            Chain chain,
            Programs programs,
            PeerDirectory directory,
            PeerKnowledge knowledge,
            ChainTrust trust,
            NativeLibrary natives,
            SessionLimits limits) {}

    public SessionHost(Setup setup, SessionObserver observer) {
        NodeIdentity identity = setup.identity();
        this.node = new NodeSurroundings.Shared(
                identity,
                new OwnChain(setup.chain(), identity.signer(), identity.hasher()),
                setup.knowledge(),
                setup.natives(),
                setup.programs().segments(),
                new ChainStates(setup.trust()),
                setup.limits());
        this.directory = setup.directory();
        this.limits = setup.limits();
        this.observer = observer;
        this.sessions = new SessionTable(limits);
        this.programs = setup.programs();
    }

    /** The node's chain as it is now. */
    public Chain chain() {
        return node.chain().chain();
    }

    /** The head of a peer that the node's chain recorded last. */
    public Optional<PeerHead> recordedHead(PeerId peer) {
        return node.chain().recordedHead(peer, Long.MAX_VALUE);
    }

    /** What the node holds of others' funds as a witness. */
    public HeldFunds held() {
        return node.chain().held();
    }

    /** The machine of a session that has begun and not ended, or null. */
    public @Nullable Configuration configuration(SessionKey key) {
        Session session = sessions.find(key);
        return session == null ? null : session.configuration;
    }

    @Override
    public void on(long nowNanos, Input input, Effects effects) {
        if (input instanceof Input.Start start) {
            restore(nowNanos, start.journal(), effects);
            return;
        }
        Turn turn = take(nowNanos, input, Answers.live());
        if (turn.isChanging() && effects.keepsEntries()) {
            effects.append(new JournalEntry(nowNanos, input, turn.answers.heard()).encode());
        }
        turn.carryOut(effects);
    }

    /** @throws IllegalArgumentException if the journal was written by another version of the program */
    private void restore(long nowNanos, List<byte[]> journal, Effects effects) {
        journal.forEach(this::replay);
        for (Session session : sessions.begun()) {
            session.deadlinesNanos.forEach((timer, deadline) ->
                    effects.startTimer(timerName(session, timer), Math.max(0, deadline - nowNanos)));
        }
    }

    /**
     * Takes again what a journal entry records, without its effects.
     *
     * @throws IllegalArgumentException if it was written by another version of the program
     */
    Turn replay(byte[] entry) {
        Remainder remainder = Remainder.parse(entry);
        if (remainder == null) {
            JournalEntry input = JournalEntry.decode(entry);
            return take(input.nowNanos(), input.input(), Answers.replayed(input.answers()));
        }
        Turn turn = new Turn(0, Answers.live());
        remainder.blocks().forEach(block -> node.chain().append(block.body(), block.nowMillis()));
        remainder.ended().forEach(sessions::finish);
        numbers = Math.max(numbers, remainder.numbers());
        return turn;
    }

    /** The machines that have begun and not ended, or for which messages wait. */
    Set<SessionKey> liveSessions() {
        return sessions.keys();
    }

    /** How many machines have taken a first step, ever. */
    long numbers() {
        return numbers;
    }

    private Turn take(long nowNanos, Input input, Answers answers) {
        Turn turn = new Turn(nowNanos, answers);
        if (input instanceof Input.MessageReceived message) {
            receive(turn, message.payload());
        } else if (input instanceof Input.TimerFired fired) {
            expire(turn, fired.timer());
        } else if (input instanceof Input.Command command) {
            obey(turn, command);
        }
        for (Turn.Call call = turn.nextCall(); call != null; call = turn.nextCall()) {
            compose(turn, call);
        }
        return turn;
    }

    private void receive(Turn turn, byte[] payload) {
        if (payload.length > limits.messageBytesMax()) {
            observer.refused(SessionRefusal.TOO_LARGE, payload.length + " bytes");
            return;
        }
        Envelope envelope = Envelope.parse(payload);
        if (envelope == null) {
            observer.refused(SessionRefusal.NOT_ADMITTED, Refusal.MALFORMED.label());
            return;
        }
        Header header = envelope.header();
        Program program = programs.find(header.transaction());
        if (program == null) {
            observer.refused(SessionRefusal.UNKNOWN_MACHINE, header.message());
        } else if (header.recipientRole().equals(MessageModel.EVERYONE)) {
            List<Session> present = sessions.find(header.transaction(), header.session(), program);
            if (present.isEmpty()) {
                observer.refused(SessionRefusal.NO_SESSION, header.message());
            }
            present.forEach(session -> admit(turn, session, envelope));
        } else {
            Session session = addressed(
                    new SessionKey(header.transaction(), header.session(), header.recipientRole()), header.sender());
            if (session != null) {
                admit(turn, session, envelope);
            }
        }
    }

    /** The session of a key, which may be new, or null if there is none and may be none. */
    private @Nullable Session addressed(SessionKey key, PeerId opener) {
        Session known = sessions.find(key);
        if (known != null) {
            return known;
        }
        Program program = programs.find(key.transaction());
        Program.Part part = program == null ? null : program.part(key.role());
        if (part == null) {
            observer.refused(SessionRefusal.UNKNOWN_MACHINE, key.toString());
        } else if (sessions.isFinished(key)) {
            observer.refused(SessionRefusal.FINISHED, key.toString());
        } else if (!opener.equals(node.identity().peerId()) && !sessions.hasRoomFor(opener)) {
            observer.refused(SessionRefusal.TOO_MANY_SESSIONS, key.toString());
        } else {
            return new Session(key, part, opener, node.identity());
        }
        return null;
    }

    private void admit(Turn turn, Session session, Envelope envelope) {
        Admission.Verdict verdict = session.part
                .admission()
                .admit(node.identity().peerId(), session.key.session(), session.window, envelope);
        if (verdict instanceof Admission.Verdict.Refused refused) {
            observer.refused(
                    SessionRefusal.NOT_ADMITTED,
                    refused.reason().label() + ": " + envelope.header().message());
        } else if (verdict instanceof Admission.Verdict.Admitted admitted) {
            session.window = admitted.window();
            step(turn, session, admitted.input());
        }
    }

    private void expire(Turn turn, long name) {
        int timer = (int) (name % TIMERS_PER_SESSION);
        Session session = sessions.find(name / TIMERS_PER_SESSION);
        if (session == null || session.deadlinesNanos.remove(timer) == null) {
            observer.refused(SessionRefusal.NO_TIMER, Long.toString(name));
        } else {
            step(turn, session, new MachineInput.Expired(timer));
        }
    }

    private void obey(Turn turn, Input.Command input) {
        SessionCommand command = SessionCommand.of(input);
        if (command instanceof SessionCommand.Trigger trigger) {
            trigger(turn, trigger);
        } else if (command instanceof SessionCommand.Record record
                && record.body().encodedBytes() <= Block.BODY_BYTES_MAX
                && !record.body().shape().name().equals(Block.GENESIS)) {
            turn.change();
            append(turn, record.body());
        } else {
            observer.refused(SessionRefusal.BAD_COMMAND, input.name());
        }
    }

    private void compose(Turn turn, Turn.Call call) {
        var composition = call.compose().composition();
        trigger(
                turn,
                new SessionCommand.Trigger(
                        new SessionKey(composition.transaction(), call.session(), composition.targetActor()),
                        composition.trigger(),
                        call.compose().arguments()));
    }

    private void trigger(Turn turn, SessionCommand.Trigger trigger) {
        Session session = addressed(trigger.session(), node.identity().peerId());
        if (session != null) {
            step(turn, session, new MachineInput.Triggered(trigger.trigger(), trigger.arguments()));
        }
    }

    private void step(Turn turn, Session session, MachineInput input) {
        boolean isNew = session.number < 0;
        int blocks = turn.appended.size();
        if (isNew) {
            session.number = numbers++;
            take(turn, session, new MachineInput.Start());
        }
        take(turn, session, input);
        sessions.file(session);
        if (isNew && !session.isKept() && turn.appended.size() == blocks) {
            // Were it written down, who repeats it would fill the journal.
            numbers--;
            observer.refused(SessionRefusal.NOTHING_BEGUN, session.key.toString());
            return;
        }
        turn.change();
        turn.touched.add(session.key);
        if (session.hasEnded()) {
            turn.ended.add(session.key);
        }
    }

    private void take(Turn turn, Session session, MachineInput input) {
        Outcome outcome =
                session.part.machine().step(session.configuration, input, new NodeSurroundings(node, session, turn));
        for (MachineEffect effect : outcome.effects()) {
            if (effect instanceof MachineEffect.Append append && append.body().encodedBytes() > Block.BODY_BYTES_MAX) {
                observer.refused(SessionRefusal.BLOCK_TOO_LARGE, append.block().name() + " of " + session.key);
                return;
            }
        }
        session.configuration = outcome.next();
        for (MachineEffect effect : outcome.effects()) {
            carryOut(turn, session, effect);
        }
        observer.stepped(session.key, input, outcome);
    }

    private void carryOut(Turn turn, Session session, MachineEffect effect) {
        if (effect instanceof MachineEffect.Send send) {
            send(turn, session, send);
        } else if (effect instanceof MachineEffect.Append append) {
            append(turn, append.body());
        } else if (effect instanceof MachineEffect.ArmTimer arm) {
            session.deadlinesNanos.put(arm.timer(), turn.afterMillis(arm.delayMillis()));
            long delayNanos = turn.afterMillis(arm.delayMillis()) - turn.nowNanos;
            turn.then(host -> host.startTimer(timerName(session, arm.timer()), delayNanos));
        } else if (effect instanceof MachineEffect.CancelTimer cancel) {
            session.deadlinesNanos.remove(cancel.timer());
            turn.then(host -> host.cancelTimer(timerName(session, cancel.timer())));
        } else if (effect instanceof MachineEffect.Compose compose) {
            turn.call(new Turn.Call(session.key.session(), compose));
        }
    }

    private void append(Turn turn, Struct body) {
        node.chain().append(body, turn.nowMillis());
        turn.appended.add(body);
    }

    private void send(Turn turn, Session session, MachineEffect.Send send) {
        OptionalInt address = directory.address(send.to());
        if (address.isEmpty()) {
            observer.refused(SessionRefusal.UNSENDABLE, send.message().name() + " to " + send.to());
            return;
        }
        MessageModel message = send.message();
        if (send.body().encodedBytes() > limits.messageBytesMax() - ENVELOPE_BYTES) {
            observer.refused(
                    SessionRefusal.UNSENDABLE,
                    message.name() + " of " + send.body().encodedBytes() + " bytes");
            return;
        }
        String role = message.hasSeveralRecipients()
                ? MessageModel.EVERYONE
                : message.recipients().get(0);
        byte[] payload = session.sealing.seal(send, role, session.nextSequence(message));
        turn.then(host -> host.send(address.getAsInt(), payload));
    }

    private static long timerName(Session session, int timer) {
        return session.number * TIMERS_PER_SESSION + timer;
    }
}
