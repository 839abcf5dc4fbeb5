package io.omerta.protocol.machine.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Writes random protocols, all of them with one set of declarations and with random functions and transitions, and random
 * inputs for them. What is written has no errors.
 */
final class MachineGenerator {
    private static final int STATES = 4;
    private static final int TRIGGERS = 4;
    private static final int INPUTS = 24;

    private static final Map<String, Ty> STORE = new LinkedHashMap<>();
    private static final Map<String, Ty> MESSAGE = new LinkedHashMap<>();

    static {
        STORE.put("n", Ty.INT);
        STORE.put("u", Ty.UINT);
        STORE.put("f", Ty.FIXED);
        STORE.put("b", Ty.BOOL);
        STORE.put("s", Ty.STRING);
        STORE.put("d", Ty.DURATION);
        STORE.put("t", Ty.TIMESTAMP);
        STORE.put("who", Ty.PEER_ID);
        STORE.put("h", Ty.HASH);
        STORE.put("c", RandomExpressions.COLOUR);
        STORE.put("numbers", RandomExpressions.INTS);
        STORE.put("peers", RandomExpressions.PEERS);
        STORE.put("counts", RandomExpressions.COUNTS);
        STORE.put("point", RandomExpressions.POINT);
        MESSAGE.put("n", Ty.INT);
        MESSAGE.put("u", Ty.UINT);
        MESSAGE.put("f", Ty.FIXED);
        MESSAGE.put("c", RandomExpressions.COLOUR);
        MESSAGE.put("numbers", RandomExpressions.INTS);
    }

    private static final String DECLARATIONS =
            """
            transaction 99 "Random"
            parameters ( SHORT = 10 seconds LONG = 20 seconds LIMIT = 3 RATE = 0.25 )
            enum Colour ( RED GREEN BLUE )
            struct Point ( x int f fixed c Colour )
            message M0 from B to [A] ( n int u uint f fixed c Colour numbers list<int> )
            message M1 from B to [A] ( n int u uint f fixed c Colour numbers list<int> )
            message VOTE from B to [A] ( who peer_id n int )
            message OUT from A to [B] ( n int u uint f fixed t timestamp reason optional<string> )
            message SIGNED from A to [B] signed ( n int c Colour timestamp timestamp )
            block ENTRY by [A] ( n int numbers list<int> )
            """;

    private static final String OTHER_ACTOR =
            """
            actor B (
              store ( to_whom peer_id who peer_id n int u uint f fixed c Colour numbers list<int> )
              state S initial
              state END terminal
              S -> S on OUT ( SEND(to_whom, M0) SEND(to_whom, M1) )
              S -> END on SIGNED ( SEND(to_whom, VOTE) )
            )
            """;

    private final SplittableRandom random;
    private final RandomExpressions expressions;
    private final List<Integer> timeouts = new ArrayList<>();
    private int transitions;

    MachineGenerator(long seed) {
        this.random = new SplittableRandom(seed);
        this.expressions = new RandomExpressions(random);
    }

    /** The variable of a type. */
    static String variable(Ty type) {
        return STORE.entrySet().stream()
                .filter(variable -> variable.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no variable of type " + type.name()));
    }

    /** What a message at hand offers of a type. */
    static List<String> messageFields(Ty type) {
        List<String> fields = new ArrayList<>();
        MESSAGE.forEach((name, declared) -> {
            if (declared.equals(type)) {
                fields.add("message." + name);
            }
        });
        if (type.equals(Ty.PEER_ID)) {
            fields.add("message.sender");
        }
        return fields;
    }

    /** The text of a protocol. */
    String protocol() {
        StringBuilder text = new StringBuilder(DECLARATIONS);
        text.append(function("F1", Ty.INT)).append(function("F2", Ty.FIXED));
        text.append("actor A (\n  store (");
        STORE.forEach((name, type) -> text.append(' ').append(name).append(' ').append(notation(type)));
        text.append(" votes list<VOTE> )\n  state S0 initial\n");
        for (int i = 1; i < STATES; i++) {
            text.append("  state S").append(i).append("\n");
        }
        text.append("  state END terminal\n");
        text.append("  trigger init(").append(parameters(STORE)).append(") in [S0]\n");
        for (int i = 0; i < TRIGGERS; i++) {
            text.append("  trigger go").append(i).append("(x int, y fixed, z list<int>) in [S0, S1, S2, S3]\n");
        }
        text.append("  trigger leave() in [S1, S2, S3]\n").append(deferrals());
        text.append(transition("S0", "S0", "on init", ""));
        text.append("  S0 -> S1 on go0\n  S0 -> S2 on go1\n  S0 -> S3 on go2\n");
        transitions = 4;
        timeouts.clear();
        for (int i = 1; i < STATES; i++) {
            for (int j = 2 + random.nextInt(8); j > 0; j--) {
                text.append(transition("S" + i));
                transitions++;
            }
            text.append("  S" + i + " -> END on leave\n");
            transitions++;
        }
        return text.append(")\n").append(OTHER_ACTOR).toString();
    }

    private static String notation(Ty type) {
        if (type.parts().isEmpty()) {
            return type.name();
        }
        return type.name() + "<"
                + String.join(
                        ", ",
                        type.parts().stream().map(MachineGenerator::notation).toList()) + ">";
    }

    private static String parameters(Map<String, Ty> parameters) {
        return String.join(
                ", ",
                parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + " " + notation(parameter.getValue()))
                        .toList());
    }

