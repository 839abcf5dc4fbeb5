package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.model.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions of an editor, written down beforehand. */
class LanguageServerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream script = new ByteArrayOutputStream();
    private boolean orderly;

    @Test
    void aSessionBeginsAndEndsAsTheProtocolHasIt() throws IOException {
        request(1, "initialize", "{}");
        notification("initialized", "{}");
        request(2, "shutdown", "{}");
        notification("exit", "{}");

        List<JsonNode> answers = run();
        assertTrue(orderly);
        assertEquals(2, answers.size());
        assertEquals(1, answers.get(0).path("id").asInt());
        JsonNode capabilities = answers.get(0).path("result").path("capabilities");
        assertTrue(capabilities.path("hoverProvider").asBoolean()
                && capabilities.path("definitionProvider").asBoolean());
        assertEquals(1, capabilities.path("textDocumentSync").asInt());
        assertTrue(answers.get(1).path("result").isNull());
    }

    @Test
    void anOpenedDocumentIsChecked() throws IOException {
        initialize();
        open("small.omt", SmallProtocol.FIXABLE);

        JsonNode found = published("small.omt", run());
        assertEquals(2, found.size());
        assertEquals(
                "{\"start\":{\"line\":3,\"character\":24},\"end\":{\"line\":3,\"character\":25}}",
                found.get(0).path("range").toString());
        assertEquals(1, found.get(0).path("severity").asInt());
        assertEquals("OMT-S01", found.get(0).path("code").asText());
        assertFalse(orderly, "the stream ended without a shutdown");
    }

    @Test
    void aChangedDocumentIsCheckedAnew() throws IOException {
        initialize();
        open("small.omt", SmallProtocol.FIXABLE);
        change("small.omt", SmallProtocol.CLEAN);

        assertEquals("[]", published("small.omt", run()).toString());
    }

    @Test
    void aClosedDocumentHasNoDiagnosticsLeft() throws IOException {
        initialize();
        open("small.omt", SmallProtocol.FIXABLE);
        notification("textDocument/didClose", "{\"textDocument\":{\"uri\":\"" + uri("small.omt") + "\"}}");

        assertEquals("[]", published("small.omt", run()).toString());
    }

    @Test
    void placesAreCountedInUtf16() throws IOException {
        initialize();
        open("small.omt", "transaction 90 \"\uD83D\uDE00\" ;\r\n");

        assertEquals(
                "{\"line\":0,\"character\":20}",
                published("small.omt", run()).get(0).path("range").path("start").toString());
    }

    /** The place is where the text after the bar begins, its first occurrence in the clean file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            SEND(host, HELLO      | HELLO    | 6  | message HELLO from Caller to [Host]
            SEND(host             | host     | 16 | host peer_id
            store host, word      | word     | 16 | word string
            message.word          | word     | 7  | word string
            heard = message       | heard    | 29 | heard string
            -> DONE on            | DONE     | 19 | state DONE terminal
            on greet              | greet    | 16 | trigger greet(host peer_id, word string) in [IDLE]
            to [Host]             | Host     | 27 | actor Host
            timeout(PATIENCE      | PATIENCE | 3  | PATIENCE = 5 seconds
            """)
    void aNameLeadsToItsDeclaration(String around, String name, int line, String declaration) throws IOException {
        initialize();
        open("small.omt", SmallProtocol.CLEAN);
        int offset = SmallProtocol.CLEAN.indexOf(around) + around.indexOf(name);
        request(2, "textDocument/definition", place("small.omt", offset));
        request(3, "textDocument/hover", place("small.omt", offset));

        List<JsonNode> answers = run();
        JsonNode places = answer(2, answers);
        assertEquals(1, places.size(), places.toString());
        assertEquals(uri("small.omt"), places.get(0).path("uri").asText());
        assertEquals(line, places.get(0).at("/range/start/line").asInt());
        String shown = answer(3, answers).path("contents").path("value").asText();
        assertTrue(shown.startsWith("```omt\n" + declaration), shown);
    }

    @Test
    void aPlaceWithoutANameHasNoAnswer() throws IOException {
        initialize();
        open("small.omt", SmallProtocol.CLEAN);
        request(2, "textDocument/definition", place("small.omt", 0));
        request(3, "textDocument/hover", place("small.omt", 0));
        request(4, "textDocument/hover", place("unopened.omt", 0));

        List<JsonNode> answers = run();
        assertEquals("[]", answer(2, answers).toString());
        assertTrue(answer(3, answers).isNull());
        assertTrue(answer(4, answers).isNull());
    }

    @Test
    void aNameLeadsIntoAnImportAsTheEditorShowsIt() throws IOException {
        SmallProtocol.write(folder, "common.omt", "# as on the disk");
        SmallProtocol.write(folder, "main.omt", "");
        String text = "imports common\nfunction f(c Colour) -> Colour (RETURN c)\n";
        initialize();
        open("common.omt", "\nenum Colour (RED)");
        open("main.omt", text);
        request(2, "textDocument/definition", place("main.omt", text, text.indexOf("Colour")));

        JsonNode places = answer(2, run());
        assertEquals(uri("common.omt"), places.get(0).path("uri").asText());
        assertEquals(1, places.get(0).at("/range/start/line").asInt());
    }

    @Test
    void aDocumentWithoutAFileIsCheckedToo() throws IOException {
        initialize();
        ObjectNode document = JSON.createObjectNode().put("uri", "untitled:1").put("text", "message");
        notification(
                "textDocument/didOpen",
                JSON.createObjectNode().set("textDocument", document).toString());

        JsonNode last = run().get(1).path("params");
        assertEquals("untitled:1", last.path("uri").asText());
        assertFalse(last.path("diagnostics").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "-32700, {",
        "-32601, '{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"textDocument/rename\"}'",
        "-32600, '{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"initialize\"}'"
    })
    void whatCannotBeAnsweredIsAnError(int code, String message) throws IOException {
        initialize();
        frame(message);
        request(9, "shutdown", "{}");

        List<JsonNode> answers = run();
        assertEquals(code, answers.get(1).path("error").path("code").asInt());
        assertEquals(9, answers.get(2).path("id").asInt());
    }

    @Test
    void nothingIsAnsweredBeforeInitialize() throws IOException {
        request(1, "textDocument/hover", "{}");

        assertEquals(-32002, run().get(0).path("error").path("code").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "Content-Length: 10\r\n\r\n{}",
                "Content-Length: -1\r\n\r\n{}",
                "Content-Length: 999999999\r\n\r\n{}",
                "Content-Length: 99999999999\r\n\r\n{}",
                "Content-Length: 2\r\n"
            })
    void whatIsNotTheProtocolEndsTheSession(String text) {
        script.writeBytes(text.getBytes(StandardCharsets.US_ASCII));

        String message = assertThrows(InvalidInputException.class, this::run).getMessage();
        assertTrue(message.startsWith("standard input is not the Language Server Protocol: "), message);
    }

    @Test
    void anEndlessHeaderIsNotRead() {
        script.writeBytes("x".repeat(5000).getBytes(StandardCharsets.US_ASCII));

        String message = assertThrows(InvalidInputException.class, this::run).getMessage();
        assertTrue(message.contains("more than 1024 bytes"), message);
    }

    private void initialize() {
        request(1, "initialize", "{\"rootUri\":\"" + folder.toUri() + "\"}");
    }

    private void open(String name, String text) {
        SmallProtocol.write(folder, name, "");
        ObjectNode document = JSON.createObjectNode().put("uri", uri(name)).put("text", text);
        notification(
                "textDocument/didOpen",
                JSON.createObjectNode().set("textDocument", document).toString());
    }

    private void change(String name, String text) {
        ObjectNode params = JSON.createObjectNode();
        params.putObject("textDocument").put("uri", uri(name));
        params.putArray("contentChanges").addObject().put("text", text);
        notification("textDocument/didChange", params.toString());
    }

    private String place(String name, int offset) {
        return place(name, SmallProtocol.CLEAN, offset);
    }

    private String place(String name, String text, int offset) {
        ObjectNode params = JSON.createObjectNode();
        params.putObject("textDocument").put("uri", uri(name));
        params.putObject("position")
                .put(
                        "line",
                        text.substring(0, offset).chars().filter(c -> c == '\n').count())
                .put("character", offset - text.lastIndexOf('\n', offset - 1) - 1);
        return params.toString();
    }

    private String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }

    private void request(int id, String method, String params) {
        frame("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    private void notification(String method, String params) {
        frame("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    private void frame(String json) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        script.writeBytes(("Content-Length: " + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        script.writeBytes(content);
    }

    /** All that the server says to the script. */
    private List<JsonNode> run() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        orderly = new LanguageServer(new ByteArrayInputStream(script.toByteArray()), out).run();
        LspFrames said = new LspFrames(new ByteArrayInputStream(out.toByteArray()), new ByteArrayOutputStream());
        List<JsonNode> messages = new ArrayList<>();
        for (var content = said.read(); content.isPresent(); content = said.read()) {
            messages.add(JSON.readTree(content.get()));
        }
        return messages;
    }

    private static JsonNode answer(int id, List<JsonNode> messages) {
        return messages.stream()
                .filter(message -> message.path("id").asInt() == id)
                .findFirst()
                .orElseThrow()
                .path("result");
    }

    /** The diagnostics of a document as they were told last. */
    private JsonNode published(String name, List<JsonNode> messages) {
        return messages.stream()
                .map(message -> message.path("params"))
                .filter(params -> params.path("uri").asText().equals(uri(name)))
                .reduce((first, last) -> last)
                .orElseThrow()
                .path("diagnostics");
    }
}
