package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Types, fields and lists of names. */
final class FieldParser {
    private final TokenCursor cursor;

    FieldParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** {@code ( name type ... )}, without commas. */
    Body<Field> fields(String what, BooleanSupplier startsOutside) {
        return cursor.body(new ItemRule<>(what, this::field, this::fieldStarts, startsOutside));
    }

    /** After a fault within type arguments, which are words too, a field is known by its two words. */
    private boolean fieldStarts() {
        return cursor.peek().isWord() && cursor.peek(1).isWord();
    }

    private Field field() {
        int start = cursor.offset();
        Name name = cursor.declaredName("the name of a field or `)`");
        if (cursor.at(TokenKind.COLON)) {
            cursor.noteSuperfluous(Code.S01, "nothing stands between a name and its type");
        }
        TypeReference type = type();
        return new Field(name, type, cursor.since(start));
    }

    /** {@code ( name type, ... )}, with commas: the parameters of a function or trigger. */
    List<Field> parameters(String what) {
        Token open = cursor.expect(TokenKind.LEFT_PAREN, "before the parameters of " + what);
        List<Field> parameters = new ArrayList<>();
        if (!cursor.at(TokenKind.RIGHT_PAREN)) {
            do {
                parameters.add(field());
            } while (cursor.accept(TokenKind.COMMA));
        }
        cursor.close(TokenKind.RIGHT_PAREN, open, "`,` or `)` after a parameter");
        return parameters;
    }

    /** {@code name} or {@code name<type, ...>}. */
    TypeReference type() {
        cursor.enter();
        int start = cursor.offset();
        Name name = cursor.name("a type");
        List<TypeReference> arguments = new ArrayList<>();
        if (cursor.at(TokenKind.LESS)) {
            Token open = cursor.advance();
            do {
                arguments.add(type());
            } while (cursor.accept(TokenKind.COMMA));
            if (!cursor.accept(TokenKind.GREATER)) {
                throw cursor.fault(Diagnostic.of(
                                Code.S01,
                                cursor.here(),
                                "`,` or `>` is expected after a type argument, but found "
                                        + cursor.peek().described())
                        .withRelated(open.span(), "`<` is opened here"));
            }
            checkArity(name, arguments, cursor.since(start));
        }
        cursor.leave();
        return new TypeReference(name, arguments, cursor.since(start));
    }

    private void checkArity(Name name, List<TypeReference> arguments, Span span) {
        String generic = name.text().toLowerCase(Locale.ROOT);
        int needed = generic.equals("list") ? 1 : generic.equals("map") ? 2 : arguments.size();
        if (arguments.size() != needed) {
            String form = needed == 1 ? "one type: `list<element>`" : "two types: `map<key, value>`";
            cursor.note(
                    Diagnostic.of(Code.S06, span, "`" + name + "` takes " + form + ", but has " + arguments.size()));
        }
    }

    /** {@code name, ...}. */
    List<Name> names(String what) {
        List<Name> names = new ArrayList<>();
        do {
            names.add(cursor.name(what));
        } while (cursor.accept(TokenKind.COMMA));
        return names;
    }

    /**
     * {@code word [ name, ... ]}, of which a part that is missing is noted.
     *
     * @param word the word before the bracket
     * @param what one of the names: "a role"
     * @param lacking what the declaration lacks without it: "the message has no recipients"
     */
    List<Name> bracketedNames(TokenKind word, String what, String lacking) {
        String form = "; write `" + word.text() + " [...]`";
        if (!cursor.accept(word)) {
            cursor.note(Diagnostic.of(
                    Code.S07,
                    cursor.here(),
                    lacking + form + " (before " + cursor.peek().described() + ")"));
            return List.of();
        }
        if (cursor.at(TokenKind.IDENTIFIER)) {
            cursor.note(Diagnostic.of(Code.S07, cursor.here(), "the list stands in brackets" + form));
            return names(what);
        }
        Token open = cursor.expect(TokenKind.LEFT_BRACKET, "after `" + word.text() + "`");
        if (cursor.accept(TokenKind.RIGHT_BRACKET)) {
            cursor.note(Diagnostic.of(
                    Code.S07, cursor.since(open.span().start()), lacking + "; name at least one between the brackets"));
            return List.of();
        }
        List<Name> names = names(what);
        cursor.close(TokenKind.RIGHT_BRACKET, open, "`,` or `]` after " + what);
        return names;
    }
}