    private String function(String name, Ty result) {
        expressions.beginFunction();
        expressions.addLocal("x", Ty.INT);
        expressions.addLocal("y", Ty.FIXED);
        StringBuilder text = new StringBuilder("function " + name + "(x int, y fixed) -> " + result.name() + " (\n");
        text.append("  total = ").append(expressions.of(Ty.INT)).append(" - 1\n");
        expressions.addLocal("total", Ty.INT);
        text.append("  list_of = [-7] + ")
                .append(expressions.of(RandomExpressions.INTS))
                .append("\n");
        expressions.addLocal("list_of", RandomExpressions.INTS);
        text.append("  FOR item IN ")
                .append(expressions.of(RandomExpressions.INTS))
                .append(" (\n");
        expressions.addLocal("item", Ty.INT);
        text.append("    total = ").append(expressions.of(Ty.INT)).append("\n");
        text.append("    list_of[").append(expressions.of(Ty.INT)).append("] = ");
        text.append(expressions.of(Ty.INT)).append("\n  )\n  RETURN ");
        expressions.beginFunction();
        expressions.addLocal("total", Ty.INT);
        expressions.addLocal("y", Ty.FIXED);
        expressions.addLocal("list_of", RandomExpressions.INTS);
        return text.append(expressions.fitting(result)).append("\n)\n").toString();
    }

    private String deferrals() {
        String kind = random.nextBoolean() ? "defer" : "ignore";
        return switch (random.nextInt(3)) {
            case 0 -> "  " + kind + " M0\n";
            case 1 -> "  " + kind + " M1 in [END]\n";
            default -> "";
        };
    }

    private String state() {
        int place = random.nextInt(8 * STATES);
        return place == 0 ? "END" : "S" + (1 + place % (STATES - 1));
    }

    private String transition(String from) {
        expressions.beginTransition(false);
        String to = random.nextInt(3) == 0 ? from : state();
        String guard = random.nextInt(3) == 0 ? "" : " when ";
        switch (random.nextInt(10)) {
            case 0:
                return transition(from, to, "auto", " when n != 4 and ");
            case 1:
                timeouts.add(transitions);
                return transition(from, to, "on timeout(" + (random.nextBoolean() ? "SHORT" : "LONG") + ")", guard);
            case 2:
                return collect(from, to);
            case 3, 4, 5:
                expressions.beginTransition(true);
                return transition(from, to, "on M" + random.nextInt(2), guard);
            default:
                expressions.addLocal("x", Ty.INT);
                expressions.addLocal("y", Ty.FIXED);
                expressions.addLocal("z", RandomExpressions.INTS);
                return transition(from, to, "on go" + random.nextInt(TRIGGERS), guard);
        }
    }

    private String collect(String from, String to) {
        String agreement = random.nextBoolean() ? " on message.n" : "";
        String condition = random.nextBoolean() ? " where message.n > " + expressions.of(Ty.INT) : "";
        return "  " + from + " -> " + to + " collect VOTE from peers until "
                + (random.nextInt(4) == 0 ? expressions.of(Ty.UINT) : "2") + " by who"
                + agreement + condition + " into votes (" + actions() + " )\n";
    }

    private String transition(String from, String to, String event, String when) {
        String guard = when.isEmpty() ? "" : when + "(" + expressions.of(Ty.BOOL) + ")";
        StringBuilder text = new StringBuilder("  " + from + " -> " + to + " " + event + guard);
        text.append(" (").append(event.equals("on init") ? " store " + String.join(", ", STORE.keySet()) : actions());
        text.append(" )");
        if (!guard.isEmpty() && random.nextInt(3) == 0) {
            // With else, automatic transitions are always taken, and must not lead round in a circle.
            String other = event.equals("auto") ? "END" : random.nextInt(3) == 0 ? from : state();
            text.append(" else -> ").append(other);
            text.append(" (").append(actions()).append(" )");
        }
        return text.append("\n").toString();
    }

