package io.omerta.protocol.machine.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Writes random expressions that are well typed in the protocols of {@link MachineGenerator}, whose names they use. Most
 * can be evaluated; some overflow, divide by zero, use null or leave a list.
 */
final class RandomExpressions {
    private static final int MAX_DEPTH = 3;

    private final SplittableRandom random;

    /** Names in scope besides the store's, with their types. */
    private final List<Local> locals = new ArrayList<>();

    private boolean pure;
    private boolean message;
    private int lambdas;

    private record Local(String name, Ty type) {}

    RandomExpressions(SplittableRandom random) {
        this.random = random;
    }

    /** Writes what an actor may do: no message and no locals but those that are added. */
    void beginTransition(boolean withMessage) {
        locals.clear();
        pure = false;
        message = withMessage;
    }

    /** Writes what a function may do. */
    void beginFunction() {
        locals.clear();
        pure = true;
        message = false;
    }

    void addLocal(String name, Ty type) {
        locals.add(new Local(name, type));
    }

    String of(Ty type) {
        return of(type, 0);
    }

    /** What may stand where a type is needed: also what is converted. */
    String fitting(Ty type) {
        return type.equals(Ty.FIXED) && random.nextInt(3) == 0 ? operation(Ty.INT, "+", Ty.INT, 0) : of(type);
    }

    private String of(Ty type, int depth) {
        if (depth >= MAX_DEPTH || random.nextInt(5) == 0) {
            return leaf(type);
        }
        if (random.nextInt(12) == 0 && !type.equals(Ty.UINT)) {
            String other = random.nextInt(20) == 0 ? "null" : of(type, depth + 1);
            return "(IF " + of(Ty.BOOL, depth + 1) + " THEN " + of(type, depth + 1) + " ELSE " + other + ")";
        }
        if (type.equals(Ty.UINT)) {
            // No negative constant, which would be refused before it runs.
            return operation(Ty.INT, choose(() -> "+", () -> "-", () -> "*"), Ty.INT, depth + 1);
        }
        if (type.equals(INTS)) {
            return list(depth + 1);
        }
        return switch (type.name()) {
            case "int" -> integer(depth + 1);
            case "fixed" -> fixed(depth + 1);
            case "bool" -> bool(depth + 1);
            case "string" -> choose(
                    () -> "(" + of(Ty.STRING, depth + 1) + " + " + of(Ty.STRING, depth + 1) + ")",
                    () -> call("CONCAT", of(Ty.STRING, depth + 1), of(Ty.STRING, depth + 1)));
            case "duration" -> duration(depth + 1);
            case "timestamp" -> timestamp(depth + 1);
            case "Point" -> choose(
                    () -> "{ x " + of(Ty.INT, depth + 1) + ", f "
                            + (random.nextBoolean() ? leaf(Ty.INT) : of(Ty.FIXED, depth + 1)) + ", c " + leaf(COLOUR)
                            + " }",
                    () -> "{ ..." + leaf(POINT) + ", x " + of(Ty.INT, depth + 1) + " }");
            case "map" -> call("PUT", leaf(COUNTS), of(Ty.STRING, depth + 1), of(Ty.INT, depth + 1));
            case "hash" -> call("HASH", of(Ty.INT, depth + 1), of(Ty.FIXED, depth + 1), leaf(Ty.STRING));
            default -> leaf(type);
        };
    }

    static final Ty COLOUR = Ty.of("Colour");
    static final Ty POINT = Ty.of("Point");
    static final Ty COUNTS = new Ty("map", List.of(Ty.STRING, Ty.INT));
    static final Ty INTS = Ty.listOf(Ty.INT);
    static final Ty PEERS = Ty.listOf(Ty.PEER_ID);

    /** A name or a literal. */
    private String leaf(Ty type) {
        List<String> names = new ArrayList<>();
        locals.stream().filter(local -> local.type().equals(type)).forEach(local -> names.add(local.name()));
        if (!pure) {
            names.add(MachineGenerator.variable(type));
            if (message) {
                names.addAll(MachineGenerator.messageFields(type));
            }
        }
        if (names.isEmpty() || (hasLiteral(type) && random.nextInt(3) == 0)) {
            return literal(type);
        }
        return names.get(random.nextInt(names.size()));
    }

    private static boolean hasLiteral(Ty type) {
        return !type.equals(COUNTS) && !type.equals(POINT);
    }

