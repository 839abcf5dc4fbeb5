package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.StructEntry;
import io.omerta.protocol.language.tree.UnaryOperator;
import io.omerta.protocol.machine.Fault;
import io.omerta.protocol.machine.UnanswerableException;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What expressions evaluate to. Faults are thrown. */
final class NaiveExpressions {
    private NaiveExpressions() {}

    /** The value of an expression as a value of a type; it may be null. */
    static Value value(Expression expression, Ty type, Scope scope) {
        return NaiveArithmetic.convert(evaluate(expression, type, scope), type);
    }

    /** A value that is used, and therefore not null. */
    static Value used(Expression expression, Ty type, Scope scope) {
        return NaiveArithmetic.convert(NaiveArithmetic.notNull(evaluate(expression, type, scope)), type);
    }

    static boolean isTrue(Expression condition, Scope scope) {
        return ((Value.Bool) used(condition, Ty.BOOL, scope)).value();
    }

    /** @param required the type that the place requires, or {@link Ty#ANY} */
    private static Value evaluate(Expression expression, Ty required, Scope scope) {
        if (expression instanceof Expression.NumberLiteral number) {
            BigDecimal digits = new BigDecimal(number.digits());
            return number.digits().contains(".")
                    ? new Value.Fixed(digits.movePointRight(6).longValueExact())
                    : new Value.Int(digits.longValueExact());
        }
        if (expression instanceof Expression.StringLiteral string) {
            return new Text(string.value());
        }
        if (expression instanceof Expression.BooleanLiteral bool) {
            return new Value.Bool(bool.value());
        }
        if (expression instanceof Expression.NullLiteral) {
            return Value.Absent.INSTANCE;
        }
        if (expression instanceof Expression.NameReference name) {
            return Objects.requireNonNull(scope.find(name.name()), name.name()).value();
        }
        if (expression instanceof Expression.FieldAccess access) {
            return field(access, scope);
        }
        if (expression instanceof Expression.Index index) {
            return element(index, scope);
        }
        if (expression instanceof Expression.ListLiteral list) {
            Ty element = required.isList()
                    ? required.element()
                    : NaiveTypes.of(list, scope).element();
            return NaiveArithmetic.list(list.elements().stream()
                    .map(written -> used(written, element, scope))
                    .toList());
        }
        if (expression instanceof Expression.StructLiteral struct) {
            Program.Fields fields = scope.program().fields(required.name());
            return record(
                    fields != null ? fields : scope.program().structWith(NaiveTypes.fieldsOf(struct, scope)),
                    struct,
                    scope,
                    false);
        }
        if (expression instanceof Expression.Conditional conditional) {
            Ty type = required.equals(Ty.ANY) ? NaiveTypes.of(conditional, scope) : required;
            return isTrue(conditional.condition(), scope)
                    ? value(conditional.whenTrue(), type, scope)
                    : value(conditional.whenFalse(), type, scope);
        }
        if (expression instanceof Expression.Unary unary) {
            return unary(unary, scope);
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary, scope);
        }
        if (expression instanceof Expression.Call call) {
            return call(((Expression.NameReference) call.callee()).name(), call.arguments(), required, scope);
        }
        throw new IllegalStateException("no value: " + expression.span().text());
    }

    private static Value field(Expression.FieldAccess access, Scope scope) {
        String field = access.field().text();
        if (access.target() instanceof Expression.NameReference name) {
            if (NaiveTypes.isEnumMember(name.name(), scope)) {
                return new Value.EnumMember(field);
            }
            if (name.name().equals("message") && !scope.locals().containsKey("message")) {
                Stimulus.Message message = Objects.requireNonNull(scope.message());
                if (field.equals("sender")) {
                    return message.sender();
                }
                if (field.equals("payload")) {
                    return message.body();
                }
            }
        }
        Struct target = (Struct) used(access.target(), Ty.ANY, scope);
        return Objects.requireNonNull(target.get(field), field);
    }

    private static Value element(Expression.Index index, Scope scope) {
        Value target = used(index.target(), Ty.ANY, scope);
        if (target instanceof ValueMap map) {
            Ty key = NaiveTypes.of(index.target(), scope).element();
            Value found = map.get(used(index.index(), key, scope));
            return found == null ? Value.Absent.INSTANCE : found;
        }
        BigInteger place = NaiveArithmetic.number(used(index.index(), Ty.INT, scope));
        List<Value> elements = ((ValueList) target).elements();
        if (place.signum() < 0 || place.compareTo(BigInteger.valueOf(elements.size())) >= 0) {
            throw new NaiveFault(Fault.Kind.OUT_OF_RANGE);
        }
        return elements.get(place.intValueExact());
    }

    private static Value unary(Expression.Unary unary, Scope scope) {
        if (unary.operator() == UnaryOperator.NOT) {
            return new Value.Bool(!isTrue(unary.operand(), scope));
        }
        Ty type = NaiveTypes.of(unary, scope);
        return NaiveArithmetic.of(
                type, NaiveArithmetic.number(used(unary.operand(), type, scope)).negate());
    }

    private static Value binary(Expression.Binary binary, Scope scope) {
        BinaryOperator operator = binary.operator();
        if (operator == BinaryOperator.AND) {
            return new Value.Bool(isTrue(binary.left(), scope) && isTrue(binary.right(), scope));
        }
        if (operator == BinaryOperator.OR) {
            return new Value.Bool(isTrue(binary.left(), scope) || isTrue(binary.right(), scope));
        }
        Ty leftType = NaiveTypes.of(binary.left(), scope);
        Ty rightType = NaiveTypes.of(binary.right(), scope);
        if (leftType.equals(Ty.FIXED) && rightType.isInteger()) {
            rightType = Ty.FIXED;
        } else if (leftType.isInteger() && rightType.equals(Ty.FIXED)) {
            leftType = Ty.FIXED;
        }
        if (operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL) {
            Ty both = leftType.join(rightType);
            Ty compared = both.equals(Ty.UINT) ? Ty.INT : both;
            boolean equal = value(binary.left(), compared, scope).equals(value(binary.right(), compared, scope));
            return new Value.Bool(equal == (operator == BinaryOperator.EQUAL));
        }
        Value left = used(binary.left(), leftType, scope);
        Value right = used(binary.right(), rightType, scope);
        return operator.isComparison()
                ? new Value.Bool(NaiveArithmetic.compares(operator, left, right))
                : NaiveArithmetic.calculate(operator, leftType, left, rightType, right);
    }

    private static Value call(String name, List<Expression> arguments, Ty required, Scope scope) {
        Declaration.Function function = scope.program().function(name);
        if (function != null) {
            return NaiveFunctions.call(function, arguments, scope);
        }
        Declaration.NativeFunction nativeFunction = scope.program().nativeFunction(name);
        return nativeFunction != null
                ? callNative(nativeFunction, arguments, scope)
                : new NaiveBuiltins(name.toUpperCase(Locale.ROOT), arguments, required, scope).call();
    }

    private static Value callNative(Declaration.NativeFunction function, List<Expression> arguments, Scope scope) {
        List<Value> given = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            given.add(value(arguments.get(i), Ty.of(function.parameters().get(i).type()), scope));
        }
        scope.work().unit();
        return answer(function.name().text(), given, Ty.of(function.result()), scope);
    }

    /** What the surroundings answer, which must be of the type. */
    static Value answer(String question, List<Value> arguments, Ty type, Scope scope) {
        Value answer;
        try {
            answer = scope.world().ask(question, arguments);
        } catch (UnanswerableException noAnswer) {
            throw new NaiveFault(Fault.Kind.UNANSWERABLE);
        }
        if (!isOfType(answer, type, scope.program())) {
            throw new NaiveFault(Fault.Kind.UNANSWERABLE);
        }
        return answer;
    }

    /** Whether a value is of a declared type in every part. */
    static boolean isOfType(Value value, Ty type, Program program) {
        if (type.isOptional()) {
            return value instanceof Value.Absent || isOfType(value, type.required(), program);
        }
        if (type.isList()) {
            return value instanceof ValueList list
                    && list.elements().stream().allMatch(element -> isOfType(element, type.element(), program));
        }
        if (type.isMap()) {
            return value instanceof ValueMap map
                    && map.keys().stream().allMatch(key -> isOfType(key, type.element(), program))
                    && map.values().stream().allMatch(mapped -> isOfType(mapped, type.mapped(), program));
        }
        Program.Fields fields = program.fields(type.name());
        if (fields != null) {
            return value instanceof Struct struct && hasFields(struct, fields, program);
        }
        if (program.isEnum(type.name())) {
            return value instanceof Value.EnumMember member && program.hasMember(type, member);
        }
        return switch (type.name()) {
            case "int", "duration" -> value instanceof Value.Int;
            case "uint" -> value instanceof Value.Int integer && integer.value() >= 0;
            default -> value.kind().label().equals(type.name());
        };
    }

    private static boolean hasFields(Struct struct, Program.Fields fields, Program program) {
        Map<String, Ty> types = new LinkedHashMap<>(fields.fields());
        if (fields.signed()) {
            types.put("signature", Ty.SIGNATURE);
        }
        return struct.shape().equals(StructShape.of(fields.name(), List.copyOf(types.keySet())))
                && types.entrySet().stream()
                        .allMatch(field -> isOfType(
                                Objects.requireNonNull(struct.get(field.getKey())), field.getValue(), program));
    }

    /**
     * A record made as section 3 says.
     *
     * @param completed whether a field that is not given takes the value of its name
     */
    static Struct record(
            Program.Fields record, Expression.@Nullable StructLiteral literal, Scope scope, boolean completed) {
        List<Value> values = new ArrayList<>();
        for (Map.Entry<String, Ty> field : record.fields().entrySet()) {
            Value value = NaiveArithmetic.convert(
                    fieldValue(field.getKey(), field.getValue(), literal, scope, completed),
                    field.getValue().required());
            values.add(field.getValue().isOptional() ? value : NaiveArithmetic.notNull(value));
        }
        return NaiveArithmetic.sized(() -> Struct.of(
                StructShape.of(record.name(), List.copyOf(record.fields().keySet())), values));
    }

    private static Value fieldValue(
            String field, Ty type, Expression.@Nullable StructLiteral literal, Scope scope, boolean completed) {
        List<StructEntry> entries = literal == null ? List.of() : literal.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i) instanceof StructEntry.FieldValue given
                    && given.field().text().equals(field)) {
                return value(given.value(), type.required(), scope);
            }
        }
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i) instanceof StructEntry.Spread spread) {
                Ty spreadType = NaiveTypes.of(spread.value(), scope);
                if (NaiveTypes.fieldsOf(spreadType, scope).contains(field)) {
                    Struct spreadValue = (Struct) used(spread.value(), Ty.ANY, scope);
                    return Objects.requireNonNull(spreadValue.get(field));
                }
            }
        }
        Variable named = scope.locals().containsKey(field)
                ? scope.locals().get(field)
                : scope.store().get(field);
        if (!completed || (named == null && !(field.equals("timestamp") && type.equals(Ty.TIMESTAMP)))) {
            throw new IllegalStateException("no value for the field " + field);
        }
        return named == null ? new Value.Timestamp(scope.world().nowMillis) : named.value();
    }

    /** A payload with its signature. */
    static Struct signed(Struct payload, Scope scope) {
        List<String> fields = new ArrayList<>(payload.shape().fields());
        fields.add("signature");
        List<Value> values = new ArrayList<>(payload.values());
        Signature signature =
                scope.world().sign(scope.world().self, scope.world().hash("omerta.message", payload));
        values.add(signature);
        return NaiveArithmetic.sized(
                () -> Struct.of(StructShape.of(payload.shape().name(), fields), values));
    }
}
