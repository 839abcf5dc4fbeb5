package io.omerta.protocol.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.syntax.TokenKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colours of editors: a grammar in the format of TextMate, whose rules are tried in order at each place. */
class TextMateGrammarTest {
    private static final String PATH = "/io/omerta/protocol/editor/omt.tmLanguage.json";

    private final Map<?, ?> grammar = read();

    @Test
    void theGrammarIsForProtocolFiles() {
        assertEquals("source.omt", grammar.get("scopeName"));
        assertEquals(List.of("omt"), grammar.get("fileTypes"));
    }

    @Test
    void everyExpressionCompiles() {
        List<String> expressions = new ArrayList<>();
        forEachEntry(grammar, (key, value) -> {
            if (List.of("match", "begin", "end").contains(key)) {
                expressions.add((String) value);
            }
        });
        expressions.forEach(Pattern::compile);
        assertTrue(expressions.size() > 20);
    }

    @Test
    void everyScopeIsOfTheLanguage() {
        forEachEntry(grammar.get("repository"), (key, value) -> {
            if (key.equals("name")) {
                assertTrue(((String) value).endsWith(".omt"), value::toString);
            }
        });
    }

    @Test
    void everyReservedWordIsColoured() {
        for (TokenKind kind : TokenKind.values()) {
            if (kind.isReservedWord()) {
                assertTrue(isColoured(scope(kind.text(), 0)), kind::text);
            }
        }
    }

    @Test
    void wordsReservedInAnyCaseAreColouredInCapitals() {
        for (String word : List.of("RETURN", "FOR", "IN", "IF", "THEN", "ELSE", "AND", "OR", "NOT", "TRUE", "NULL")) {
            assertTrue(isColoured(scope(word, 0)), word);
        }
    }

    @Test
    void everyBuiltinIsColouredWhereItIsCalled() {
        for (Builtin builtin : Builtin.values()) {
            if (builtin != Builtin.APPEND) {
                assertEquals("support.function.builtin.omt", scope(builtin + "(a)", 0));
            }
            String lower = builtin.name().toLowerCase(Locale.ROOT);
            assertEquals("support.function.builtin.omt", scope(lower + " (a)", 0));
        }
    }

    /** The place asked for is that of the caret, which is taken out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ^# "text" when            | comment.line.number-sign.omt
                    x = ^"a # b" + c          | string.quoted.double.omt
                    x = ^"a # b               | invalid.illegal.unterminated-string.omt
                    x = ^12.50                | constant.numeric.omt
                    ^message M from A to [B]  | keyword.declaration.omt
                    message ^M from A to [B]  | entity.name.type.omt
                    struct ^Result (          | entity.name.type.omt
                    ^struct = 1               |
                    function ^TALLY(a b)      | entity.name.function.omt
                    trigger ^observe(a b)     | entity.name.function.omt
                    state A initial^ idle     | storage.modifier.omt
                    state ^A                  | entity.name.tag.state.omt
                    ^A -> B on M              | entity.name.tag.state.omt
                    A -> B auto when a ^else -> C | keyword.control.omt
                    S -> T on ^timeout(LIMIT) | keyword.other.omt
                    S -> T ^collect VOTE from w | keyword.other.omt
                    ^collect = 1              |
                    ^defer VOTE in [A]        | keyword.other.omt
                    ^SEND(a, M)               | support.function.action.omt
                    APPEND(^chain, B)         | variable.language.omt
                    ^SEND = 1                 | variable.other.constant.omt
                    a ^hash                   | support.type.omt
                    a ^list<hash>             | support.type.omt
                    a list<^hash>             | support.type.omt
                    x = a == ^hash            |
                    x = ^message.sender       | variable.language.omt
                    x = message.^from         | variable.other.member.omt
                    x = ^nota                 |
                    x = ^android              |
                    x = a ^and b              | keyword.operator.word.omt
                    x = ^tally(a)             | entity.name.function.call.omt
                    x = ^QUORUM + 1           | variable.other.constant.omt
                    x = {^...a}               | keyword.operator.omt
                    """)
    void placesHaveTheirColours(String example, String scope) {
        int caret = example.indexOf('^');
        assertEquals(scope, scope(example.replace("^", ""), caret));
    }

    /** Keywords, constants of the language, and the words that stand for a value. */
    private static boolean isColoured(String scope) {
        return scope != null && scope.matches("(keyword|constant\\.language|storage|variable\\.language)\\..*");
    }

    /** The scope of the character at an offset of a line, by the rules outside all regions; null if it has none. */
    private String scope(String line, int offset) {
        int place = 0;
        while (place <= offset) {
            Matcher best = null;
            Map<?, ?> rule = null;
            for (Map<?, ?> candidate : rules(grammar)) {
                Object expression = candidate.containsKey("match") ? candidate.get("match") : candidate.get("begin");
                Matcher matcher =
                        Pattern.compile((String) expression).matcher(line).useTransparentBounds(true);
                matcher.region(place, line.length());
                if (matcher.find() && (best == null || matcher.start() < best.start())) {
                    best = matcher;
                    rule = candidate;
                }
            }
            if (best == null || best.start() > offset) {
                return null;
            }
            if (offset < best.end()) {
                return scope(rule, best, offset);
            }
            place = best.end();
        }
        return null;
    }

    private static String scope(Map<?, ?> rule, Matcher matcher, int offset) {
        Object captures = rule.containsKey("captures") ? rule.get("captures") : rule.get("beginCaptures");
        for (int group = 1; captures != null && group <= matcher.groupCount(); group++) {
            if (matcher.start(group) <= offset && offset < matcher.end(group)) {
                return (String) ((Map<?, ?>) ((Map<?, ?>) captures).get(Integer.toString(group))).get("name");
            }
        }
        return (String) rule.get("name");
    }

    /** The rules of a list of patterns in their order, with those that it includes. */
    private List<Map<?, ?>> rules(Map<?, ?> patterns) {
        List<Map<?, ?>> rules = new ArrayList<>();
        for (Object entry : (List<?>) patterns.get("patterns")) {
            Map<?, ?> rule = (Map<?, ?>) entry;
            if (rule.containsKey("include")) {
                String name = ((String) rule.get("include")).substring(1);
                rule = (Map<?, ?>) ((Map<?, ?>) grammar.get("repository")).get(name);
                assertNotNull(rule, name);
            }
            if (rule.containsKey("match") || rule.containsKey("begin")) {
                rules.add(rule);
            } else {
                rules.addAll(rules(rule));
            }
        }
        return rules;
    }

    private static void forEachEntry(Object node, BiConsumer<String, Object> consumer) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                consumer.accept((String) key, value);
                forEachEntry(value, consumer);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> forEachEntry(item, consumer));
        }
    }

    private static Map<?, ?> read() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (InputStream in = TextMateGrammarTest.class.getResourceAsStream(PATH);
                JsonParser parser = factory.createParser(in)) {
            parser.nextToken();
            Map<?, ?> grammar = (Map<?, ?>) value(parser);
            assertEquals(null, parser.nextToken());
            return grammar;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                object.put(key, value(parser));
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser));
            }
            return array;
        }
        return parser.getText();
    }
}