    private String literal(Ty type) {
        if (type.isList()) {
            return type.equals(INTS) ? choose(() -> "[-1, 2, 3]", () -> "[-7]") : "[]";
        }
        return switch (type.name()) {
            case "int" -> choose(
                    () -> "0", () -> "1", () -> "2", () -> "7", () -> "-3", () -> "LIMIT", this::rareInteger);
            case "uint" -> choose(() -> "0", () -> "3", () -> "LIMIT");
            case "fixed" -> choose(() -> "0.5", () -> "1.25", () -> "-0.000001", () -> "RATE");
            case "bool" -> choose(() -> "true", () -> "false");
            case "string" -> choose(() -> "\"\"", () -> "\"a\"", () -> "\"bc\"");
            case "duration" -> choose(() -> "SHORT", () -> "LONG");
            case "timestamp" -> "NOW()";
            case "hash" -> pure ? "HASH(1)" : "SESSION()";
            case "peer_id" -> "peer_id";
            case "Colour" -> choose(() -> "RED", () -> "GREEN", () -> "Colour.BLUE");
            default -> throw new IllegalStateException("no literal of " + type.name());
        };
    }

    private String rareInteger() {
        return random.nextInt(6) == 0 ? choose(() -> "9223372036854775807", () -> "-9223372036854775807") : "10";
    }

    private String integer(int depth) {
        return choose(
                () -> operation(Ty.INT, choose(() -> "+", () -> "-", () -> "*"), Ty.INT, depth),
                () -> operation(Ty.INT, choose(() -> "+", () -> "-"), Ty.INT, depth),
                () -> "(-" + of(Ty.INT, depth) + ")",
                () -> call(
                        choose(() -> "DIV", () -> "MOD", () -> "MIN", () -> "MAX"),
                        of(Ty.INT, depth),
                        of(Ty.INT, depth)),
                () -> call("MUL_DIV", of(Ty.INT, depth), of(Ty.INT, depth), of(Ty.INT, depth)),
                () -> call("FLOOR", of(Ty.FIXED, depth)),
                () -> call("ABS", of(Ty.INT, depth)),
                () -> call(choose(() -> "MILLISECONDS", () -> "SECONDS"), of(Ty.DURATION, depth)),
                () -> call("LENGTH", of(random.nextBoolean() ? INTS : Ty.STRING, depth)),
                () -> call(choose(() -> "SUM", () -> "MIN", () -> "MAX"), of(INTS, depth)),
                () -> call("SUM", of(INTS, depth), lambda(Ty.INT, Ty.INT, depth)),
                () -> call("COUNT", of(INTS, depth), lambda(Ty.INT, Ty.BOOL, depth)),
                () -> call("FIND", of(INTS, depth), lambda(Ty.INT, Ty.BOOL, depth)),
                () -> call("REDUCE", of(INTS, depth), of(Ty.INT, depth), fold(Ty.INT, depth)),
                () -> of(INTS, depth) + "[" + of(Ty.INT, depth) + "]",
                () -> maps() ? leaf(COUNTS) + "[" + of(Ty.STRING, depth) + "]" : leaf(Ty.INT),
                () -> maps() ? call("GET", leaf(COUNTS), of(Ty.STRING, depth), of(Ty.INT, depth)) : leaf(Ty.INT),
                () -> maps() ? leaf(POINT) + ".x" : leaf(Ty.INT),
                () -> pure
                        ? leaf(Ty.INT)
                        : call(
                                "F1",
                                of(Ty.INT, depth),
                                random.nextBoolean() ? operation(Ty.INT, "+", Ty.INT, depth) : of(Ty.FIXED, depth)));
    }

    /** Whether maps and structs are in scope. */
    private boolean maps() {
        return !pure;
    }

    private String fixed(int depth) {
        return choose(
                () -> operation(Ty.FIXED, choose(() -> "+", () -> "-", () -> "*", () -> "/"), Ty.FIXED, depth),
                () -> operation(Ty.FIXED, choose(() -> "+", () -> "-", () -> "*", () -> "/"), Ty.INT, depth),
                () -> operation(Ty.INT, choose(() -> "+", () -> "-", () -> "*", () -> "/"), Ty.FIXED, depth),
                () -> operation(Ty.INT, "/", Ty.INT, depth),
                () -> operation(Ty.DURATION, "/", Ty.DURATION, depth),
                () -> "(-" + of(Ty.FIXED, depth) + ")",
                () -> call("ABS", of(Ty.FIXED, depth)),
                () -> call(choose(() -> "MIN", () -> "MAX"), of(Ty.FIXED, depth), of(Ty.INT, depth)),
                () -> call("SUM", of(INTS, depth), lambda(Ty.INT, Ty.FIXED, depth)),
                () -> call("REDUCE", of(INTS, depth), choose(() -> "0.5", () -> "-1.5"), fold(Ty.FIXED, depth)),
                () -> maps() ? leaf(POINT) + ".f" : leaf(Ty.FIXED),
                () -> pure ? leaf(Ty.FIXED) : call("F2", of(Ty.INT, depth), of(Ty.FIXED, depth)));
    }

