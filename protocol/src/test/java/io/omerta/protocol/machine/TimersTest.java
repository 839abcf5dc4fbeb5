package io.omerta.protocol.machine;

import static io.omerta.protocol.machine.Sketch.set;
import static io.omerta.protocol.machine.Terms.abort;
import static io.omerta.protocol.machine.Terms.equal;
import static io.omerta.protocol.machine.Terms.number;
import static io.omerta.protocol.machine.Terms.plus;
import static io.omerta.protocol.machine.Terms.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Section 4.4. */
class TimersTest {
    private static final Value ONE = new Value.Int(1);

    @Test
    void theStartArmsTheTimersOfTheInitialState() {
        Sketch sketch = new Sketch("S", "A");
        sketch.after(sketch.delay("SOON", 250), "S", "A").then();
        Driver driver = new Driver(sketch.machine());
        assertEquals(List.of(new MachineEffect.ArmTimer(0, 250)), driver.start());
        assertTrue(driver.configuration.isArmed(0));
    }

    @Test
    void anExpiredTimerFires() {
        Sketch sketch = new Sketch("S", "A");
        sketch.after(sketch.delay("SOON", 250), "S", "A").then();
        Driver driver = Driver.of(sketch);
        driver.expire(0);
        assertEquals("A", driver.state());
        assertFalse(driver.configuration.isArmed(0) || driver.configuration.isExpired(0));
    }

    @Test
    void leavingTheStateDisarmsItsOtherTimers() {
        Sketch sketch = new Sketch("S", "A");
        sketch.after(sketch.delay("SOON", 250), "S", "A").then();
        sketch.after(sketch.delay("LATE", 900), "S", "A").then();
        Driver driver = Driver.of(sketch);
        assertTrue(driver.expire(0).contains(new MachineEffect.CancelTimer(1)));
        assertEquals(List.of(Drop.TIMER_NOT_ARMED), Driver.drops(driver.expire(1)));
    }

    @Test
    void aTimerThatWasNeverArmedIsRefused() {
        Driver driver = Driver.of(new Sketch("S"));
        assertEquals(List.of(Drop.TIMER_NOT_ARMED), Driver.drops(driver.expire(0)));
        assertEquals(List.of(Drop.TIMER_NOT_ARMED), Driver.drops(driver.expire(-1)));
        assertEquals(List.of(Drop.TIMER_NOT_ARMED), Driver.drops(driver.expire(64)));
    }

    @Test
    void aSelfLoopOnAMessageLeavesTheTimers() {
        Sketch sketch = new Sketch("S", "A");
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.after(sketch.delay("SOON", 250), "S", "A").then();
        sketch.on(go, "S", "S").then();
        Driver driver = Driver.of(sketch);
        List<MachineEffect> effects = driver.receive(go, ONE);
        assertEquals(1, effects.size());
        assertTrue(driver.configuration.isArmed(0));
    }

    @Test
    void aSelfLoopOnATimeoutArmsThatTimerAlone() {
        Sketch sketch = new Sketch("S", "A");
        sketch.after(sketch.delay("TICK", 250), "S", "S").then();
        sketch.after(sketch.delay("LATE", 900), "S", "A").then();
        Driver driver = Driver.of(sketch);
        assertEquals(
                List.of(new MachineEffect.ArmTimer(0, 250)), driver.expire(0).subList(1, 2));
        assertTrue(driver.configuration.isArmed(0));
        assertTrue(driver.configuration.isArmed(1));
    }

    @Test
    void enteringAStateAgainByAnotherArmsItsTimersAnew() {
        Sketch sketch = new Sketch("S", "A");
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.after(sketch.delay("SOON", 250), "S", "A").when(truth(false)).then();
        sketch.on(go, "S", "A").then();
        sketch.on(go, "A", "S").then();
        Driver driver = Driver.of(sketch);
        driver.expire(0);
        driver.receive(go, ONE);
        assertTrue(driver.receive(go, ONE).contains(new MachineEffect.ArmTimer(0, 250)));
        assertTrue(driver.configuration.isArmed(0));
        assertFalse(driver.configuration.isExpired(0));
    }

    @Test
    void aTimerThatCannotFireIsTriedAgainAfterEveryInput() {
        Sketch sketch = new Sketch("S", "A");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.after(sketch.delay("SOON", 250), "S", "A")
                .when(equal(x, number(1)))
                .then();
        sketch.on(go, "S", "S").then(set(x, number(1)));
        Driver driver = Driver.of(sketch);
        driver.expire(0);
        assertTrue(driver.configuration.isExpired(0));
        driver.receive(go, ONE);
        assertEquals("A", driver.state());
    }

