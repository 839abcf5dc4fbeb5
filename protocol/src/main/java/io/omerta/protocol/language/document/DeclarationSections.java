package io.omerta.protocol.language.document;

import io.omerta.protocol.language.format.OneLine;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Parameter;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes everything of a file but its actors. */
final class DeclarationSections {
    private static final String DESCRIPTION = "Description";

    private final Page page;
    private final Markdown out;
    private final List<Declaration> declarations;
    private final Map<String, String> parameterTypes;

    /** @param parameterTypes by name of the parameter */
    DeclarationSections(Page page, ProtocolFile file, Map<String, String> parameterTypes) {
        this.page = page;
        this.out = page.out();
        this.declarations = file.declarations();
        this.parameterTypes = parameterTypes;
    }

    void parameters() {
        List<Parameter> all = new ArrayList<>();
        of(Declaration.Parameters.class)
                .forEach(part -> all.addAll(part.parameters().items()));
        if (all.isEmpty()) {
            return;
        }
        out.heading(Page.SECTION, "Parameters", "parameters");
        of(Declaration.Parameters.class).forEach(part -> page.introduce(part.span()));
        of(Declaration.Parameters.class).forEach(part -> page.comments()
                .of(part.span(), part.parameters().span())
                .writeTo(out));
        out.table(
                List.of("Name", "Value", "Unit", "Type", DESCRIPTION),
                all.stream()
                        .map(parameter -> List.of(
                                Markdown.anchor(Links.anchor(
                                                "parameter", parameter.name().text()))
                                        + Markdown.code(parameter.name().text()),
                                Markdown.code(OneLine.of(parameter.value())),
                                unit(parameter),
                                Markdown.code(parameterTypes.getOrDefault(
                                        parameter.name().text(), "")),
                                page.described(
                                        parameter.description(), page.comments().of(parameter.span()))))
                        .toList());
    }

    void types() {
        page.section("Enums", "enums", of(Declaration.EnumType.class), Declaration::span, (type, level) -> {
            named(level, "enum", type.name(), "");
            page.describe(
                    type.description(),
                    page.comments().of(type.span(), type.members().span()));
            out.table(
                    List.of("Member", DESCRIPTION),
                    type.members().items().stream()
                            .map(member -> List.of(
                                    Markdown.code(member.text()),
                                    page.comments().of(member.span()).inline()))
                            .toList());
        });
        page.section("Structs", "structs", of(Declaration.StructType.class), Declaration::span, (type, level) -> {
            named(level, "struct", type.name(), "");
            page.comments().of(type.span(), type.fields().span()).writeTo(out);
            page.fields("Field", type.fields().items());
        });
    }

    void messages() {
        List<Declaration.Message> messages = of(Declaration.Message.class);
        if (!messages.isEmpty()) {
            out.heading(Page.SECTION, "Message overview", "message-overview");
            out.table(
                    List.of("Message", "From", "To", "Signed", "Fields"),
                    messages.stream().map(this::overview).toList());
        }
        page.section("Messages", "messages", messages, Declaration::span, (message, level) -> {
            named(level, "message", message.name(), "");
            out.paragraph("From " + page.links().to(message.sender().text()) + " to "
                    + page.links().toAll(message.recipients())
                    + (message.signed() ? ", signed by its sender." : "."));
            page.comments().of(message.span(), message.fields().span()).writeTo(out);
            page.fields("Field", message.fields().items());
        });
    }

    private List<String> overview(Declaration.Message message) {
        return List.of(
                page.links().to(message.name().text()),
                page.links().to(message.sender().text()),
                page.links().toAll(message.recipients()),
                message.signed() ? "yes" : "",
                message.fields().items().stream()
                        .map(field -> Markdown.code(field.name() + " " + OneLine.of(field.type())))
                        .collect(Collectors.joining(", ")));
    }

    void blocks() {
        page.section("Blocks", "blocks", of(Declaration.Block.class), Declaration::span, (block, level) -> {
            named(level, "block", block.name(), "");
            out.paragraph("Written by " + page.links().toAll(block.writers()) + " to its own chain.");
            page.comments().of(block.span(), block.fields().span()).writeTo(out);
            page.fields("Field", block.fields().items());
        });
    }

    void functions() {
        page.section("Functions", "functions", of(Declaration.Function.class), Declaration::span, (f, level) -> {
            named(level, "function", f.name(), signature(f.parameters()));
            out.paragraph("Returns " + page.links().to(f.result()) + ".");
            page.comments().of(f.span(), f.body().span()).writeTo(out);
            page.source(f.span());
        });
        page.section(
                "Native functions",
                "native-functions",
                of(Declaration.NativeFunction.class),
                Declaration::span,
                (f, level) -> {
                    named(level, "native", f.name(), signature(f.parameters()));
                    out.paragraph("Returns " + page.links().to(f.result()) + ". Supplied by the host's library "
                            + Markdown.code(f.library().value()) + ".");
                    page.comments().of(f.span()).writeTo(out);
                });
    }

    void properties() {
        List<Declaration> all = declarations.stream()
                .filter(declaration ->
                        declaration instanceof Declaration.Invariant || declaration instanceof Declaration.Eventually)
                .toList();
        page.section("Properties", "properties", all, Declaration::span, (property, level) -> {
            if (property instanceof Declaration.Invariant invariant) {
                named(level, "property", invariant.name(), "");
                out.paragraph("Holds after every step.");
                page.describe(
                        invariant.description(),
                        page.comments()
                                .of(invariant.span(), invariant.condition().span()));
            } else if (property instanceof Declaration.Eventually eventually) {
                named(level, "property", eventually.name(), "");
                out.paragraph("Holds from "
                        + page.links().to(eventually.deadline().text()) + " after the session began, and ever after.");
                page.describe(
                        eventually.description(),
                        page.comments()
                                .of(eventually.span(), eventually.condition().span()));
            }
            page.source(property.span());
        });
    }

    void compositions() {
        List<Declaration.Composition> all = of(Declaration.Composition.class);
        if (all.isEmpty()) {
            return;
        }
        out.heading(Page.SECTION, "Compositions", "compositions");
        all.forEach(composition -> page.introduce(composition.span()));
        out.table(
                List.of("Entering the state", "calls the trigger", "of transaction", "with", DESCRIPTION),
                all.stream()
                        .map(composition -> List.of(
                                Markdown.link(
                                        Markdown.code(composition.actor() + "." + composition.state()),
                                        Links.anchor("state", composition.actor() + "-" + composition.state())),
                                Markdown.code(composition.targetActor() + "." + composition.trigger()),
                                Markdown.code(composition.transaction().text()),
                                arguments(composition.arguments()),
                                page.comments().of(composition.span()).inline()))
                        .toList());
    }

    private <T extends Declaration> List<T> of(Class<T> kind) {
        return declarations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void named(int level, String kind, Name name, String signature) {
        out.heading(level, Markdown.code(name + signature), Links.anchor(kind, name.text()));
    }

    private static String signature(List<Field> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.name() + " " + OneLine.of(parameter.type()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String unit(Parameter parameter) {
        Name unit = parameter.unit();
        return unit == null ? "" : Markdown.text(unit.text());
    }

    private static String arguments(Expression.@Nullable StructLiteral arguments) {
        return arguments == null ? "" : Markdown.code(OneLine.of(arguments));
    }
}
