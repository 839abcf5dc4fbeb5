package io.omerta.protocol.machine;

import static io.omerta.protocol.machine.TestSurroundings.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.wire.CanonicalDecoder;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Fingerprints of configurations, and their encoding. */
class ConfigurationTest {
    private final Sketch sketch = new Sketch("S", "A");
    private final MessageModel go = sketch.message("GO", Type.Scalar.INT);
    private final MessageModel other = sketch.message("OTHER", Type.Scalar.INT);
    private final TransactionSpec spec;
    private final MachineSpec machine;
    private final ConfigurationCodec codec;

    ConfigurationTest() {
        sketch.variable("x", Type.Scalar.INT);
        sketch.variable("y", Type.Scalar.INT);
        sketch.variable("names", new Type.ListOf(Type.Scalar.STRING));
        sketch.after(sketch.delay("SOON", 5), "S", "A").then();
        sketch.after(sketch.delay("LATE", 9), "S", "A").then();
        sketch.after(sketch.delay("LAST", 9), "A", "A").then();
        sketch.compose("A", "settle");
        sketch.compose("A", "report");
        spec = sketch.compile();
        machine = spec.machine(Sketch.ROLE);
        codec = new ConfigurationCodec(spec, Sketch.ROLE);
    }

    private static Value number(long value) {
        return new Value.Int(value);
    }

    private Configuration.Waiting waiting(PeerId sender, MessageModel message, long value, long since) {
        return new Configuration.Waiting(
                sender, message, Struct.of(message.body().shape(), number(value)), since);
    }

    private Configuration configuration(
            int state, Value[] store, long armed, long expired, long composed, Configuration.Waiting... waiting) {
        return new Configuration(machine.model(), state, store, armed, expired, composed, waiting, null);
    }

    private static Value[] store(Value... values) {
        return values;
    }

    private Configuration sample() {
        return configuration(
                0,
                store(number(1), number(2), ValueList.of(new Text("a"), new Text("bc"))),
                1,
                2,
                1,
                waiting(peer(1), go, 1, 5),
                waiting(peer(2), go, 2, 6));
    }

    @Test
    void anySingleChangeChangesTheFingerprint() {
        Value[] store = store(number(1), number(2), ValueList.of(new Text("a"), new Text("bc")));
        Configuration.Waiting first = waiting(peer(1), go, 1, 5);
        Configuration.Waiting second = waiting(peer(2), go, 2, 6);
        List<Configuration> different = List.of(
                sample(),
                configuration(1, store, 1, 2, 1, first, second),
                configuration(0, store(number(2), number(1), store[2]), 1, 2, 1, first, second),
                configuration(0, store(number(2), number(2), store[2]), 1, 2, 1, first, second),
                configuration(0, store(new Value.Timestamp(1), number(2), store[2]), 1, 2, 1, first, second),
                configuration(0, store(new Value.Fixed(1), number(2), store[2]), 1, 2, 1, first, second),
                configuration(0, store(Value.Absent.INSTANCE, number(2), store[2]), 1, 2, 1, first, second),
                configuration(
                        0,
                        store(number(1), number(2), ValueList.of(new Text("ab"), new Text("c"))),
                        1,
                        2,
                        1,
                        first,
                        second),
                configuration(
                        0,
                        store(number(1), number(2), ValueList.of(ValueList.of(new Text("a")), new Text("bc"))),
                        1,
                        2,
                        1,
                        first,
                        second),
                configuration(0, store, 2, 1, 1, first, second),
                configuration(0, store, 0, 2, 1, first, second),
                configuration(0, store, 1, 0, 1, first, second),
                configuration(0, store, 1, 2, 0, first, second),
                configuration(0, store, 1, 2, 1, second, first),
                configuration(0, store, 1, 2, 1, first),
                configuration(0, store, 1, 2, 1, waiting(peer(3), go, 1, 5), second),
                configuration(0, store, 1, 2, 1, waiting(peer(1), other, 1, 5), second),
                configuration(0, store, 1, 2, 1, waiting(peer(1), go, 3, 5), second));
        Set<Fingerprint> fingerprints = new LinkedHashSet<>();
        different.forEach(configuration -> fingerprints.add(configuration.fingerprint()));
        assertEquals(different.size(), fingerprints.size());
    }

    @Test
    void theTimeOfArrivalIsNoPartOfTheFingerprint() {
        Configuration early = configuration(0, sample().store, 1, 2, 1, waiting(peer(1), go, 1, 5));
        Configuration late = configuration(0, sample().store, 1, 2, 1, waiting(peer(1), go, 1, 50));
        assertEquals(early.fingerprint(), late.fingerprint());
        assertNotEquals(early, late);
    }

