package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.machine.SignedBody;
import io.omerta.protocol.machine.Surroundings;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a message if one thing about it is not as it was: each field changed, up to those of structs within it and
 * of the first element of lists, or another sender. Whoever sends it signs it anew, so that only the machine can refuse it.
 */
final class Forgeries {
    private static final int DEPTH_MAX = 4;
    private static final String SEGMENT = "chain_segment";

    /** Of the whole message: made anew in any case. */
    private static final String SIGNATURE = "signature";

    private final SessionHarness harness;
    private final NodeIdentity stranger;
    private final Set<String> places = new TreeSet<>();

    /** Forgeries that a machine has believed, by actor, state, message and what was changed. */
    final TreeSet<String> believed = new TreeSet<>();

    Forgeries(SessionHarness harness) {
        this.harness = harness;
        this.stranger = harness.stranger(7);
    }

    /** Tries the forgeries of the first message of each type that an actor takes in each state in each way. */
    void stepped(TestNode node, SessionKey key, Configuration before, MachineInput input, Outcome outcome) {
        if (input instanceof MachineInput.Received received && isTaken(outcome)) {
            String place = key.role() + "." + before.state().name() + " "
                    + received.message().name() + done(before, outcome);
            if (places.add(place + outcome.next().state().name())) {
                MachineSpec machine = node.machine(key);
                Surroundings surroundings = node.surroundings(key);
                tryAll(place + " ", machine, before, received, surroundings);
                if (isTaken(machine.step(outcome.next(), received, surroundings))) {
                    believed.add(place + " again in " + outcome.next().state().name());
                }
            }
        }
    }

    /** What a message did that left the state as it was: the variables that have changed, and what was sent. */
    private static String done(Configuration before, Outcome outcome) {
        if (!before.state().equals(outcome.next().state())) {
            return "";
        }
        TreeSet<String> done = new TreeSet<>();
        List<VariableModel> variables = before.actor().variables();
        for (int i = 0; i < variables.size(); i++) {
            if (!before.variable(i).equals(outcome.next().variable(i))) {
                done.add(variables.get(i).name());
            }
        }
        for (MachineEffect effect : outcome.effects()) {
            if (effect instanceof MachineEffect.Send send) {
                done.add(send.message().name());
            }
        }
        return done.isEmpty() ? "" : " " + done;
    }

    private static boolean isTaken(Outcome outcome) {
        return outcome.effects().stream()
                .noneMatch(
                        effect -> effect instanceof MachineEffect.Dropped || effect instanceof MachineEffect.Deferred);
    }

    private void tryAll(
            String place,
            MachineSpec machine,
            Configuration before,
            MachineInput.Received genuine,
            Surroundings surroundings) {
        Map<String, Struct> bodies = new LinkedHashMap<>();
        bodies(genuine.body(), "", 0, changed -> changed, bodies);
        bodies.remove(SIGNATURE);
        bodies.values().removeIf(genuine.body()::equals);
        bodies.forEach((path, body) ->
                attempt(place + path, machine, before, genuine.sender(), genuine.message(), body, surroundings));
        attempt(
                place + "from a stranger",
                machine,
                before,
                stranger.peerId(),
                genuine.message(),
                genuine.body(),
                surroundings);
    }

    private void attempt(
            String name,
            MachineSpec machine,
            Configuration before,
            PeerId sender,
            MessageModel message,
            Struct body,
            Surroundings surroundings) {
        MachineInput forged = new MachineInput.Received(sender, message, signed(sender, message, body));
        Outcome outcome = machine.step(before, forged, surroundings);
        if (isTaken(outcome)) {
            believed.add(name + " -> " + outcome.next().state().name());
        }
    }