    private String bool(int depth) {
        String order = choose(() -> "<", () -> ">", () -> "<=", () -> ">=", () -> "==", () -> "!=");
        String equality = choose(() -> "==", () -> "!=");
        return choose(
                () -> operation(Ty.INT, order, Ty.INT, depth),
                () -> operation(Ty.INT, order, Ty.FIXED, depth),
                () -> operation(Ty.FIXED, order, Ty.INT, depth),
                () -> operation(Ty.DURATION, order, Ty.DURATION, depth),
                () -> pure ? "true" : operation(Ty.TIMESTAMP, order, Ty.TIMESTAMP, depth),
                () -> operation(Ty.STRING, equality, Ty.STRING, depth),
                () -> operation(COLOUR, equality, COLOUR, depth),
                () -> operation(INTS, equality, INTS, depth),
                () -> operation(Ty.HASH, equality, Ty.HASH, depth),
                () -> pure ? "false" : MachineGenerator.variable(Ty.INT) + " " + equality + " null",
                () -> "(" + of(Ty.BOOL, depth) + choose(() -> " and ", () -> " or ") + of(Ty.BOOL, depth) + ")",
                () -> "(not " + of(Ty.BOOL, depth) + ")",
                () -> call(choose(() -> "ALL", () -> "ANY"), of(INTS, depth), lambda(Ty.INT, Ty.BOOL, depth)),
                () -> call("CONTAINS", of(INTS, depth), of(Ty.INT, depth)),
                () -> call("SET_EQUALS", of(INTS, depth), of(INTS, depth)),
                () -> maps() ? call("HAS_KEY", leaf(COUNTS), of(Ty.STRING, depth)) : "true",
                () -> maps() ? call("CONTAINS", leaf(PEERS), leaf(Ty.PEER_ID)) : "false");
    }

    private String duration(int depth) {
        return choose(
                () -> operation(Ty.DURATION, choose(() -> "+", () -> "-"), Ty.DURATION, depth),
                () -> operation(Ty.DURATION, choose(() -> "*", () -> "/"), Ty.INT, depth),
                () -> pure ? "SHORT" : operation(Ty.TIMESTAMP, "-", Ty.TIMESTAMP, depth),
                () -> call("DURATION", of(Ty.INT, depth)),
                () -> call("MAX", of(Ty.DURATION, depth), "SHORT"),
                () -> call(choose(() -> "MIN", () -> "MAX"), of(Ty.DURATION, depth), of(Ty.DURATION, depth)));
    }

    private String timestamp(int depth) {
        return choose(
                () -> operation(Ty.TIMESTAMP, choose(() -> "+", () -> "-"), Ty.DURATION, depth),
                () -> call("MAX", of(Ty.TIMESTAMP, depth), of(Ty.TIMESTAMP, depth)));
    }

    private String list(int depth) {
        return choose(
                () -> "[" + of(Ty.INT, depth) + ", " + of(Ty.INT, depth) + "]",
                () -> call("MAP", of(INTS, depth), lambda(Ty.INT, Ty.INT, depth)),
                () -> call("FILTER", of(INTS, depth), lambda(Ty.INT, Ty.BOOL, depth)),
                () -> call("CONCAT", of(INTS, depth), of(INTS, depth)),
                () -> operation(INTS, "+", INTS, depth),
                () -> call(choose(() -> "APPEND", () -> "REMOVE"), of(INTS, depth), of(Ty.INT, depth)),
                () -> call("TAKE", of(INTS, depth), of(Ty.UINT, depth)),
                () -> call("DISTINCT", of(INTS, depth)),
                () -> call("SORT", of(INTS, depth)),
                () -> call("SORT", of(INTS, depth), lambda(Ty.INT, Ty.FIXED, depth)),
                () -> maps() ? call("VALUES", leaf(COUNTS)) : leaf(INTS));
    }

    private String operation(Ty left, String operator, Ty right, int depth) {
        return "(" + of(left, depth) + " " + operator + " " + of(right, depth) + ")";
    }

    private static String call(String name, String... arguments) {
        return name + "(" + String.join(", ", arguments) + ")";
    }

    private String lambda(Ty parameter, Ty result, int depth) {
        String name = "e" + lambdas++;
        Local local = new Local(name, parameter);
        locals.add(local);
        String body = of(result, depth);
        locals.remove(local);
        return name + " => " + body;
    }

    private String fold(Ty type, int depth) {
        String name = "a" + lambdas++;
        Local local = new Local(name, type);
        locals.add(local);
        String inner = lambda(Ty.INT, type, depth);
        locals.remove(local);
        return name + " => " + inner;
    }

    @SafeVarargs
    private String choose(Supplier<String>... alternatives) {
        return alternatives[random.nextInt(alternatives.length)].get();
    }
}
