package io.omerta.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.RelatedSpan;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.scenarios.model.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Serves one editor: diagnostics when a document is opened or changed, the declaration of a name on hover, and the way
 * to it (Language Server Protocol 3.17 over JSON-RPC 2.0). Answers one message after the other.
 */
final class LanguageServer {
    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int NOT_INITIALIZED = -32002;

    private static final int FULL_TEXT = 1;
    private static final int ERROR = 1;
    private static final int WARNING = 2;

    /** Lines of a declaration shown on hover. */
    private static final int MAX_HOVER_LINES = 16;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LspFrames frames;
    private final OmtWorkspace workspace = new OmtWorkspace();
    private Phase phase = Phase.NEW;

    private enum Phase {
        /** Only "initialize" is answered. */
        NEW,
        /** Everything is. */
        RUNNING,
        /** After "shutdown": only "exit" is awaited. */
        SHUT_DOWN
    }

    LanguageServer(InputStream in, OutputStream out) {
        this.frames = new LspFrames(in, out);
    }

    /**
     * Serves until the editor says "exit" or closes the stream.
     *
     * @return whether it said "shutdown" before
     * @throws InvalidInputException if what comes is not the protocol
     */
    boolean run() throws IOException {
        Optional<byte[]> content = frames.read();
        while (content.isPresent()) {
            JsonNode message = parsed(content.get());
            if (message.path("method").asText().equals("exit")) {
                break;
            }
            handle(message);
            content = frames.read();
        }
        return phase == Phase.SHUT_DOWN;
    }

    /** An empty object, already answered, if it is not JSON. */
    private JsonNode parsed(byte[] content) throws IOException {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException e) {
            fail(NullNode.getInstance(), PARSE_ERROR, "the message is not JSON");
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private void handle(JsonNode message) throws IOException {
        JsonNode id = message.path("id");
        String method = message.path("method").asText();
        if (method.isEmpty()) {
            return; // an answer, though nothing was asked
        }
        if (id.isMissingNode()) {
            if (phase == Phase.RUNNING) {
                heed(method, message.path("params"));
            }
        } else if (phase == Phase.NEW && !method.equals("initialize")) {
            fail(id, NOT_INITIALIZED, "\"initialize\" comes first");
        } else if (phase == Phase.SHUT_DOWN || (phase == Phase.RUNNING && method.equals("initialize"))) {
            fail(id, INVALID_REQUEST, "\"" + method + "\" is not awaited now");
        } else {
            answer(id, method, message.path("params"));
        }
    }

    private void answer(JsonNode id, String method, JsonNode params) throws IOException {
        switch (method) {
            case "initialize" -> {
                workspace.setRoot(params.path("workspaceFolders")
                        .path(0)
                        .path("uri")
                        .asText(params.path("rootUri").asText()));
                phase = Phase.RUNNING;
                reply(id, capabilities());
            }
            case "shutdown" -> {
                phase = Phase.SHUT_DOWN;
                reply(id, NullNode.getInstance());
            }
            case "textDocument/hover" -> reply(id, at(params, LanguageServer::hover));
            case "textDocument/definition" -> reply(id, at(params, LanguageServer::places));
            default -> fail(id, METHOD_NOT_FOUND, "\"" + method + "\" is not offered");
        }
    }

    /** A notification; those that mean nothing here are passed over, as the protocol has it. */
    private void heed(String method, JsonNode params) throws IOException {
        String uri = params.path("textDocument").path("uri").asText();
        switch (method) {
            case "textDocument/didOpen" -> workspace.put(
                    uri, params.path("textDocument").path("text").asText());
            case "textDocument/didChange" -> {
                JsonNode changes = params.path("contentChanges");
                workspace.put(uri, changes.path(changes.size() - 1).path("text").asText());
            }
            case "textDocument/didClose" -> {
                workspace.remove(uri);
                publish(uri, JsonNodeFactory.instance.arrayNode());
            }
            default -> {
                return;
            }
        }
        for (String open : workspace.uris()) { // one of them may import the one that has changed
            publish(open, diagnostics(open));
        }
    }

    private static ObjectNode capabilities() {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ObjectNode capabilities = result.putObject("capabilities");
        capabilities.put("textDocumentSync", FULL_TEXT);
        capabilities.put("hoverProvider", true);
        capabilities.put("definitionProvider", true);
        result.putObject("serverInfo").put("name", "omerta");
        return result;
    }

    private ArrayNode diagnostics(String uri) {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        workspace.document(uri).ifPresent(document -> {
            try {
                for (Diagnostic diagnostic :
                        Checker.check(document.source(), document.imports()).diagnostics()) {
                    if (diagnostic.span().source() == document.source()) {
                        found.add(diagnostic(document, diagnostic));
                    }
                }
            } catch (InvalidInputException unreadableImport) {
                ObjectNode node = found.addObject();
                node.set("range", LspRange.of(document.source().span(0, 0)));
                node.put("severity", ERROR);
                node.put("source", "omerta");
                node.put("message", unreadableImport.getMessage());
            }
        });
        return found;
    }

    private static ObjectNode diagnostic(OmtWorkspace.Document document, Diagnostic diagnostic) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("range", LspRange.of(diagnostic.span()));
        node.put("severity", diagnostic.severity() == Severity.ERROR ? ERROR : WARNING);
        node.put("code", diagnostic.code().label());
        node.put("source", "omerta");
        node.put("message", diagnostic.message());
        ArrayNode related = node.putArray("relatedInformation");
        for (RelatedSpan place : diagnostic.related()) {
            ObjectNode information = related.addObject();
            information.set("location", location(document, place.span()));
            information.put("message", place.message());
        }
        return node;
    }

