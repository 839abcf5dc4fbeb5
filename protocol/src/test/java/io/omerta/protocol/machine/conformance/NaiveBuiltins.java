package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.crypto.SeededSampling;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.machine.Fault;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Octets;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Section 5: one call of a built-in function. */
final class NaiveBuiltins {
    private static final BigInteger MICROS = BigInteger.valueOf(1_000_000);
    private static final BigInteger MILLIS_PER_SECOND = BigInteger.valueOf(1_000);
    private static final int RANDOM_BYTES_MAX = 1_024;

    private final String name;
    private final List<Expression> arguments;
    private final Ty required;
    private final Scope scope;

    NaiveBuiltins(String name, List<Expression> arguments, Ty required, Scope scope) {
        this.name = name;
        this.arguments = arguments;
        this.required = required;
        this.scope = scope;
    }

    Value call() {
        return switch (name) {
            case "HASH" -> scope.world().hash("omerta.tuple", tuple(0, true));
            case "SIGN" -> scope.world().sign(scope.world().self, statement(0));
            case "VERIFY", "VERIFY_SIG" -> verify();
            case "SIGNED_BY" -> signedBy();
            case "LENGTH" -> new Value.Int(length(used(0, Ty.ANY)));
            case "ABORT" -> {
                used(0, Ty.STRING);
                throw new NaiveFault(Fault.Kind.ABORTED);
            }
            case "NOW" -> new Value.Timestamp(scope.world().nowMillis);
            case "SESSION" -> scope.world().session();
            case "RANDOM_BYTES" -> scope.world().randomBytes(count(0, RANDOM_BYTES_MAX));
            case "LOAD" -> NaiveExpressions.value(arguments.get(0), Ty.ANY, scope);
            case "SEEDED_RNG" -> used(0, Ty.HASH);
            case "SEEDED_SAMPLE" -> sample();
            case "READ", "CHAIN_HEAD", "CHAIN_SEGMENT", "CHAIN_STATE_AT" -> ask(typeOfCall());
            case "CHAIN_CONTAINS", "CHAIN_CONTAINS_HASH", "VERIFY_CHAIN_SEGMENT" -> ask(Ty.BOOL);
            case "ABS", "DIV", "MOD", "MUL_DIV", "FLOOR", "MILLISECONDS", "SECONDS", "DURATION" -> arithmetic();
            case "KEYS", "VALUES", "HAS_KEY", "GET", "PUT" -> ofMap();
            case "MIN", "MAX" -> extreme();
            case "SUM" -> sum();
            case "CONCAT" -> {
                Ty type = required.isList() ? required : typeOfCall();
                Value left = used(0, type);
                yield NaiveArithmetic.join(left, used(1, type));
            }
            case "REDUCE" -> reduce();
            default -> ofList();
        };
    }

    private Ty typeOfCall() {
        return NaiveTypes.builtin(name, arguments, scope);
    }

    private Ty typeOf(int argument) {
        return NaiveTypes.of(arguments.get(argument), scope);
    }

    private Value used(int argument, Ty type) {
        return NaiveExpressions.used(arguments.get(argument), type, scope);
    }

    private BigInteger number(int argument, Ty type) {
        return NaiveArithmetic.number(used(argument, type));
    }

    /** The type of what is only compared with values of a type: it may be negative. */
    private static Ty compared(Ty type) {
        return type.equals(Ty.UINT) ? Ty.INT : type;
    }

    private ValueList list(int argument, Ty type) {
        return (ValueList) used(argument, type);
    }

    /** An argument from 0 up to a bound; more is a fault. */
    private int count(int argument, int most) {
        BigInteger count = number(argument, Ty.UINT);
        if (count.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new NaiveFault(Fault.Kind.OUT_OF_RANGE);
        }
        return count.intValueExact();
    }

    private static Value bool(boolean value) {
        return new Value.Bool(value);
    }

    /** The arguments from a place on. */
    private ValueList tuple(int from, boolean nullable) {
        List<Value> values = new ArrayList<>();
        for (int i = from; i < arguments.size(); i++) {
            values.add(nullable ? NaiveExpressions.value(arguments.get(i), Ty.ANY, scope) : used(i, Ty.ANY));
        }
        return NaiveArithmetic.list(values);
    }

    private Hash statement(int from) {
        return scope.world().hash("omerta.statement", tuple(from, false));
    }

    private Value verify() {
        PeerId signer = (PeerId) used(0, Ty.PEER_ID);
        Signature signature = (Signature) used(1, Ty.SIGNATURE);
        return bool(scope.world().verify(signer, statement(2), signature));
    }

