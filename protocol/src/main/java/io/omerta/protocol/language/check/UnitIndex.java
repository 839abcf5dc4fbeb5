package io.omerta.protocol.language.check;

import io.omerta.protocol.language.model.TimeUnits;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Declaration.EnumType;
import io.omerta.protocol.language.tree.Declaration.Message;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Parameter;
import io.omerta.protocol.language.tree.TypeReference;
import io.omerta.protocol.language.tree.UnaryOperator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The declarations of a unit by name; of those declared twice, the first. */
final class UnitIndex {
    /** Parameters may name others; a longer chain is a circle. */
    private static final int MAX_PARAMETER_CHAIN = 16;

    private static final List<String> PREDECLARED = List.of("peer_id", "chain", "message");

    private static final List<String> UNSIGNED = List.of("uint", "timestamp");

    private final Unit unit;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, EnumType> enums = new LinkedHashMap<>();
    private final Map<String, EnumType> enumByMember = new LinkedHashMap<>();
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Map<String, List<String>> typesByName = new LinkedHashMap<>();
    private final Map<String, List<Field>> records = new LinkedHashMap<>();
    private final Map<String, String> resultByFunction = new LinkedHashMap<>();

    UnitIndex(Unit unit) {
        this.unit = unit;
        for (Declaration.Parameters group : all(Declaration.Parameters.class)) {
            group.parameters()
                    .forEach(
                            parameter -> parameters.putIfAbsent(parameter.name().text(), parameter));
        }
        for (EnumType type : all(EnumType.class)) {
            enums.putIfAbsent(type.name().text(), type);
            for (Name member : type.members()) {
                enumByMember.putIfAbsent(member.text(), type);
            }
        }
        all(Message.class)
                .forEach(message -> messages.putIfAbsent(message.name().text(), message));
        all(Declaration.StructType.class)
                .forEach(struct -> records.putIfAbsent(
                        struct.name().text(), struct.fields().items()));
        messages.forEach(
                (name, message) -> records.putIfAbsent(name, message.fields().items()));
        all(Declaration.Block.class)
                .forEach(block ->
                        records.putIfAbsent(block.name().text(), block.fields().items()));
        for (Declaration declaration : unit.declarations()) {
            for (Field field : DeclarationParts.of(declaration).fields()) {
                typesByName
                        .computeIfAbsent(field.name().text(), unused -> new ArrayList<>())
                        .add(field.type().name().text());
            }
        }
        all(Declaration.Function.class)
                .forEach(function -> resultByFunction.putIfAbsent(
                        function.name().text(), function.result().name().text()));
    }

    /** All declarations of a kind, those declared twice included. */
    <D extends Declaration> List<D> all(Class<D> kind) {
        return unit.declarations().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Whether a name is a message. */
    boolean isMessage(Name name) {
        return messages.containsKey(name.text());
    }

    /** The messages by name. */
    Map<String, Message> messages() {
        return messages;
    }

    /** The enum of a name. */
    Optional<EnumType> enumNamed(String name) {
        return Optional.ofNullable(enums.get(name));
    }

    /** The first enum that has a member of that name. */
    Optional<EnumType> enumOfMember(String member) {
        return Optional.ofNullable(enumByMember.get(member));
    }

    /** The parameter of a name. */
    Optional<Parameter> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** The number that an expression is, in whatever unit: a literal, or a parameter that stands for one. */
    Optional<BigDecimal> number(Expression expression) {
        return number(expression, true, MAX_PARAMETER_CHAIN);
    }

    /** The number that an expression is, unless it is a duration. */
    Optional<BigDecimal> plainNumber(Expression expression) {
        return number(expression, false, MAX_PARAMETER_CHAIN);
    }

    private Optional<BigDecimal> number(Expression expression, boolean durations, int chain) {
        if (expression instanceof Expression.NumberLiteral literal) {
            return Optional.of(new BigDecimal(literal.digits()));
        }
        if (expression instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return number(unary.operand(), durations, chain).map(BigDecimal::negate);
        }
        if (expression instanceof Expression.NameReference reference && chain > 0) {
            return parameter(reference.name())
                    .filter(parameter -> durations || !isDuration(parameter))
                    .flatMap(parameter -> number(parameter.value(), durations, chain - 1));
        }
        return Optional.empty();
    }

    private static boolean isDuration(Parameter parameter) {
        Name unit = parameter.unit();
        return unit != null && TimeUnits.millisByName().containsKey(unit.text());
    }

    /** Whether everything that is declared under a name with a type has a type without negative values. */
    boolean isUnsigned(String name) {
        List<String> types = typesByName.getOrDefault(name, List.of());
        return !types.isEmpty() && UNSIGNED.containsAll(types);
    }

    /** Whether a function declared here gives a result without negative values. */
    boolean givesUnsigned(String function) {
        return UNSIGNED.contains(resultByFunction.getOrDefault(function, ""));
    }

    /** The types of what the host passes in: arguments of triggers, results of native functions. */
    List<TypeReference> outsideTypes() {
        List<TypeReference> types = new ArrayList<>();
        for (Declaration.NativeFunction function : all(Declaration.NativeFunction.class)) {
            types.add(function.result());
        }
        for (Declaration.Actor actor : all(Declaration.Actor.class)) {
            for (ActorMember member : actor.members()) {
                if (member instanceof ActorMember.Trigger trigger) {
                    trigger.parameters().forEach(parameter -> types.add(parameter.type()));
                }
            }
        }
        return types;
    }

    /** Whether a name is a struct, message or block. */
    boolean isRecord(String name) {
        return records.containsKey(name);
    }

    /** The fields of a struct, message or block; none for other names. */
    List<Field> fieldsOfRecord(String name) {
        return records.getOrDefault(name, List.of());
    }

    /** Every name that is declared somewhere, in whatever scope. */
    Set<String> declaredNames() {
        Set<String> names = new LinkedHashSet<>(typesByName.keySet());
        names.addAll(parameters.keySet());
        names.addAll(enums.keySet());
        names.addAll(enumByMember.keySet());
        names.addAll(records.keySet());
        names.addAll(PREDECLARED);
        all(Declaration.Actor.class).forEach(actor -> names.add(actor.name().text()));
        all(Declaration.Function.class)
                .forEach(function -> names.add(function.name().text()));
        all(Declaration.NativeFunction.class)
                .forEach(function -> names.add(function.name().text()));
        return names;
    }
}
