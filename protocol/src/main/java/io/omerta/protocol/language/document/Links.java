package io.omerta.protocol.language.document;

import io.omerta.protocol.language.format.OneLine;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names of declarations as links to where the page tells of them; names of other files as plain code. */
final class Links {
    private final Map<String, String> anchors = new TreeMap<>();

    Links(List<Declaration> declarations) {
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.EnumType type) {
                declare("enum", type.name());
            } else if (declaration instanceof Declaration.StructType type) {
                declare("struct", type.name());
            } else if (declaration instanceof Declaration.Message message) {
                declare("message", message.name());
            } else if (declaration instanceof Declaration.Block block) {
                declare("block", block.name());
            } else if (declaration instanceof Declaration.Actor actor) {
                declare("actor", actor.name());
            } else if (declaration instanceof Declaration.Parameters parameters) {
                parameters.parameters().forEach(parameter -> declare("parameter", parameter.name()));
            }
        }
    }

    String to(String name) {
        String anchor = anchors.get(name);
        return anchor == null ? Markdown.code(name) : Markdown.link(Markdown.code(name), anchor);
    }

    /** Names with commas between them. */
    String toAll(List<Name> names) {
        return names.stream().map(name -> to(name.text())).collect(Collectors.joining(", "));
    }

    /** A type, linked to the declared type in it. */
    String to(TypeReference type) {
        String code = Markdown.code(OneLine.of(type));
        String anchor = anchorIn(type);
        return anchor.isEmpty() ? code : Markdown.link(code, anchor);
    }

    private String anchorIn(TypeReference type) {
        String own = anchors.getOrDefault(type.name().text(), "");
        return type.arguments().stream()
                .map(this::anchorIn)
                .filter(anchor -> !anchor.isEmpty())
                .findFirst()
                .orElse(own);
    }

    private void declare(String kind, Name name) {
        anchors.putIfAbsent(name.text(), anchor(kind, name.text()));
    }

    /** The anchor of a declaration: kind and name, which only an edit of the name changes. */
    static String anchor(String kind, String name) {
        return kind + "-" + name;
    }
}
