package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.CompositionModel;
import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.Instance;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.machine.PropertySpec;
import io.omerta.protocol.machine.Surroundings;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The engine that everybody else runs, in the terms of the suite. */
final class CompiledEngine implements Engine.Run {
    static final Engine ENGINE = new Engine() {
        @Override
        public Engine.Run open(Source protocol, String actor, World world) {
            return new CompiledEngine(protocol, actor, world);
        }

        @Override
        public String evaluate(Source protocol, String property, List<Engine.Instance> instances, World world) {
            return CompiledEngine.evaluate(compile(protocol), property, instances, world);
        }
    };

    private final TransactionSpec spec;
    private final MachineSpec machine;

    /** For each timer, the place of its transition. */
    private final List<Integer> timers;

    private final World world;
    private Configuration configuration;

    private CompiledEngine(Source protocol, String actor, World world) {
        this.spec = compile(protocol);
        this.machine = spec.machine(actor);
        this.timers = machine.model().transitions().stream()
                .filter(transition -> transition.event() instanceof EventModel.OnTimeout)
                .map(TransitionModel::index)
                .toList();
        this.world = world;
        this.configuration = machine.initial();
    }

    static boolean isFreeOfErrors(Source protocol) {
        return Checker.check(protocol, new OtherTransactions()).model() != null;
    }

    private static TransactionSpec compile(Source protocol) {
        CheckedProtocol checked = Checker.check(protocol, new OtherTransactions());
        if (checked.model() == null) {
            throw new IllegalArgumentException(checked.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                    .map(DiagnosticText::render)
                    .collect(Collectors.joining("\n", "has errors:\n", "")));
        }
        return TransactionSpec.compile(checked.model());
    }

    private static String evaluate(TransactionSpec spec, String name, List<Engine.Instance> instances, World world) {
        Map<String, List<Instance>> byRole = new LinkedHashMap<>();
        for (Engine.Instance instance : instances) {
            Configuration configuration = ((CompiledEngine) instance.run()).configuration;
            byRole.computeIfAbsent(instance.actor(), role -> new ArrayList<>())
                    .add(new Instance(instance.peer(), configuration));
        }
        PropertySpec property = spec.properties().stream()
                .filter(declared -> declared.model().name().equals(name))
                .findFirst()
                .orElseThrow();
        Answers answers = new Answers(world);
        PropertySpec.Verdict verdict = property.evaluate(byRole, answers::hash, answers::verify);
        String within = property.model().deadline() == null ? "" : "within " + property.deadlineMillis() + " ";
        if (verdict instanceof PropertySpec.Verdict.Undefined undefined) {
            return within + "fault " + undefined.fault().kind();
        }
        return within + (verdict instanceof PropertySpec.Verdict.Holds ? "holds" : "violated");
    }

    /** Files that a protocol names by the id of their transaction. */
    private record OtherTransactions() implements ImportSource {
        @Override
        public Optional<Source> find(List<String> path) {
            return Optional.empty();
        }

        @Override
        public Optional<Source> transaction(String id) {
            return Optional.of(Case.transaction(id));
        }
    }

    @Override
    public List<String> step(Stimulus stimulus) {
        Outcome outcome = machine.step(configuration, input(stimulus), new Answers(world));
        configuration = outcome.next();
        return outcome.effects().stream().map(this::line).toList();
    }

    @Override
    public String state() {
        return configuration.state().name();
    }

    @Override
    public Map<String, Value> variables() {
        Map<String, Value> variables = new LinkedHashMap<>();
        ActorModel actor = machine.model();
        for (int slot = 0; slot < actor.variables().size(); slot++) {
            variables.put(actor.variables().get(slot).name(), configuration.variable(slot));
        }
        return variables;
    }

    private MachineInput input(Stimulus stimulus) {
        if (stimulus instanceof Stimulus.Message message) {
            return new MachineInput.Received(
                    message.sender(), Objects.requireNonNull(spec.message(message.name())), message.body());
        }
        if (stimulus instanceof Stimulus.Trigger trigger) {
            return new MachineInput.Triggered(trigger.name(), trigger.arguments());
        }
        if (stimulus instanceof Stimulus.Expire expire) {
            return new MachineInput.Expired(timers.indexOf(expire.transition()));
        }
        return new MachineInput.Start();
    }

    private String line(MachineEffect effect) {
        if (effect instanceof MachineEffect.Moved moved) {
            TransitionModel transition = moved.transition();
            TransitionModel.Branch branch =
                    moved.otherwise() ? Objects.requireNonNull(transition.otherwise()) : transition.then();
            return (moved.otherwise() ? "else " : "take ") + transition.index() + " " + state(transition.from())
                    + " -> " + state(branch.to());
        }
        if (effect instanceof MachineEffect.Send send) {
            return "send " + send.to() + " " + send.body();
        }
        if (effect instanceof MachineEffect.Append append) {
            return "append " + append.body();
        }
        if (effect instanceof MachineEffect.ArmTimer arm) {
            return "arm " + timers.get(arm.timer()) + " " + arm.delayMillis();
        }
        if (effect instanceof MachineEffect.CancelTimer cancel) {
            return "cancel " + timers.get(cancel.timer());
        }
        if (effect instanceof MachineEffect.Compose compose) {
            CompositionModel called = compose.composition();
            return "compose " + called.transaction() + " " + called.targetActor() + "." + called.trigger() + " "
                    + compose.arguments();
        }
        if (effect instanceof MachineEffect.Dropped dropped) {
            return "drop " + dropped.reason().name();
        }
        if (effect instanceof MachineEffect.Deferred deferred) {
            return "defer " + deferred.message().name();
        }
        return "fault " + ((MachineEffect.Faulted) effect).fault().kind();
    }

    private String state(int place) {
        return machine.model().states().get(place).name();
    }

    /** The surroundings of {@link World} under the engine's names. */
    private record Answers(World world) implements Surroundings {
        @Override
        public PeerId self() {
            return world.self();
        }

        @Override
        public Hash session() {
            return world.session();
        }

        @Override
        public long nowMillis() {
            return world.nowMillis;
        }

        @Override
        public ByteString randomBytes(int count) {
            return world.randomBytes(count);
        }

        @Override
        public Hash hash(HashDomain domain, Value value) {
            return world.hash(domain.label().text(), value);
        }

        @Override
        public Signature sign(Hash hash) {
            return world.sign(world.self, hash);
        }

        @Override
        public boolean verify(PeerId signer, Hash hash, Signature signature) {
            return world.verify(signer, hash, signature);
        }

        @Override
        public Value ask(Builtin builtin, List<Value> arguments) {
            return world.ask(builtin.name(), arguments);
        }

        @Override
        public Value call(NativeModel function, List<Value> arguments) {
            return world.ask(function.name(), arguments);
        }
    }
}