    private String actions() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(' ').append(action());
        }
        return text.toString();
    }

    private String action() {
        return switch (random.nextInt(9)) {
            case 0 -> "SEND(who, OUT { n " + expressions.of(Ty.INT) + ", u " + expressions.of(Ty.UINT) + ", f "
                    + expressions.fitting(Ty.FIXED) + ", reason "
                    + (random.nextBoolean() ? "null" : expressions.of(Ty.STRING))
                    + " })";
            case 1 -> "BROADCAST(peers, SIGNED { n " + expressions.of(Ty.INT) + " })";
            case 2 -> "APPEND(chain, ENTRY)";
            case 3 -> "APPEND(numbers, " + expressions.of(Ty.INT) + ")";
            default -> assignment();
        };
    }

    private String assignment() {
        List<String> names = List.copyOf(STORE.keySet());
        String name = names.get(random.nextInt(names.size()));
        Ty type = Objects.requireNonNull(STORE.get(name));
        String value = random.nextInt(50) == 0 ? "null" : bounded(type, expressions.fitting(type));
        return random.nextInt(4) == 0 ? "STORE(" + name + ", " + value + ")" : name + " = " + value;
    }

    /** Mostly without what would grow from one transition to the next until it is slow. */
    private String bounded(Ty type, String value) {
        boolean grows = type.equals(RandomExpressions.INTS) && random.nextInt(20) != 0;
        return grows ? "TAKE(" + value + ", 6)" : value;
    }

    /** Inputs for the protocol written last. */
    List<String> inputs() {
        List<String> lines = new ArrayList<>(List.of("actor A", "start"));
        List<String> initial = STORE.values().stream().map(this::value).toList();
        lines.add("trigger init(" + String.join(", ", initial) + ")");
        for (int i = 0; i < INPUTS; i++) {
            lines.add(input());
        }
        return lines;
    }

    private String input() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> "message M" + random.nextInt(2) + "{" + fields(MESSAGE) + "} from p" + peer();
            case 3, 4 -> {
                int voter = peer();
                int named = random.nextInt(8) == 0 ? peer() : voter;
                yield "message VOTE{who: p" + named + ", n: " + random.nextInt(2) + "} from p" + voter;
            }
            case 5 -> "expire "
                    + (timeouts.isEmpty() || random.nextInt(20) == 0
                            ? random.nextInt(transitions)
                            : timeouts.get(random.nextInt(timeouts.size())));
            case 6 -> "now +" + random.nextInt(400_000);
            default -> "trigger go" + random.nextInt(TRIGGERS) + "(" + value(Ty.INT) + ", " + value(Ty.FIXED) + ", "
                    + value(RandomExpressions.INTS) + ")";
        };
    }

    private int peer() {
        return random.nextInt(5);
    }

    private String fields(Map<String, Ty> fields) {
        return String.join(
                ", ",
                fields.entrySet().stream()
                        .map(field -> field.getKey() + ": " + value(field.getValue()))
                        .toList());
    }

    private String value(Ty type) {
        if (type.equals(RandomExpressions.INTS)) {
            return random.nextInt(4) == 0 ? "[]" : "[" + value(Ty.INT) + ", " + value(Ty.INT) + "]";
        }
        if (type.equals(RandomExpressions.PEERS)) {
            return "[p1, p2, p0, p3]";
        }
        return switch (type.name()) {
            case "int" -> random.nextInt(20) == 0 ? "-9223372036854775808" : String.valueOf(random.nextInt(9) - 3);
            case "uint" -> String.valueOf(random.nextInt(5));
            case "fixed" -> (random.nextBoolean() ? "-" : "") + random.nextInt(3) + "."
                    + (100_000 + random.nextInt(800_000));
            case "bool" -> String.valueOf(random.nextBoolean());
            case "string" -> random.nextBoolean() ? "\"a\"" : "\"xyz\"";
            case "duration" -> String.valueOf(random.nextInt(5_000) - 1_000);
            case "timestamp" -> "@" + random.nextInt(2_000_000);
            case "peer_id" -> "p" + peer();
            case "hash" -> "$session";
            case "Colour" -> List.of("RED", "GREEN", "BLUE").get(random.nextInt(3));
            case "map" -> "{\"a\": " + value(Ty.INT) + "}";
            case "Point" -> "Point{x: " + value(Ty.INT) + ", f: " + value(Ty.FIXED) + ", c: RED}";
            default -> throw new IllegalStateException("no value of " + type.name());
        };
    }
}