    /** What there is at a place of an open document; null of a document that is not open. */
    private JsonNode at(JsonNode params, BiFunction<OmtWorkspace.Document, JsonNode, JsonNode> question) {
        return workspace
                .document(params.path("textDocument").path("uri").asText())
                .map(document -> question.apply(document, params.path("position")))
                .orElse(NullNode.getInstance());
    }

    private static JsonNode hover(OmtWorkspace.Document document, JsonNode position) {
        List<OmtDefinitions.Definition> found = definitions(document, position);
        if (found.isEmpty()) {
            return NullNode.getInstance();
        }
        ObjectNode hover = JsonNodeFactory.instance.objectNode();
        ObjectNode contents = hover.putObject("contents");
        contents.put("kind", "markdown");
        contents.put("value", found.stream().map(LanguageServer::shown).collect(Collectors.joining("\n")));
        return hover;
    }

    private static String shown(OmtDefinitions.Definition definition) {
        List<String> lines = definition.declaration().text().lines().toList();
        String cut = lines.size() > MAX_HOVER_LINES ? "\n..." : "";
        String owner = definition.owner().isEmpty() ? "" : "\nof " + definition.owner();
        return "```omt\n" + lines.stream().limit(MAX_HOVER_LINES).collect(Collectors.joining("\n")) + cut + "\n```"
                + owner;
    }

    private static JsonNode places(OmtWorkspace.Document document, JsonNode position) {
        ArrayNode locations = JsonNodeFactory.instance.arrayNode();
        for (OmtDefinitions.Definition definition : definitions(document, position)) {
            locations.add(location(document, definition.name().span()));
        }
        return locations;
    }

    private static List<OmtDefinitions.Definition> definitions(OmtWorkspace.Document document, JsonNode position) {
        try {
            return OmtDefinitions.of(document.source(), document.imports())
                    .at(LspRange.offset(document.source(), position));
        } catch (InvalidInputException unreadableImport) {
            return List.of(); // it is among the diagnostics
        }
    }

    private static ObjectNode location(OmtWorkspace.Document document, Span span) {
        Source source = span.source();
        ObjectNode location = JsonNodeFactory.instance.objectNode();
        location.put("uri", document.uriOf(source));
        location.set("range", LspRange.of(span));
        return location;
    }

    private void publish(String uri, ArrayNode diagnostics) throws IOException {
        ObjectNode message = message();
        message.put("method", "textDocument/publishDiagnostics");
        message.putObject("params").put("uri", uri).set("diagnostics", diagnostics);
        frames.write(JSON.writeValueAsBytes(message));
    }

    private void reply(JsonNode id, JsonNode result) throws IOException {
        ObjectNode message = message();
        message.set("id", id);
        message.set("result", result);
        frames.write(JSON.writeValueAsBytes(message));
    }

    private void fail(JsonNode id, int code, String why) throws IOException {
        ObjectNode message = message();
        message.set("id", id);
        message.putObject("error").put("code", code).put("message", why);
        frames.write(JSON.writeValueAsBytes(message));
    }

    private static ObjectNode message() {
        return JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    }
}