    private Struct signed(PeerId sender, MessageModel message, Struct body) {
        if (!message.signed()) {
            return body;
        }
        int declared = body.values().size() - 1;
        List<Value> values = new ArrayList<>(body.values().subList(0, declared));
        Struct content = Struct.of(
                StructShape.of(body.shape().name(), body.shape().fields().subList(0, declared)), values);
        NodeIdentity author =
                sender.equals(stranger.peerId()) ? stranger : harness.nodes.get(harness.node(sender)).identity;
        values.add(author.signer().sign(harness.hasher.hash(SignedBody.DOMAIN, content)));
        return Struct.of(body.shape(), values);
    }

    /** The body with each field changed in turn, by the path of the field. */
    private void bodies(
            Struct struct, String path, int depth, Function<Struct, Struct> whole, Map<String, Struct> bodies) {
        for (String field : struct.shape().fields()) {
            Value value = Forge.field(struct, field);
            String name = path.isEmpty() ? field : path + "." + field;
            Value other = other(value);
            if (other != null) {
                bodies.put(name, whole.apply(Forge.changed(struct, field, other)));
            }
            if (field.endsWith(SEGMENT) && value instanceof ByteString segment) {
                bodies.put(
                        name + " of a stranger",
                        whole.apply(Forge.changed(
                                struct, field, encoded(strangersChain().blocks()))));
                bodies.put(
                        name + " cut short",
                        whole.apply(Forge.changed(
                                struct, field, encoded(blocks(segment).subList(0, 1)))));
            }
            if (depth < DEPTH_MAX && value instanceof Struct part) {
                bodies(part, name, depth + 1, changed -> whole.apply(Forge.changed(struct, field, changed)), bodies);
            } else if (value instanceof ValueList list && !list.elements().isEmpty()) {
                List<Value> fewer = list.elements().subList(1, list.elements().size());
                bodies.put(name + " without its first", whole.apply(Forge.changed(struct, field, ValueList.of(fewer))));
                List<Value> twice = new ArrayList<>(list.elements());
                twice.set(twice.size() - 1, twice.get(0));
                bodies.put(
                        name + " with its first twice", whole.apply(Forge.changed(struct, field, ValueList.of(twice))));
                List<Value> more = new ArrayList<>(list.elements());
                more.add(more.get(0));
                bodies.put(name + " with one more", whole.apply(Forge.changed(struct, field, ValueList.of(more))));
                List<Value> all = new ArrayList<>(list.elements());
                all.addAll(list.elements());
                bodies.put(name + " with all twice", whole.apply(Forge.changed(struct, field, ValueList.of(all))));
                if (depth < DEPTH_MAX && list.elements().get(0) instanceof Struct part) {
                    bodies(
                            part,
                            name + "[0]",
                            depth + 1,
                            changed -> {
                                List<Value> elements = new ArrayList<>(list.elements());
                                elements.set(0, changed);
                                return whole.apply(Forge.changed(struct, field, ValueList.of(elements)));
                            },
                            bodies);
                }
            }
        }
    }

    private ChainSegment strangersChain() {
        return Chain.begin(0, stranger.signer(), harness.hasher).page(0, 0);
    }

    private static List<Block> blocks(ByteString segment) {
        return ((Parsed.Read<ChainSegment>) ChainSegment.CODEC.parse(segment))
                .record()
                .blocks();
    }

    private static ByteString encoded(List<Block> blocks) {
        return ByteString.of(ChainSegment.CODEC.encode(new ChainSegment(blocks)));
    }

    private @Nullable Value other(Value value) {
        if (value instanceof Value.Int number) {
            return new Value.Int(number.value() + 1);
        }
        if (value instanceof Value.Bool bool) {
            return new Value.Bool(!bool.equals(Value.Bool.TRUE));
        }
        if (value instanceof Value.Timestamp time) {
            return new Value.Timestamp(time.millis() + 10_000_000);
        }
        if (value instanceof PeerId) {
            return stranger.peerId();
        }
        if (value instanceof Hash) {
            return harness.hasher.hash(SignedBody.DOMAIN, ValueList.of());
        }
        if (value instanceof Signature) {
            return Signature.of(new byte[Signature.BYTES]);
        }
        if (value instanceof ByteString) {
            return ByteString.of(new byte[32]);
        }
        return null;
    }
}