    private Value signedBy() {
        Struct message = (Struct) used(0, Ty.ANY);
        PeerId signer = (PeerId) used(1, Ty.PEER_ID);
        List<String> fields = new ArrayList<>(message.shape().fields());
        fields.remove("signature");
        Struct payload = Struct.of(
                StructShape.of(message.shape().name(), fields), message.values().subList(0, fields.size()));
        Signature signature = (Signature) Objects.requireNonNull(message.get("signature"));
        return bool(scope.world().verify(signer, scope.world().hash("omerta.message", payload), signature));
    }

    private static long length(Value value) {
        if (value instanceof ValueList list) {
            return list.size();
        }
        if (value instanceof ValueMap map) {
            return map.size();
        }
        if (value instanceof Text text) {
            return text.text().codePointCount(0, text.text().length());
        }
        return ((Octets) value).length();
    }

    private Value sample() {
        Hash seed = (Hash) used(0, Ty.HASH);
        ValueList population = list(1, Ty.ANY);
        return new SeededSampling(seed).sample(population, count(2, population.size()));
    }

    private Value ask(Ty type) {
        List<Value> values = new ArrayList<>();
        for (Expression argument : arguments) {
            boolean chain = NaiveTypes.of(argument, scope).name().equals("chain");
            values.add(chain ? Value.Absent.INSTANCE : NaiveExpressions.used(argument, Ty.ANY, scope));
        }
        Ty answered = name.equals("READ") ? new Ty("optional", List.of(type)) : type;
        return NaiveExpressions.answer(name, values, answered, scope);
    }

    private Value arithmetic() {
        Ty first = name.equals("FLOOR") ? Ty.FIXED : typeOf(0);
        BigInteger a = number(0, first);
        return switch (name) {
            case "ABS" -> NaiveArithmetic.of(first, a.abs());
            case "FLOOR" -> NaiveArithmetic.of(Ty.INT, NaiveArithmetic.floorDivide(a, MICROS));
            case "MILLISECONDS" -> NaiveArithmetic.of(Ty.INT, a);
            case "SECONDS" -> NaiveArithmetic.of(Ty.INT, NaiveArithmetic.floorDivide(a, MILLIS_PER_SECOND));
            case "DURATION" -> NaiveArithmetic.of(Ty.DURATION, a.multiply(MILLIS_PER_SECOND));
            case "DIV" -> NaiveArithmetic.of(Ty.INT, NaiveArithmetic.floorDivide(a, number(1, Ty.INT)));
            case "MOD" -> {
                BigInteger b = number(1, Ty.INT);
                yield NaiveArithmetic.of(
                        Ty.INT, a.subtract(NaiveArithmetic.floorDivide(a, b).multiply(b)));
            }
            default -> {
                BigInteger b = number(1, Ty.INT);
                yield NaiveArithmetic.of(Ty.INT, NaiveArithmetic.floorDivide(a.multiply(b), number(2, Ty.INT)));
            }
        };
    }

    private Value ofMap() {
        Ty type = typeOf(0);
        ValueMap map = (ValueMap) used(0, type);
        if (name.equals("KEYS")) {
            return NaiveArithmetic.list(map.keys());
        }
        if (name.equals("VALUES")) {
            return NaiveArithmetic.list(map.values());
        }
        Value key = used(1, name.equals("PUT") ? type.element() : compared(type.element()));
        Value found = map.get(key);
        if (name.equals("HAS_KEY")) {
            return bool(found != null);
        }
        Value given = used(2, type.mapped());
        if (name.equals("PUT")) {
            return NaiveFunctions.put(map, key, given);
        }
        return found == null ? given : found;
    }

    private Value extreme() {
        Ty type = typeOfCall();
        List<Value> values = new ArrayList<>();
        if (arguments.size() == 1) {
            values.addAll(list(0, Ty.ANY).elements());
        } else {
            values.add(used(0, type));
            values.add(used(1, type));
        }
        if (values.isEmpty()) {
            throw new NaiveFault(Fault.Kind.OUT_OF_RANGE);
        }
        Comparator<BigInteger> natural = Comparator.naturalOrder();
        Comparator<BigInteger> order = name.equals("MIN") ? natural : natural.reversed();
        return NaiveArithmetic.of(
                type, values.stream().map(NaiveArithmetic::number).min(order).orElseThrow());
    }

