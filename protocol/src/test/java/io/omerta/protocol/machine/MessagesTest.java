package io.omerta.protocol.machine;

import static io.omerta.protocol.machine.Sketch.append;
import static io.omerta.protocol.machine.Sketch.set;
import static io.omerta.protocol.machine.Terms.abort;
import static io.omerta.protocol.machine.Terms.equal;
import static io.omerta.protocol.machine.Terms.field;
import static io.omerta.protocol.machine.Terms.local;
import static io.omerta.protocol.machine.Terms.number;
import static io.omerta.protocol.machine.Terms.truth;
import static io.omerta.protocol.machine.TestSurroundings.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.tree.DeferralKind;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections 4.3 and 4.6: messages that no candidate awaits, and what becomes of those that wait. */
class MessagesTest {
    private static final Value ONE = new Value.Int(1);

    private final Sketch sketch = new Sketch("S", "A", "B");
    private final MessageModel go = sketch.message("GO", Type.Scalar.INT);
    private final MessageModel late = sketch.message("LATE", Type.Scalar.INT);

    @Test
    void aMessageWhoseGuardIsFalseIsUsedUp() {
        sketch.on(late, "S", "A").when(truth(false)).then();
        sketch.on(late, "A", "B").then();
        Driver driver = Driver.of(sketch);
        assertEquals(List.of(Drop.GUARD_FALSE), Driver.drops(driver.receive(late, ONE)));
        assertEquals(List.of(), driver.configuration.waiting());
    }

    @Test
    void aMessageWaitsIfALaterStateAwaitsIt() {
        sketch.on(go, "S", "A").then();
        sketch.on(late, "A", "B").then();
        Driver driver = Driver.of(sketch);
        assertEquals(List.of(new MachineEffect.Deferred(late)), driver.receive(late, ONE));
        driver.receive(go, ONE);
        assertEquals("B", driver.state());
        assertEquals(List.of(), driver.configuration.waiting());
    }

    @Test
    void aStateReachedByAnElseCountsAsLater() {
        sketch.on(go, "S", "S").when(truth(false)).otherwise("A").then();
        sketch.on(late, "A", "B").then();
        Driver driver = Driver.of(sketch);
        assertEquals(List.of(new MachineEffect.Deferred(late)), driver.receive(late, ONE));
    }

    @Test
    void aMessageThatNoLaterStateAwaitsIsDropped() {
        sketch.on(late, "S", "A").then();
        Driver driver = Driver.of(sketch);
        driver.receive(late, ONE);
        assertEquals(List.of(Drop.NOT_AWAITED), Driver.drops(driver.receive(late, ONE)));
    }

    @Test
    void aMessageDeclaredIgnoredIsDroppedAlthoughALaterStateAwaitsIt() {
        sketch.on(go, "S", "A").then();
        sketch.on(late, "A", "B").then();
        sketch.unmatched("S", late, DeferralKind.IGNORE);
        assertEquals(List.of(Drop.IGNORED), Driver.drops(Driver.of(sketch).receive(late, ONE)));
    }

    @Test
    void aMessageDeclaredDeferredWaitsAlthoughNoStateAwaitsIt() {
        sketch.unmatched("S", late, DeferralKind.DEFER);
        assertEquals(
                List.of(new MachineEffect.Deferred(late)), Driver.of(sketch).receive(late, ONE));
    }

    @Test
    void theOldestWaitingMessageIsHandledFirst() {
        Term.Variable seen = sketch.variable("seen", Terms.NUMBERS);
        sketch.on(go, "S", "A").then();
        sketch.on(late, "A", "A").then(append(seen, field(local(0, new Type.RecordOf(late.body())), "a")));
        Driver driver = Driver.of(sketch);
        driver.receive(late, new Value.Int(4));
        driver.receive(late, new Value.Int(5));
        driver.receive(late, new Value.Int(6));
        driver.receive(go, ONE);
        assertEquals(
                ValueList.of(new Value.Int(4), new Value.Int(5), new Value.Int(6)),
                driver.configuration.variable(seen.slot()));
    }

    @Test
    void aWaitingMessageWhoseGuardIsFalseIsUsedUpAndTheNextIsHandled() {
        Term value = field(local(0, new Type.RecordOf(late.body())), "a");
        sketch.on(go, "S", "A").then();
        sketch.on(late, "A", "B").when(equal(value, number(5))).then();
        Driver driver = Driver.of(sketch);
        driver.receive(late, new Value.Int(4));
        driver.receive(late, new Value.Int(5));
        assertEquals(List.of(Drop.GUARD_FALSE), Driver.drops(driver.receive(go, ONE)));
        assertEquals("B", driver.state());
    }

    @Test
    void aWaitingMessageThatFaultsIsUsedUpAndTheNextIsHandled() {
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        Term value = field(local(0, new Type.RecordOf(late.body())), "a");
        sketch.on(go, "S", "A").then();
        sketch.on(late, "A", "B")
                .when(equal(value, number(5)))
                .otherwise("B", set(x, abort()))
                .then();
        Driver driver = Driver.of(sketch);
        driver.receive(late, new Value.Int(4));
        driver.receive(late, new Value.Int(5));
        assertEquals(List.of(Fault.Kind.ABORTED), Driver.faults(driver.receive(go, ONE)));
        assertEquals("B", driver.state());
    }

    @Test
    void aMessageWaitsForTenMinutesAndNoLonger() {
        sketch.on(go, "S", "A").then();
        sketch.on(late, "A", "A").then();
        Driver driver = Driver.of(sketch);
        driver.receive(late, ONE);
        driver.surroundings.nowMillis++;
        driver.receive(late, ONE);
        driver.surroundings.nowMillis += 600_000;
        List<MachineEffect> effects = driver.receive(go, ONE);
        assertEquals(List.of(Drop.DEFERRED_TOO_LONG), Driver.drops(effects));
        assertEquals(2, Driver.only(effects, MachineEffect.Moved.class).size());
    }

    @Test
    void sixteenMessagesOfOneSenderWait() {
        sketch.unmatched("S", late, DeferralKind.DEFER);
        Driver driver = Driver.of(sketch);
        for (int i = 0; i < 16; i++) {
            assertEquals(List.of(), Driver.drops(driver.receive(late, ONE)));
        }
        assertEquals(List.of(Drop.TOO_MANY_DEFERRED), Driver.drops(driver.receive(late, ONE)));
        assertEquals(List.of(), Driver.drops(driver.receive(peer(2), late, ONE)));
    }

    @Test
    void twoHundredAndFiftySixMessagesWaitInAll() {
        sketch.unmatched("S", late, DeferralKind.DEFER);
        Driver driver = Driver.of(sketch);
        for (int i = 0; i < 256; i++) {
            assertEquals(List.of(), Driver.drops(driver.receive(peer(i / 16), late, ONE)));
        }
        assertEquals(List.of(Drop.TOO_MANY_DEFERRED), Driver.drops(driver.receive(peer(99), late, ONE)));
        assertEquals(256, driver.configuration.waiting().size());
    }
}