    @Test
    void expiredTimersAreTriedInOrderOfTheirDelays() {
        Sketch sketch = new Sketch("S", "A", "B");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.after(sketch.delay("LATE", 900), "S", "A")
                .when(equal(x, number(1)))
                .then();
        sketch.after(sketch.delay("SOON", 250), "S", "B")
                .when(equal(x, number(1)))
                .then();
        sketch.on(go, "S", "S").then(set(x, number(1)));
        Driver driver = Driver.of(sketch);
        driver.expire(1);
        driver.expire(0);
        driver.receive(go, ONE);
        assertEquals("B", driver.state());
    }

    @Test
    void theElseOfAnExpiredTimerIsTakenIfNoGuardIsTrue() {
        Sketch sketch = new Sketch("S", "A", "B");
        sketch.after(sketch.delay("SOON", 250), "S", "A")
                .when(truth(false))
                .otherwise("B")
                .then();
        Driver driver = Driver.of(sketch);
        driver.expire(0);
        assertEquals("B", driver.state());
    }

    @Test
    void aFaultLeavesTheTimerExpired() {
        Sketch sketch = new Sketch("S", "A");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        sketch.after(sketch.delay("SOON", 250), "S", "A").then(set(x, abort()));
        Driver driver = Driver.of(sketch);
        assertEquals(List.of(Fault.Kind.ABORTED), Driver.faults(driver.expire(0)));
        assertTrue(driver.configuration.isExpired(0));
        assertFalse(driver.configuration.isArmed(0));
        assertEquals("S", driver.state());
    }

    @Test
    void aTimerThatFaultsIsTriedOnceForAnInputThatChangesNothing() {
        Sketch sketch = new Sketch("S", "A");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.after(sketch.delay("SOON", 250), "S", "A").then(set(x, abort()));
        sketch.on(go, "S", "A").when(truth(false)).then();
        Driver driver = Driver.of(sketch);
        driver.expire(0);
        List<MachineEffect> effects = driver.receive(go, ONE);
        assertEquals(List.of(Drop.GUARD_FALSE), Driver.drops(effects));
        assertEquals(List.of(Fault.Kind.ABORTED), Driver.faults(effects));
    }

    @Test
    void theStartArmsTimersEvenIfAnAutoFaults() {
        Sketch sketch = new Sketch("S", "A");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        sketch.after(sketch.delay("SOON", 250), "S", "A").then();
        sketch.auto("S", "A").then(set(x, abort()));
        Driver driver = Driver.of(sketch);
        assertTrue(driver.configuration.isArmed(0));
        driver.expire(0);
        assertEquals("A", driver.state());
    }

    @Test
    void anExpiredTimerIsTriedAgainAfterEachTransition() {
        Sketch sketch = new Sketch("S", "A", "B");
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        MessageModel go = sketch.message("GO", Type.Scalar.INT);
        sketch.after(sketch.delay("SOON", 250), "S", "S")
                .when(equal(x, number(1)))
                .then(set(x, plus(x, number(1))));
        sketch.after(sketch.delay("LATE", 900), "S", "B")
                .when(equal(x, number(2)))
                .then();
        sketch.on(go, "S", "S").then(set(x, number(1)));
        Driver driver = Driver.of(sketch);
        driver.expire(0);
        driver.expire(1);
        driver.receive(go, ONE);
        assertEquals("B", driver.state());
    }

    @Test
    void delaysFollowTheParametersOfTheCompilation() {
        Sketch sketch = new Sketch("S", "A");
        sketch.after(sketch.delay("SOON", 250), "S", "A").then();
        TransactionSpec spec =
                TransactionSpec.compile(sketch.model(List.of(), List.of()), Map.of("SOON", new Value.Int(17)));
        assertEquals(17, spec.machine(Sketch.ROLE).timerMillis(0));
    }

    @Test
    void aNegativeDelayIsRefused() {
        Sketch sketch = new Sketch("S", "A");
        sketch.after(sketch.delay("SOON", 250), "S", "A").then();
        Map<String, Value> overrides = Map.of("SOON", new Value.Int(-1));
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> TransactionSpec.compile(sketch.model(List.of(), List.of()), overrides));
        assertTrue(refusal.getMessage().contains("SOON"));
    }

    @Test
    void sixtyFiveTimeoutsOfOneActorAreRefused() {
        Sketch sketch = new Sketch("S", "A");
        for (int i = 0; i <= 64; i++) {
            sketch.after(sketch.delay("P" + i, 250), "S", "A").then();
        }
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, sketch::machine);
        assertEquals(
                "actor Actor has 65 timeouts, at most 64 allowed: divide it into two actors", refusal.getMessage());
    }
}
