package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.ParsedFile;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Parameter;
import io.omerta.protocol.wire.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The declarations of a file, found by name each time anew. */
final class Program {
    private final List<Declaration> declarations;

    private Program(List<Declaration> declarations) {
        this.declarations = declarations;
    }

    /** @throws IllegalArgumentException if the file does not parse */
    static Program parse(Source source) {
        ParsedFile parsed = Parser.parse(source);
        if (!parsed.isWhole()) {
            throw new IllegalArgumentException(
                    source.name() + " does not parse: " + parsed.diagnostics().get(0));
        }
        return new Program(parsed.file().declarations());
    }

    /**
     * What has fields.
     *
     * @param fields declared ones, in order
     * @param signed whether a signature follows them
     */
    record Fields(String name, Map<String, Ty> fields, boolean signed) {}

    private <D extends Declaration> List<D> all(Class<D> kind) {
        return declarations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Declaration.Actor actor(String name) {
        return all(Declaration.Actor.class).stream()
                .filter(actor -> actor.name().text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<String> actors() {
        return all(Declaration.Actor.class).stream()
                .map(actor -> actor.name().text())
                .toList();
    }

    boolean isActor(String name) {
        return actors().contains(name);
    }

    static <M extends ActorMember> List<M> members(Declaration.Actor actor, Class<M> kind) {
        return actor.members().items().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    static Map<String, Ty> store(Declaration.Actor actor) {
        Map<String, Ty> store = new LinkedHashMap<>();
        members(actor, ActorMember.Store.class)
                .forEach(part -> store.putAll(types(part.fields().items())));
        return store;
    }

    static ActorMember.Trigger trigger(Declaration.Actor actor, String name) {
        return members(actor, ActorMember.Trigger.class).stream()
                .filter(trigger -> trigger.name().text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, Ty> types(List<Field> fields) {
        Map<String, Ty> types = new LinkedHashMap<>();
        fields.forEach(field -> types.put(field.name().text(), Ty.of(field.type())));
        return types;
    }

    Declaration.@Nullable Function function(String name) {
        return all(Declaration.Function.class).stream()
                .filter(function -> function.name().text().equals(name))
                .findFirst()
                .orElse(null);
    }

    Declaration.@Nullable NativeFunction nativeFunction(String name) {
        return all(Declaration.NativeFunction.class).stream()
                .filter(function -> function.name().text().equals(name))
                .findFirst()
                .orElse(null);
    }

    Declaration.@Nullable Invariant invariant(String name) {
        return all(Declaration.Invariant.class).stream()
                .filter(invariant -> invariant.name().text().equals(name))
                .findFirst()
                .orElse(null);
    }

    Declaration.Eventually eventually(String name) {
        return all(Declaration.Eventually.class).stream()
                .filter(eventually -> eventually.name().text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Declaration.Composition> compositions(String actor, String state) {
        return all(Declaration.Composition.class).stream()
                .filter(composition -> composition.actor().text().equals(actor)
                        && composition.state().text().equals(state))
                .toList();
    }

    /** A struct, message or block. */
    @Nullable
    Fields fields(String name) {
        return records().stream()
                .filter(record -> record.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    boolean isMessage(String name) {
        return all(Declaration.Message.class).stream()
                .anyMatch(message -> message.name().text().equals(name));
    }

    private List<Fields> records() {
        List<Fields> records = new ArrayList<>();
        all(Declaration.StructType.class)
                .forEach(struct -> records.add(
                        new Fields(struct.name().text(), types(struct.fields().items()), false)));
        all(Declaration.Message.class)
                .forEach(message -> records.add(
                        new Fields(message.name().text(), types(message.fields().items()), message.signed())));
        all(Declaration.Block.class)
                .forEach(block -> records.add(
                        new Fields(block.name().text(), types(block.fields().items()), false)));
        return records;
    }

    /** The only struct with exactly these fields. */
    Fields structWith(List<String> fields) {
        return all(Declaration.StructType.class).stream()
                .map(struct ->
                        new Fields(struct.name().text(), types(struct.fields().items()), false))
                .filter(struct -> struct.fields().size() == fields.size()
                        && struct.fields().keySet().containsAll(fields))
                .findFirst()
                .orElseThrow();
    }

    boolean isEnum(String name) {
        return all(Declaration.EnumType.class).stream()
                .anyMatch(declared -> declared.name().text().equals(name));
    }

    /** The enum that a member belongs to, or null. */
    @Nullable
    Ty enumOf(String member) {
        return all(Declaration.EnumType.class).stream()
                .filter(declared -> declared.members().items().stream()
                        .anyMatch(name -> name.text().equals(member)))
                .map(declared -> Ty.of(declared.name().text()))
                .findFirst()
                .orElse(null);
    }

    boolean hasMember(Ty type, Value.EnumMember member) {
        return all(Declaration.EnumType.class).stream()
                .filter(declared -> declared.name().text().equals(type.name()))
                .flatMap(declared -> declared.members().items().stream())
                .map(Name::text)
                .anyMatch(member.name()::equals);
    }

    /** A parameter of the transaction, or null. */
    @Nullable
    Variable parameter(String name) {
        for (Declaration.Parameters group : all(Declaration.Parameters.class)) {
            for (Parameter parameter : group.parameters()) {
                if (parameter.name().text().equals(name)) {
                    return value(parameter);
                }
            }
        }
        return null;
    }

    private Variable value(Parameter parameter) {
        Expression written = parameter.value();
        if (written instanceof Expression.NameReference reference) {
            Variable other = parameter(reference.name());
            Ty type = enumOf(reference.name());
            return other != null || type == null
                    ? Objects.requireNonNull(other)
                    : new Variable(type, new Value.EnumMember(reference.name()));
        }
        String unit = parameter.unit() == null ? "" : parameter.unit().text();
        String digits = written.span().text().replaceAll("[\\s()]", "");
        BigDecimal number = new BigDecimal(digits);
        String nanos =
                switch (unit) {
                    case "nanosecond", "nanoseconds" -> "1";
                    case "millisecond", "milliseconds", "ms" -> "1000000";
                    case "second", "seconds" -> "1000000000";
                    case "minute", "minutes" -> "60000000000";
                    case "hour", "hours" -> "3600000000000";
                    case "day", "days" -> "86400000000000";
                    default -> "";
                };
        if (!nanos.isEmpty()) {
            BigDecimal millis = number.multiply(new BigDecimal(nanos)).movePointLeft(6);
            return new Variable(Ty.DURATION, new Value.Int(millis.longValueExact()));
        }
        if (unit.equals("fraction") || digits.contains(".")) {
            return new Variable(
                    Ty.FIXED, new Value.Fixed(number.movePointRight(6).longValueExact()));
        }
        return new Variable(digits.startsWith("-") ? Ty.INT : Ty.UINT, new Value.Int(number.longValueExact()));
    }
}
