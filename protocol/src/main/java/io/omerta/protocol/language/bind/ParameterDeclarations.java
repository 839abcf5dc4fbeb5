package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.TimeUnits;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Parameter;
import io.omerta.protocol.wire.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Declares the constants of the transaction. */
final class ParameterDeclarations {
    private static final String FRACTION = "fraction";

    private final BindLog log;
    private final DeclaredTypes types;
    private final List<Parameter> parameters;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, ParameterModel> models = new LinkedHashMap<>();

    private ParameterDeclarations(BindLog log, DeclaredTypes types, List<Parameter> parameters) {
        this.log = log;
        this.types = types;
        this.parameters = parameters;
        for (int i = 0; i < parameters.size(); i++) {
            places.put(parameters.get(i).name().text(), i);
        }
    }

    /** The parameters by name, in declared order. One that is faulty has the type {@link Type.Special#UNKNOWN}. */
    static Map<String, ParameterModel> declare(BindLog log, DeclaredTypes types, List<Parameter> parameters) {
        return new ParameterDeclarations(log, types, parameters).declare();
    }

    private Map<String, ParameterModel> declare() {
        List<List<DependencyOrder.Need>> needs = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Integer place =
                    parameter.value() instanceof Expression.NameReference other ? places.get(other.name()) : null;
            needs.add(
                    place == null
                            ? List.of()
                            : List.of(new DependencyOrder.Need(
                                    place, parameter.value().span())));
        }
        List<Integer> order = DependencyOrder.of(
                needs,
                (circle, place) -> log.add(
                        Code.E24,
                        place,
                        "`" + place.text() + "` takes its value from itself; give one of the parameters a number"));
        for (int i : order) {
            Parameter parameter = parameters.get(i);
            models.put(parameter.name().text(), model(parameter));
        }
        Map<String, ParameterModel> declared = new LinkedHashMap<>();
        for (String name : places.keySet()) {
            ParameterModel model = models.get(name);
            if (model != null) {
                declared.put(name, model);
            }
        }
        return declared;
    }

    private ParameterModel model(Parameter parameter) {
        Optional<Typed> typed =
                parameter.value() instanceof Expression.NameReference reference ? named(reference) : number(parameter);
        Typed value = typed.orElse(new Typed(Type.Special.UNKNOWN, Value.Absent.INSTANCE));
        Name unit = parameter.unit();
        return new ParameterModel(
                parameter.name().text(),
                value.type(),
                value.value(),
                unit == null ? "" : unit.text(),
                TypeDeclarations.text(parameter.description()),
                parameter.name().span());
    }

    private Optional<Typed> named(Expression.NameReference reference) {
        ParameterModel other = models.get(reference.name());
        if (other != null) {
            return Optional.of(new Typed(other.type(), other.value()));
        }
        if (places.containsKey(reference.name())) {
            return Optional.empty();
        }
        List<Type.EnumOf> enums = types.enumsOf(reference.name());
        if (enums.size() == 1) {
            return Optional.of(new Typed(enums.get(0), new Value.EnumMember(reference.name())));
        }
        if (enums.isEmpty()) {
            Set<String> known = new TreeSet<>(places.keySet());
            types.members().forEach(known::add);
            UnknownName.tell(
                    log, Code.E24, reference.span(), reference.name(), "a parameter or a member of an enum", known);
        } else {
            log.add(
                    Code.E15,
                    reference.span(),
                    "`" + reference.name() + "` is a member of "
                            + UnknownName.listed(
                                    enums.stream().map(Type.EnumOf::name).toList(), " and ")
                            + ", which a parameter cannot tell apart; rename one");
        }
        return Optional.empty();
    }

    private Optional<Typed> number(Parameter parameter) {
        boolean negative = parameter.value() instanceof Expression.Unary;
        Expression digits = parameter.value() instanceof Expression.Unary unary ? unary.operand() : parameter.value();
        if (!(digits instanceof Expression.NumberLiteral literal)) {
            throw new IllegalStateException("the grammar admits no such parameter: " + parameter.value());
        }
        BigDecimal number = Numbers.number(literal.digits(), negative);
        String unit = parameter.unit() == null ? "" : parameter.unit().text();
        BigDecimal millis = TimeUnits.millisByName().get(unit);
        if (millis != null) {
            return duration(parameter, number.multiply(millis));
        }
        if (unit.equals(FRACTION) || literal.digits().indexOf('.') >= 0) {
            return Numbers.fixed(log, number, parameter.value().span())
                    .map(value -> new Typed(Type.Scalar.FIXED, value));
        }
        return Numbers.integer(log, number, parameter.value().span())
                .map(value -> new Typed(negative ? Type.Scalar.INT : Type.Scalar.UINT, value));
    }

    private Optional<Typed> duration(Parameter parameter, BigDecimal millis) {
        if (millis.stripTrailingZeros().scale() > 0) {
            log.add(
                    Code.E26,
                    parameter.value().span(),
                    "`" + parameter.name() + "` is "
                            + millis.stripTrailingZeros().toPlainString()
                            + " milliseconds; a duration is a whole number of them");
            return Optional.empty();
        }
        return Numbers.integer(log, millis, parameter.value().span())
                .map(value -> new Typed(Type.Scalar.DURATION, value));
    }

    /** The parameter that a timeout or deadline names; else the fault has been told. */
    static @Nullable ParameterModel timeSpan(BindLog log, Map<String, ParameterModel> parameters, Name name) {
        ParameterModel parameter = parameters.get(name.text());
        if (parameter == null) {
            List<String> durations = parameters.values().stream()
                    .filter(candidate -> candidate.type() == Type.Scalar.DURATION)
                    .map(ParameterModel::name)
                    .toList();
            UnknownName.tell(log, Code.E26, name, "a parameter with a unit of time", durations);
            return null;
        }
        if (parameter.type() == Type.Special.UNKNOWN) {
            return null;
        }
        String fault = "";
        if (parameter.type() != Type.Scalar.DURATION) {
            fault = "is " + parameter.type().notation() + ", but a time is needed; give it a unit such as `seconds`";
        } else if (parameter.value() instanceof Value.Int millis && millis.value() < 0) {
            fault = "is negative, but time does not run backwards";
        }
        if (!fault.isEmpty()) {
            log.add(Diagnostic.of(Code.E26, name.span(), "`" + name + "` " + fault)
                    .withRelated(parameter.span(), "declared here"));
            return null;
        }
        return parameter;
    }

    private record Typed(Type type, Value value) {}
}