    @Test
    void equalContentHasOneFingerprintWhateverTheHistory() {
        SplittableRandom random = new SplittableRandom(11);
        for (int run = 0; run < 200; run++) {
            Configuration walked = sample();
            for (int i = 0; i < 10; i++) {
                Value[] store = walked.store.clone();
                store[random.nextInt(2)] = number(random.nextInt(3));
                walked = new Configuration(machine.model(), 0, store, 1, 2, 1, walked.waiting, walked);
                if (random.nextBoolean()) {
                    walked.fingerprint();
                }
            }
            Configuration fresh = configuration(0, walked.store.clone(), 1, 2, 1, walked.waiting.clone());
            assertEquals(fresh, walked);
            assertEquals(fresh.fingerprint(), walked.fingerprint());
        }
    }

    @Test
    void fingerprintsAreTheSameInEveryProcess() {
        assertEquals("492a75b939676e7be84ce5d30cca43fe", sample().fingerprint().toString());
    }

    @Test
    void decodingGivesBackWhatWasEncoded() {
        for (Configuration configuration : List.of(
                sample(),
                machine.initial(),
                configuration(1, store(number(1), Value.Absent.INSTANCE, ValueList.of()), 0, 4, 3))) {
            byte[] bytes = CanonicalEncoder.encode(codec.encode(configuration));
            Decoded.Accepted value = assertInstanceOf(Decoded.Accepted.class, new CanonicalDecoder().decode(bytes));
            ConfigurationCodec.Restored.Accepted restored =
                    assertInstanceOf(ConfigurationCodec.Restored.Accepted.class, codec.decode(value.value()));
            assertEquals(configuration, restored.configuration());
            assertEquals(configuration.fingerprint(), restored.configuration().fingerprint());
        }
    }

    @Test
    void configurationsThatTheMachineCannotBeInAreRefused() {
        List<Configuration> impossible = new ArrayList<>(List.of(
                configuration(0, store(new Text("1"), number(2), ValueList.of()), 1, 2, 1),
                configuration(0, store(number(1), number(2), ValueList.of()), 4, 0, 1),
                configuration(0, store(number(1), number(2), ValueList.of()), 0, 1L << 40, 1),
                configuration(0, store(number(1), number(2), ValueList.of()), 1, 1, 1),
                configuration(0, store(number(1), number(2), ValueList.of()), 1, 0, 4)));
        Configuration.Waiting[] many = new Configuration.Waiting[17];
        Arrays.fill(many, waiting(peer(1), go, 1, 5));
        impossible.add(configuration(0, sample().store, 1, 2, 1, many));
        for (Configuration configuration : impossible) {
            assertInstanceOf(ConfigurationCodec.Restored.Refused.class, codec.decode(codec.encode(configuration)));
        }
    }

    @Test
    void valuesThatAreNoConfigurationAreRefused() {
        Struct encoded = (Struct) codec.encode(sample());
        for (Value value : List.of(Value.Absent.INSTANCE, ValueList.of(), encoded.get(2), new Text("S"))) {
            assertInstanceOf(ConfigurationCodec.Restored.Refused.class, codec.decode(value));
        }
    }

    /** Each field in turn is replaced by values of every kind: 7 fields, 8 values, none of which fits anywhere. */
    @Test
    void everyFieldOfTheWrongKindIsRefused() {
        Struct encoded = (Struct) codec.encode(sample());
        List<Value> wrong = List.of(
                Value.Absent.INSTANCE,
                Value.Bool.TRUE,
                new Value.Fixed(1),
                new Value.Timestamp(1),
                new Text("S"),
                new Value.EnumMember("NOWHERE"),
                ValueList.of(number(1)),
                peer(1));
        for (int place = 0; place < encoded.values().size(); place++) {
            for (Value value : wrong) {
                Value[] values = encoded.values().toArray(Value[]::new);
                values[place] = value;
                assertInstanceOf(
                        ConfigurationCodec.Restored.Refused.class, codec.decode(Struct.of(encoded.shape(), values)));
            }
        }
    }

    @Test
    void anInputThatChangesNothingLeavesTheSameConfiguration() {
        Driver driver = new Driver(machine);
        driver.start();
        Configuration before = driver.configuration;
        driver.receive(go, number(1));
        assertTrue(before == driver.configuration);
    }
}