    private Value sum() {
        Ty type = typeOfCall();
        Ty summed = typeOf(0).element();
        Value sum = NaiveArithmetic.of(type, BigInteger.ZERO);
        for (Value element : list(0, Ty.ANY).elements()) {
            Value summand = arguments.size() == 1 ? element : apply(arguments.get(1), element, summed, type);
            sum = NaiveArithmetic.of(type, NaiveArithmetic.number(sum).add(NaiveArithmetic.number(summand)));
        }
        return sum;
    }

    private Value reduce() {
        Ty element = typeOf(0).element();
        Ty type = NaiveTypes.folded(arguments, scope);
        ValueList list = list(0, Ty.ANY);
        Value folded = used(1, type);
        Expression.Lambda outer = (Expression.Lambda) arguments.get(2);
        for (Value value : list.elements()) {
            Scope within = scope.with(outer.parameter().text(), new Variable(type, folded));
            folded = apply(outer.body(), value, element, type, within);
        }
        return folded;
    }

    private Value apply(Expression lambda, Value argument, Ty argumentType, Ty result) {
        return apply(lambda, argument, argumentType, result, scope);
    }

    /** What a lambda makes of an element: a value that is not null. */
    private static Value apply(Expression lambda, Value argument, Ty argumentType, Ty result, Scope scope) {
        Expression.Lambda function = (Expression.Lambda) lambda;
        scope.work().unit();
        return NaiveExpressions.used(
                function.body(), result, scope.with(function.parameter().text(), new Variable(argumentType, argument)));
    }

    private Predicate<Value> condition() {
        Ty type = typeOfList().element();
        return element -> ((Value.Bool) apply(arguments.get(1), element, type, Ty.BOOL)).value();
    }

    /** The type of the list that is the first argument: what the place requires of a result of that type. */
    private Ty typeOfList() {
        if (name.equals("APPEND")) {
            return typeOfCall();
        }
        boolean sameType =
                List.of("FILTER", "REMOVE", "DISTINCT", "TAKE", "SORT").contains(name);
        return sameType && required.isList() ? required : typeOf(0);
    }

    private Value ofList() {
        Ty type = typeOfList();
        List<Value> elements = list(0, type).elements();
        return switch (name) {
            case "MAP" -> {
                Ty result =
                        required.isList() ? required.element() : typeOfCall().element();
                yield NaiveArithmetic.list(apply(elements, result));
            }
            case "FILTER" -> NaiveArithmetic.list(
                    elements.stream().filter(condition()).toList());
            case "FIND" -> elements.stream().filter(condition()).findFirst().orElse(Value.Absent.INSTANCE);
            case "COUNT" -> new Value.Int(elements.stream().filter(condition()).count());
            case "ALL" -> bool(elements.stream().allMatch(condition()));
            case "ANY" -> bool(elements.stream().anyMatch(condition()));
            case "CONTAINS" -> bool(elements.contains(used(1, compared(type.element()))));
            case "APPEND" -> NaiveArithmetic.join(
                    ValueList.of(elements), NaiveArithmetic.list(List.of(used(1, type.element()))));
            case "REMOVE" -> {
                Value removed = used(1, compared(type.element()));
                yield NaiveArithmetic.list(elements.stream()
                        .filter(element -> !element.equals(removed))
                        .toList());
            }
            case "DISTINCT" -> NaiveArithmetic.list(elements.stream().distinct().toList());
            case "TAKE" -> {
                BigInteger count = number(1, Ty.UINT).min(BigInteger.valueOf(elements.size()));
                yield NaiveArithmetic.list(elements.subList(0, count.intValueExact()));
            }
            case "SORT" -> sorted(elements);
            case "SET_EQUALS" -> {
                List<Value> others =
                        list(1, Ty.listOf(compared(type.element()))).elements();
                yield bool(elements.containsAll(others) && others.containsAll(elements));
            }
            default -> throw new IllegalStateException("no such function: " + name);
        };
    }

    private List<Value> apply(List<Value> elements, Ty result) {
        Ty type = typeOf(0).element();
        return elements.stream()
                .map(element -> apply(arguments.get(1), element, type, result))
                .toList();
    }

    private Value sorted(List<Value> elements) {
        Ty type = typeOfList().element();
        List<Map.Entry<Value, Value>> keyed = new ArrayList<>();
        for (Value element : elements) {
            Value key = arguments.size() == 1 ? element : apply(arguments.get(1), element, type, Ty.ANY);
            keyed.add(Map.entry(key, element));
        }
        keyed.sort(Map.Entry.comparingByKey());
        return NaiveArithmetic.list(keyed.stream().map(Map.Entry::getValue).toList());
    }
}
