package io.omerta.protocol.language.check;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Declaration.EnumType;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Parameter;
import io.omerta.protocol.language.tree.TypeReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * W08 for what is declared at the top level and never used. A name that some misspelt name may stand for counts as
 * used. Members of enums that come in from outside, as arguments of triggers or results of native functions, need not
 * be named.
 */
final class UnusedRule {
    /** The struct that {@code CHAIN_STATE_AT} gives without naming it. */
    private static final String CHAIN_STATE = "ChainState";

    private final Unit unit;
    private final UnitIndex index;
    private final Findings findings;
    private final Mentions mentions = new Mentions();
    private final Set<String> unresolved;

    private UnusedRule(Unit unit, UnitIndex index, Findings findings) {
        this.unit = unit;
        this.index = index;
        this.findings = findings;
        unit.declarations().forEach(declaration -> mentions.add(DeclarationParts.of(declaration)));
        unresolved = mentions.unresolved(index.declaredNames());
    }

    static void check(Unit unit, UnitIndex index, Findings findings) {
        new UnusedRule(unit, index, findings).check();
    }

    private void check() {
        for (Declaration.Parameters group : index.all(Declaration.Parameters.class)) {
            for (Parameter parameter : group.parameters()) {
                tell(
                        "parameter",
                        parameter.name(),
                        mentions.hasName(parameter.name().text()));
            }
        }
        index.all(EnumType.class).forEach(this::checkEnum);
        for (Declaration.StructType struct : index.all(Declaration.StructType.class)) {
            tell("struct", struct.name(), isUsed(struct));
        }
        for (Declaration.Function function : index.all(Declaration.Function.class)) {
            tell("function", function.name(), isCalled(function.name(), function));
        }
        for (Declaration.NativeFunction function : index.all(Declaration.NativeFunction.class)) {
            tell("native function", function.name(), isCalled(function.name(), function));
        }
    }

    /** Whether something other than the function itself names it. */
    private boolean isCalled(Name name, Declaration function) {
        Mentions own = new Mentions();
        own.add(DeclarationParts.of(function));
        if (!own.hasName(name.text())) {
            return mentions.hasName(name.text());
        }
        Mentions others = new Mentions();
        unit.declarations().stream()
                .filter(declaration -> declaration != function)
                .forEach(declaration -> others.add(DeclarationParts.of(declaration)));
        return others.hasName(name.text());
    }

    private boolean isUsed(Declaration.StructType struct) {
        List<String> fields = struct.fields().items().stream()
                .map(field -> field.name().text())
                .toList();
        return mentions.hasType(struct.name().text())
                || mentions.hasLiteral(fields)
                || (struct.name().text().equals(CHAIN_STATE) && mentions.hasName(Builtin.CHAIN_STATE_AT.name()));
    }

    private void checkEnum(EnumType type) {
        String name = type.name().text();
        List<Name> unused = type.members().items().stream()
                .filter(member -> !mentions.hasName(member.text()) && !mentions.hasMember(name, member.text()))
                .toList();
        boolean isType = mentions.hasType(name);
        if (!isType && unused.size() == type.members().items().size()) {
            tell("enum", type.name(), false);
        } else if (!comesFromOutside(name)) {
            unused.forEach(member -> tell("member", member, " of `" + name + "`", false));
        }
    }

    /** Whether values of a type may come from the host, as an argument of a trigger or the result of a native. */
    private boolean comesFromOutside(String type) {
        Set<String> seen = new LinkedHashSet<>();
        return index.outsideTypes().stream().anyMatch(outside -> contains(outside, type, seen));
    }

    private boolean contains(TypeReference outside, String type, Set<String> seen) {
        String name = outside.name().text();
        if (name.equals(type) || outside.arguments().stream().anyMatch(part -> contains(part, type, seen))) {
            return true;
        }
        return seen.add(name)
                && index.fieldsOfRecord(name).stream().map(Field::type).anyMatch(part -> contains(part, type, seen));
    }

    private void tell(String kind, Name name, boolean isUsed) {
        tell(kind, name, "", isUsed);
    }

    private void tell(String kind, Name name, String where, boolean isUsed) {
        boolean meant = isUsed
                || unresolved.stream().anyMatch(each -> !Spelling.suggest(each, List.of(name.text()))
                        .isEmpty());
        if (!meant) {
            findings.add(
                    Code.W08, name.span(), "the " + kind + " `" + name + "`" + where + " is never used; remove it");
        }
    }
}
