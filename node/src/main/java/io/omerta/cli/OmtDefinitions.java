package io.omerta.cli;

import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.syntax.Lexer;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.syntax.Token;
import io.omerta.protocol.language.syntax.TokenKind;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the names in a protocol file are declared, there or in what it imports. Works on the tree, so that it helps in a
 * file with errors too; of a name that only types can tell apart, such as a field of several records, it knows all.
 */
final class OmtDefinitions {
    private final Source main;
    private final List<Definition> definitions = new ArrayList<>();
    private final List<ActorMember.Transition> transitions = new ArrayList<>();

    private OmtDefinitions(Source main) {
        this.main = main;
    }

    /**
     * A declared name.
     *
     * @param name where it is declared
     * @param owner name of the record, enum or actor that it is a part of, or ""
     * @param declaration all of the declaration
     * @param scopes where the name alone means this; empty: everywhere
     */
    record Definition(Name name, String owner, Span declaration, List<Span> scopes) {
        /** Length of the narrowest scope that holds the place; nothing if the name does not mean this there. */
        private Optional<Integer> scopeAt(Span place) {
            if (scopes.isEmpty()) {
                return Optional.of(Integer.MAX_VALUE);
            }
            return scopes.stream()
                    .filter(scope -> scope.source() == place.source() && scope.contains(place))
                    .map(scope -> scope.end() - scope.start())
                    .min(Comparator.naturalOrder());
        }
    }

    /** What a file and its imports declare. */
    static OmtDefinitions of(Source main, ImportSource imports) {
        OmtDefinitions found = new OmtDefinitions(main);
        Set<Source> seen = new LinkedHashSet<>();
        found.addFile(main, imports, seen);
        return found;
    }

    /** What the name at an offset of the file may mean: one definition, several or none. */
    List<Definition> at(int offset) {
        List<Token> tokens = Lexer.lex(main).tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Span span = tokens.get(i).span();
            if (tokens.get(i).kind() == TokenKind.IDENTIFIER && span.start() <= offset && offset <= span.end()) {
                boolean part = i >= 2 && tokens.get(i - 1).kind() == TokenKind.DOT;
                return part
                        ? parts(tokens.get(i), owner(tokens.get(i - 2)))
                        : visible(tokens.get(i).text(), span);
            }
        }
        return List.of();
    }

    /** What stands before the dot; where it is the message at hand, that message's name. */
    private String owner(Token before) {
        if (before.kind() != TokenKind.MESSAGE) {
            return before.text();
        }
        return transitions.stream()
                .filter(transition ->
                        transition.span().source() == main && transition.span().contains(before.span()))
                .map(transition -> awaited(transition.event()))
                .findFirst()
                .orElse("");
    }

    private static String awaited(Event event) {
        if (event instanceof Event.Collect collect) {
            return collect.message().text();
        }
        return event instanceof Event.On on ? on.name().text() : "";
    }

    /** Parts of an owner of this name, or else all parts of this name. */
    private List<Definition> parts(Token part, String owner) {
        List<Definition> named = definitions.stream()
                .filter(definition -> definition.name().text().equals(part.text())
                        && !definition.owner().isEmpty())
                .toList();
        List<Definition> owned = named.stream()
                .filter(definition -> definition.owner().equals(owner))
                .toList();
        return owned.isEmpty() ? named : owned;
    }

    private List<Definition> visible(String name, Span place) {
        return definitions.stream()
                .filter(definition -> definition.name().text().equals(name))
                .filter(definition -> definition.scopeAt(place).isPresent())
                .min(Comparator.comparing(
                        definition -> definition.scopeAt(place).orElse(Integer.MAX_VALUE)))
                .stream()
                .toList();
    }

    private void addFile(Source source, ImportSource imports, Set<Source> seen) {
        if (!seen.add(source)) {
            return;
        }
        for (Declaration declaration : Parser.parse(source).file().declarations()) {
            if (declaration instanceof Declaration.Imports imported) {
                List<String> path = imported.path().stream().map(Name::text).toList();
                imports.find(path).ifPresent(file -> addFile(file, imports, seen));
            } else {
                add(declaration);
            }
        }
    }

    private void add(Declaration declaration) {
        Span span = declaration.span();
        if (declaration instanceof Declaration.Parameters parameters) {
            for (Parameter parameter : parameters.parameters()) {
                definitions.add(new Definition(parameter.name(), "", parameter.span(), List.of()));
            }
        } else if (declaration instanceof Declaration.EnumType type) {
            definitions.add(new Definition(type.name(), "", span, List.of()));
            for (Name member : type.members()) {
                definitions.add(new Definition(member, type.name().text(), member.span(), List.of()));
            }
        } else if (declaration instanceof Declaration.StructType type) {
            addRecord(type.name(), type.fields(), span);
        } else if (declaration instanceof Declaration.Message message) {
            addRecord(message.name(), message.fields(), span);
        } else if (declaration instanceof Declaration.Block block) {
            addRecord(block.name(), block.fields(), span);
        } else if (declaration instanceof Declaration.Function function) {
            addFunction(function.name(), function.parameters(), span);
        } else if (declaration instanceof Declaration.NativeFunction function) {
            addFunction(function.name(), function.parameters(), span);
        } else if (declaration instanceof Declaration.Actor actor) {
            addActor(actor);
        }
    }

    private void addRecord(Name name, Body<Field> fields, Span span) {
        definitions.add(new Definition(name, "", span, List.of()));
        addFields(fields.items(), name.text(), List.of(span));
    }

    private void addFunction(Name name, List<Field> parameters, Span span) {
        definitions.add(new Definition(name, "", span, List.of()));
        addFields(parameters, "", List.of(span));
    }

    private void addFields(List<Field> fields, String owner, List<Span> scopes) {
        for (Field field : fields) {
            definitions.add(new Definition(field.name(), owner, field.span(), scopes));
        }
    }

    private void addActor(Declaration.Actor actor) {
        String owner = actor.name().text();
        List<Span> scope = List.of(actor.span());
        definitions.add(new Definition(actor.name(), "", actor.span(), List.of()));
        for (ActorMember member : actor.members()) {
            if (member instanceof ActorMember.Store store) {
                addFields(store.fields().items(), owner, scope);
            } else if (member instanceof ActorMember.State state) {
                definitions.add(new Definition(state.name(), owner, state.span(), scope));
            } else if (member instanceof ActorMember.Transition transition) {
                transitions.add(transition);
            } else if (member instanceof ActorMember.Trigger trigger) {
                definitions.add(new Definition(trigger.name(), owner, trigger.span(), scope));
                addFields(
                        trigger.parameters(),
                        "",
                        Stream.concat(Stream.of(trigger.span()), uses(actor, trigger))
                                .toList());
            }
        }
    }

    /** The transitions on a trigger, where its parameters have a meaning. */
    private static Stream<Span> uses(Declaration.Actor actor, ActorMember.Trigger trigger) {
        return actor.members().items().stream()
                .filter(member -> member instanceof ActorMember.Transition transition
                        && awaited(transition.event()).equals(trigger.name().text()))
                .map(ActorMember::span);
    }
}
