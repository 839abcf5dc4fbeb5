package io.omerta.protocol.machine;

import static io.omerta.protocol.machine.Sketch.broadcast;
import static io.omerta.protocol.machine.Sketch.send;
import static io.omerta.protocol.machine.Sketch.set;
import static io.omerta.protocol.machine.Terms.constant;
import static io.omerta.protocol.machine.Terms.equal;
import static io.omerta.protocol.machine.Terms.local;
import static io.omerta.protocol.machine.Terms.number;
import static io.omerta.protocol.machine.TestSurroundings.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.TriggerModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections 4.7 and 4.8. */
class TriggersAndEffectsTest {
    private static final Value ONE = new Value.Int(1);

    private final Sketch sketch = new Sketch("S", "A", "B");
    private final MessageModel go = sketch.message("GO", Type.Scalar.INT);

    @Test
    void aTriggerBindsItsArguments() {
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        TriggerModel begin = sketch.trigger("begin", List.of(Type.Scalar.STRING, Type.Scalar.INT), "S");
        sketch.on(begin, "S", "A")
                .when(equal(local(1, Type.Scalar.INT), number(5)))
                .then(set(x, local(1, Type.Scalar.INT)));
        Driver driver = Driver.of(sketch);
        driver.trigger("begin", new Text("t"), new Value.Int(5));
        assertEquals("A", driver.state());
        assertEquals(new Value.Int(5), driver.configuration.variable(0));
    }

    @Test
    void aTriggerThatDoesNotExistIsRefused() {
        assertEquals(
                List.of(Drop.TRIGGER_REFUSED), Driver.drops(Driver.of(sketch).trigger("begin")));
    }

    @Test
    void aTriggerIsRefusedOutsideItsStates() {
        TriggerModel begin = sketch.trigger("begin", List.of(), "A");
        sketch.on(begin, "S", "A").then();
        assertEquals(
                List.of(Drop.TRIGGER_REFUSED), Driver.drops(Driver.of(sketch).trigger("begin")));
    }

    @Test
    void argumentsOfTheWrongTypeOrNumberAreRefused() {
        TriggerModel begin = sketch.trigger("begin", List.of(Type.Scalar.UINT), "S");
        sketch.on(begin, "S", "A").then();
        Driver driver = Driver.of(sketch);
        List<Drop> refused = List.of(Drop.TRIGGER_REFUSED);
        assertEquals(refused, Driver.drops(driver.trigger("begin")));
        assertEquals(refused, Driver.drops(driver.trigger("begin", ONE, ONE)));
        assertEquals(refused, Driver.drops(driver.trigger("begin", new Text("1"))));
        assertEquals(refused, Driver.drops(driver.trigger("begin", new Value.Int(-1))));
        assertEquals(refused, Driver.drops(driver.trigger("begin", Value.Absent.INSTANCE)));
        assertEquals(List.of(), Driver.drops(driver.trigger("begin", ONE)));
    }

    @Test
    void sendingToOneselfIsAllowed() {
        sketch.on(go, "S", "A").then(send(new Term.Self(Terms.SPAN), go, number(3)));
        Driver driver = Driver.of(sketch);
        assertEquals(List.of(peer(0)), recipients(driver.receive(go, ONE)));
    }

    @Test
    void aBroadcastReachesEachDistinctPeerButOneselfInTheirOrder() {
        Term peers = constant(
                ValueList.of(peer(3), peer(0), peer(1), peer(3), peer(2)), new Type.ListOf(Type.Scalar.PEER_ID));
        sketch.on(go, "S", "A").then(broadcast(peers, go, number(3)));
        Driver driver = Driver.of(sketch);
        assertEquals(List.of(peer(3), peer(1), peer(2)), recipients(driver.receive(go, ONE)));
    }

    private static List<PeerId> recipients(List<MachineEffect> effects) {
        return Driver.only(effects, MachineEffect.Send.class).stream()
                .map(MachineEffect.Send::to)
                .toList();
    }

    @Test
    void effectsComeInTheOrderOfTheSpecification() {
        sketch.after(sketch.delay("SOON", 5), "S", "B").then();
        sketch.after(sketch.delay("LATE", 9), "A", "B").then();
        sketch.compose("A", "settle", number(4));
        Term self = new Term.Self(Terms.SPAN);
        sketch.on(go, "S", "A").then(send(self, go, number(1)), send(self, go, number(2)));
        sketch.auto("A", "B").then(send(self, go, number(3)));
        Driver driver = Driver.of(sketch);
        assertEquals(
                List.of("Moved", "Send", "Send", "CancelTimer", "ArmTimer", "Compose", "Moved", "Send", "CancelTimer"),
                driver.receive(go, ONE).stream()
                        .map(effect -> effect.getClass().getSimpleName())
                        .toList());
    }

    @Test
    void aCompositionIsCalledOnceInASession() {
        sketch.compose("A", "settle", number(4));
        sketch.on(go, "S", "A").then();
        sketch.on(go, "A", "S").then();
        Driver driver = Driver.of(sketch);
        List<MachineEffect.Compose> first = Driver.only(driver.receive(go, ONE), MachineEffect.Compose.class);
        assertEquals(List.of(new Value.Int(4)), first.get(0).arguments());
        driver.receive(go, ONE);
        assertEquals(List.of(), Driver.only(driver.receive(go, ONE), MachineEffect.Compose.class));
    }

    @Test
    void aCompositionOfTheInitialStateIsCalledAtTheStart() {
        sketch.compose("S", "settle", number(4));
        Driver driver = new Driver(sketch.machine());
        assertEquals(1, Driver.only(driver.start(), MachineEffect.Compose.class).size());
        assertEquals(0, Driver.only(driver.start(), MachineEffect.Compose.class).size());
    }

    @Test
    void aNullArgumentOfACompositionIsAFault() {
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        sketch.compose("A", "settle", x);
        sketch.on(go, "S", "A").then();
        Driver driver = Driver.of(sketch);
        assertEquals(List.of(Fault.Kind.NULL_VALUE), Driver.faults(driver.receive(go, ONE)));
        assertEquals("S", driver.state());
    }

    @Test
    void aSignedMessageCarriesTheSendersSignature() {
        MessageModel claim = sketch.signedMessage("CLAIM", Type.Scalar.INT);
        sketch.on(go, "S", "A").then(send(constant(peer(1), Type.Scalar.PEER_ID), claim, number(3)));
        MachineEffect.Send sent = Driver.only(Driver.of(sketch).receive(go, ONE), MachineEffect.Send.class)
                .get(0);
        SignedBody signed = new SignedBody(claim.body().shape());
        assertTrue(signed.isSignedBy(
                peer(0), sent.body(), TestSurroundings.HASHER, TestSurroundings.IDENTITIES.verifier()));
        assertTrue(!signed.isSignedBy(
                peer(1), sent.body(), TestSurroundings.HASHER, TestSurroundings.IDENTITIES.verifier()));
    }
}
