package io.omerta.protocol.machine;

import static io.omerta.protocol.machine.Sketch.send;
import static io.omerta.protocol.machine.Sketch.set;
import static io.omerta.protocol.machine.Terms.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step depends on nothing but configuration, input and answers. */
class ReplayTest {
    private final Sketch sketch = new Sketch("S", "A", "B");
    private final MessageModel go = sketch.message("GO", Type.Scalar.INT);
    private final MessageModel claim = sketch.signedMessage("CLAIM", Type.Scalar.HASH);
    private final MachineSpec machine;
    private final MachineInput input;

    ReplayTest() {
        Term.Variable at = sketch.variable("at", Type.Scalar.TIMESTAMP);
        Term.Variable nonce = sketch.variable("nonce", Type.Scalar.BYTES);
        Term.Variable balance = sketch.variable("balance", Type.Scalar.UINT);
        Term self = new Term.Self(Terms.SPAN);
        sketch.on(go, "S", "A")
                .then(
                        set(at, call(Builtin.NOW, Type.Scalar.TIMESTAMP)),
                        set(nonce, call(Builtin.RANDOM_BYTES, Type.Scalar.BYTES, Terms.number(8))),
                        send(self, claim, call(Builtin.HASH, Type.Scalar.HASH, nonce)));
        sketch.auto("A", "B").then(set(balance, call(Builtin.READ, Type.Scalar.UINT, self, Terms.text("balance"))));
        machine = sketch.machine();
        input = new MachineInput.Received(
                TestSurroundings.peer(1), go, Struct.of(go.body().shape(), new Value.Int(1)));
    }

    private RecordingSurroundings recorded(TestSurroundings surroundings) {
        return new RecordingSurroundings(surroundings);
    }

    @Test
    void aReplayGivesTheSameConfigurationAndEffects() {
        TestSurroundings surroundings = new TestSurroundings();
        surroundings.answer = new Value.Int(44);
        RecordingSurroundings recording = recorded(surroundings);
        Outcome live = machine.step(machine.initial(), input, recording);
        ReplayedSurroundings replay = new ReplayedSurroundings(recording.exchanges());
        Outcome replayed = machine.step(machine.initial(), input, replay);
        assertEquals("B", live.next().state().name());
        assertEquals(live, replayed);
        assertEquals(0, replay.remaining());
    }

    @Test
    void aQuestionWithoutAnAnswerIsReplayedAsOne() {
        TestSurroundings surroundings = new TestSurroundings();
        surroundings.answers = false;
        RecordingSurroundings recording = recorded(surroundings);
        Outcome live = machine.step(machine.initial(), input, recording);
        assertEquals(List.of(Fault.Kind.UNANSWERABLE), Driver.faults(live.effects()));
        assertEquals(live, machine.step(machine.initial(), input, new ReplayedSurroundings(recording.exchanges())));
    }

    @Test
    void aReplayThatAsksMoreDiverges() {
        RecordingSurroundings recording = recorded(new TestSurroundings());
        machine.step(machine.initial(), input, recording);
        List<Exchange> cut = recording.exchanges().subList(0, 2);
        ReplayedSurroundings.DivergedException divergence = assertThrows(
                ReplayedSurroundings.DivergedException.class,
                () -> machine.step(machine.initial(), input, new ReplayedSurroundings(cut)));
        assertTrue(divergence.getMessage().contains("ends after 2 questions"), divergence.getMessage());
    }

    @Test
    void aReplayThatAsksSomethingElseDiverges() {
        RecordingSurroundings recording = recorded(new TestSurroundings());
        machine.step(machine.initial(), input, recording);
        List<Exchange> shifted =
                recording.exchanges().subList(1, recording.exchanges().size());
        ReplayedSurroundings.DivergedException divergence = assertThrows(
                ReplayedSurroundings.DivergedException.class,
                () -> machine.step(machine.initial(), input, new ReplayedSurroundings(shifted)));
        assertTrue(divergence.getMessage().contains("question 0 of the replay is nowMillis"), divergence.getMessage());
    }
}
