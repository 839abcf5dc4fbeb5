package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Notation;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A transcript: what is done to one machine, line by line, and after each input what it did, in lines that begin with
 * {@code >}: its effects (see {@link Engine.Run#step}), then its state and variables if they changed. Values are in the
 * notation of the test vectors; {@code p0} is the peer whose machine runs, {@code p1}, ... are others.
 *
 * <pre>
 * self p3                          lets the next machine be that of another peer
 * actor NAME                       opens a machine, to which the inputs are given from now on
 * now 5000, now +30000             sets the clock, or puts it forward; milliseconds
 * let $a = VALUE                   names a value, here and in what follows
 * let $a = hash DOMAIN VALUE
 * let $a = sign p1 DOMAIN VALUE    a signature over that hash
 * answer READ(p1, "trust") = 5     prepares an answer of the surroundings
 * start
 * message NAME{...} from p1
 * message signed NAME{...} from p1 adds the sender's signature
 * trigger name(VALUE, ...)
 * expire 2                         the timer of the third transition
 * property NAME                    whether it holds of all machines that were opened
 * repeat 16 INPUT                  equal effects in a row are told once, with their number
 * </pre>
 */
final class Script {
    private static final Pattern PEER = Pattern.compile("\\bp(\\d+)\\b");
    private static final Pattern NAMED = Pattern.compile("\\$\\w+");
    private static final Pattern LET =
            Pattern.compile("let (\\$\\w+) = (?:(hash|sign p\\d+) ([a-z.]+) )?(.+)", Pattern.DOTALL);

    private final Source protocol;
    private final Engine engine;
    private final World world = new World();
    private final Map<String, String> named = new LinkedHashMap<>();
    private final List<String> transcript = new ArrayList<>();
    private final List<Engine.Instance> instances = new ArrayList<>();
    private Engine.Run run = new NoRun();
    private String state = "";
    private final Map<String, Value> variables = new LinkedHashMap<>();

    private Script(Source protocol, Engine engine) {
        this.protocol = protocol;
        this.engine = engine;
        named.put("$session", world.session().toString());
    }

    /** The same script with what the engine really does. */
    static String replay(Source protocol, List<String> lines, Engine engine) {
        Script script = new Script(protocol, engine);
        for (String line : lines) {
            if (!line.startsWith(">")) {
                script.transcript.add(line);
                script.perform(line.strip());
            }
        }
        return String.join("\n", script.transcript);
    }

    private void perform(String line) {
        int blank = line.indexOf(' ');
        String word = blank < 0 ? line : line.substring(0, blank);
        String rest = blank < 0 ? "" : line.substring(blank + 1);
        switch (word) {
            case "actor" -> open(rest);
            case "self" -> world.self = Integer.parseInt(rest.substring(1));
            case "now" -> world.nowMillis =
                    rest.startsWith("+") ? world.nowMillis + Long.parseLong(rest.substring(1)) : Long.parseLong(rest);
            case "let" -> let(line);
            case "answer" -> answer(rest);
            case "property" -> transcript.add("> " + engine.evaluate(protocol, rest, instances, world));
            case "repeat" -> {
                int times = rest.indexOf(' ');
                step(rest.substring(times + 1), Integer.parseInt(rest.substring(0, times)));
            }
            default -> {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    step(line, 1);
                }
            }
        }
    }

    private void open(String actor) {
        run = engine.open(protocol, actor, world);
        instances.add(new Engine.Instance(actor, world.self(), run));
        state = run.state();
        variables.clear();
        variables.putAll(run.variables());
    }

    private void let(String line) {
        Matcher let = LET.matcher(line);
        if (!let.matches()) {
            throw new IllegalArgumentException("malformed: " + line);
        }
        Value value = Notation.parse(expand(let.group(4)));
        String how = let.group(2);
        if (how != null) {
            Hash hash = world.hash(let.group(3), value);
            value = how.equals("hash") ? hash : world.sign(Integer.parseInt(how.substring("sign p".length())), hash);
        }
        named.put(let.group(1), value.toString());
    }

    private void answer(String rest) {
        int equals = rest.lastIndexOf(" = ");
        world.answer(expand(rest.substring(0, equals)), Notation.parse(expand(rest.substring(equals + 3))));
    }

    private void step(String input, int times) {
        Stimulus stimulus = stimulus(input);
        List<String> effects = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            effects.addAll(run.step(stimulus));
        }
        tell(effects);
        if (!state.equals(run.state())) {
            state = run.state();
            transcript.add("> state " + state);
        }
        run.variables().forEach((name, value) -> {
            if (!value.equals(variables.put(name, value))) {
                transcript.add("> " + name + " = " + contract(value.toString()));
            }
        });
    }

    private void tell(List<String> effects) {
        int from = 0;
        while (from < effects.size()) {
            int to = from + 1;
            while (to < effects.size() && effects.get(to).equals(effects.get(from))) {
                to++;
            }
            transcript.add("> " + (to - from > 1 ? (to - from) + " x " : "") + contract(effects.get(from)));
            from = to;
        }
    }

    private Stimulus stimulus(String input) {
        if (input.equals("start")) {
            return new Stimulus.Start();
        }
        String rest = input.substring(input.indexOf(' ') + 1);
        if (input.startsWith("expire ")) {
            return new Stimulus.Expire(Integer.parseInt(rest));
        }
        if (input.startsWith("trigger ")) {
            int open = rest.indexOf('(');
            String arguments = rest.substring(open + 1, rest.length() - 1);
            ValueList values = (ValueList) Notation.parse("[" + expand(arguments) + "]");
            return new Stimulus.Trigger(rest.substring(0, open), values.elements());
        }
        if (input.startsWith("message ")) {
            int from = rest.lastIndexOf(" from p");
            int sender = Integer.parseInt(rest.substring(from + " from p".length()));
            boolean signed = rest.startsWith("signed ");
            String body = rest.substring(signed ? "signed ".length() : 0, from);
            Struct payload = (Struct) Notation.parse(expand(body));
            return message(sender, signed ? signed(payload, sender) : payload);
        }
        throw new IllegalArgumentException("no input: " + input);
    }

    private Stimulus message(int sender, Struct body) {
        return new Stimulus.Message(world.peer(sender), body.shape().name(), body);
    }

    private Struct signed(Struct payload, int sender) {
        List<String> fields = new ArrayList<>(payload.shape().fields());
        fields.add("signature");
        List<Value> values = new ArrayList<>(payload.values());
        values.add(world.sign(sender, world.hash("omerta.message", payload)));
        return Struct.of(StructShape.of(payload.shape().name(), fields), values);
    }

    /** With values instead of their names. */
    private String expand(String text) {
        String values = NAMED.matcher(text).replaceAll(name -> Matcher.quoteReplacement(valueOf(name.group())));
        return PEER.matcher(values).replaceAll(this::peer);
    }

    private String valueOf(String name) {
        String value = named.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such value: " + name);
        }
        return value;
    }

    private String peer(MatchResult name) {
        PeerId peer = world.peer(Integer.parseInt(name.group(1)));
        return peer.toString();
    }

    /** With names instead of values. */
    private String contract(String text) {
        String names = text;
        for (Map.Entry<String, String> value : named.entrySet()) {
            if (value.getValue().contains(":")) {
                names = names.replace(value.getValue(), value.getKey());
            }
        }
        for (int i = 0; i < World.PEERS; i++) {
            names = names.replace(world.peer(i).toString(), "p" + i);
        }
        return names;
    }

    /** Before a machine is opened. */
    private static final class NoRun implements Engine.Run {
        @Override
        public List<String> step(Stimulus stimulus) {
            throw new IllegalStateException("the script opens no actor before its first input");
        }

        @Override
        public String state() {
            return "";
        }

        @Override
        public Map<String, Value> variables() {
            return Map.of();
        }
    }
}
