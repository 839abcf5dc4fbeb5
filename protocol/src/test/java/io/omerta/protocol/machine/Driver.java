package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;

/** Gives one machine one input after another, and remembers where it is. */
final class Driver {
    final TestSurroundings surroundings = new TestSurroundings();
    private final MachineSpec machine;
    Configuration configuration;

    Driver(MachineSpec machine) {
        this.machine = machine;
        this.configuration = machine.initial();
    }

    /** A driver of a machine that has started. */
    static Driver of(Sketch sketch) {
        Driver driver = new Driver(sketch.machine());
        driver.start();
        return driver;
    }

    List<MachineEffect> start() {
        return step(new MachineInput.Start());
    }

    List<MachineEffect> receive(PeerId sender, MessageModel message, Value... fields) {
        return step(new MachineInput.Received(
                sender, message, Struct.of(message.body().shape(), fields)));
    }

    List<MachineEffect> receive(MessageModel message, Value... fields) {
        return receive(TestSurroundings.peer(1), message, fields);
    }

    List<MachineEffect> expire(int timer) {
        return step(new MachineInput.Expired(timer));
    }

    List<MachineEffect> trigger(String name, Value... arguments) {
        return step(new MachineInput.Triggered(name, List.of(arguments)));
    }

    List<MachineEffect> step(MachineInput input) {
        Outcome outcome = machine.step(configuration, input, surroundings);
        configuration = outcome.next();
        return outcome.effects();
    }

    String state() {
        return configuration.state().name();
    }

    /** The reasons of all drops among effects. */
    static List<Drop> drops(List<MachineEffect> effects) {
        return only(effects, MachineEffect.Dropped.class).stream()
                .map(MachineEffect.Dropped::reason)
                .toList();
    }

    /** The kinds of all faults among effects. */
    static List<Fault.Kind> faults(List<MachineEffect> effects) {
        return only(effects, MachineEffect.Faulted.class).stream()
                .map(faulted -> faulted.fault().kind())
                .toList();
    }

    static <T extends MachineEffect> List<T> only(List<MachineEffect> effects, Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (MachineEffect effect : effects) {
            if (kind.isInstance(effect)) {
                found.add(kind.cast(effect));
            }
        }
        return found;
    }
}
