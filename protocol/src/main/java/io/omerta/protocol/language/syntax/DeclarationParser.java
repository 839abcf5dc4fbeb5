package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Parameter;
import io.omerta.protocol.language.tree.Statement;
import io.omerta.protocol.language.tree.TypeReference;
import io.omerta.protocol.language.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Declarations. A part that a head lacks is noted and stands in the tree as an empty name, so that the faults of the
 * body are found as well.
 */
final class DeclarationParser {
    private static final List<String> WORDS = List.of(
            "transaction",
            "imports",
            "parameters",
            "enum",
            "struct",
            "message",
            "block",
            "actor",
            "function",
            "native",
            "invariant",
            "eventually",
            "composes");

    private final TokenCursor cursor;
    private final Lookahead lookahead;
    private final ExpressionParser expressions;
    private final FieldParser fields;
    private final StatementParser statements;
    private final ActorParser actors;

    DeclarationParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.lookahead = new Lookahead(cursor);
        this.expressions = new ExpressionParser(cursor);
        this.fields = new FieldParser(cursor);
        this.statements = new StatementParser(cursor, lookahead, expressions);
        this.actors = new ActorParser(cursor, lookahead, fields, expressions);
    }

    /** All declarations up to the end of the file, through all faults. */
    List<Declaration> declarations() {
        List<Declaration> declarations = new ArrayList<>();
        while (!cursor.at(TokenKind.END)) {
            try {
                declarations.add(declaration());
            } catch (SyntaxFault reported) {
                cursor.skipUntil(
                        () -> cursor.bracketDepth() <= 0 ? lookahead.declarationAtTopLevel() : lookahead.declaration());
                cursor.restore(0, 0);
            }
        }
        return declarations;
    }

    private Declaration declaration() {
        int start = cursor.offset();
        Token token = cursor.advance();
        return switch (token.kind()) {
            case TRANSACTION -> transaction(start);
            case IMPORTS -> imports(start);
            case PARAMETERS -> new Declaration.Parameters(parameters(), cursor.since(start));
            case ENUM -> enumType(start);
            case MESSAGE -> message(start);
            case BLOCK -> block(start);
            case ACTOR -> actor(start);
            case FUNCTION -> function(start);
            case NATIVE -> nativeFunction(start);
            case IDENTIFIER -> added(token, start);
            default -> throw noDeclaration(token);
        };
    }

    private Declaration added(Token word, int start) {
        return switch (word.text()) {
            case "struct" -> structType(start);
            case "invariant" -> invariant(start);
            case "eventually" -> eventually(start);
            case "composes" -> composition(start);
            default -> throw noDeclaration(word);
        };
    }

    private Declaration transaction(int start) {
        Name id = identity("the transaction has no id", "its id is a number or a name");
        Expression.StringLiteral title;
        if (cursor.at(TokenKind.STRING)) {
            title = expressions.string();
        } else {
            cursor.note(missing("the transaction has no name; it stands in quotes after the id"));
            title = new Expression.StringLiteral("", cursor.here());
        }
        return new Declaration.Transaction(id, title, description(), cursor.since(start));
    }

    private Declaration imports(int start) {
        List<Name> path = new ArrayList<>();
        path.add(cursor.name("a path `folder/file`, without quotes and extension,"));
        while (cursor.accept(TokenKind.SLASH)) {
            path.add(cursor.declaredName("the next part of the path"));
        }
        return new Declaration.Imports(path, cursor.since(start));
    }

    private Body<Parameter> parameters() {
        return cursor.body(
                new ItemRule<>("the parameters", this::parameter, lookahead::parameter, lookahead::declaration));
    }

    private Parameter parameter() {
        int start = cursor.offset();
        Name name = cursor.declaredName("the name of a parameter or `)`");
        cursor.expect(TokenKind.ASSIGN, "after the parameter `" + name + "`");
        Expression value = parameterValue();
        boolean hasUnit = cursor.at(TokenKind.IDENTIFIER) && !lookahead.parameter();
        @Nullable Name unit = hasUnit ? cursor.anyName() : null;
        return new Parameter(name, value, unit, description(), cursor.since(start));
    }

    private Expression parameterValue() {
        int start = cursor.offset();
        boolean negative = cursor.accept(TokenKind.MINUS);
        Token token = cursor.peek();
        if (token.kind() == TokenKind.NUMBER) {
            cursor.advance();
            Expression number = new Expression.NumberLiteral(token.text(), token.span());
            return negative ? new Expression.Unary(UnaryOperator.NEGATE, number, cursor.since(start)) : number;
        }
        if (token.kind() == TokenKind.IDENTIFIER && !negative) {
            cursor.advance();
            return new Expression.NameReference(token.text(), token.span());
        }
        throw cursor.fault(Code.S01, "the parameter's value, a number or a name, is expected");
    }

    private Declaration enumType(int start) {
        Name name = headName("the enum", TokenKind.LEFT_PAREN);
        Expression.@Nullable StringLiteral description = description();
        Body<Name> members = cursor.body(new ItemRule<>(
                "the enum",
                () -> cursor.declaredName("a member of the enum or `)`"),
                () -> cursor.peek().isWord(),
                lookahead::declaration));
        return new Declaration.EnumType(name, description, members, cursor.since(start));
    }

    private Declaration structType(int start) {
        Name name = headName("the struct", TokenKind.LEFT_PAREN);
        return new Declaration.StructType(name, fields("the struct"), cursor.since(start));
    }

    private Declaration message(int start) {
        Name name = headName("the message", TokenKind.FROM);
        Name sender;
        if (cursor.accept(TokenKind.FROM)) {
            sender = cursor.name("the role that sends `" + name + "`");
        } else {
            cursor.note(missing("the message `" + name + "` has no sender; write `from Role`"));
            sender = new Name("", cursor.here());
        }
        List<Name> recipients =
                fields.bracketedNames(TokenKind.TO, "a role", "the message `" + name + "` has no recipients");
        boolean signed = cursor.accept(TokenKind.SIGNED);
        return new Declaration.Message(name, sender, recipients, signed, fields("the message"), cursor.since(start));
    }

    private Declaration block(int start) {
        Name name = headName("the block", TokenKind.BY);
        List<Name> writers = fields.bracketedNames(TokenKind.BY, "a role", "the block `" + name + "` has no writers");
        return new Declaration.Block(name, writers, fields("the block"), cursor.since(start));
    }

    private Body<Field> fields(String what) {
        return fields.fields(what, lookahead::declaration);
    }

    private Declaration actor(int start) {
        Name name = headName("the actor", TokenKind.LEFT_PAREN);
        Expression.@Nullable StringLiteral description = description();
        Body<ActorMember> members = actors.members();
        return new Declaration.Actor(name, description, members, cursor.since(start));
    }

    private Declaration function(int start) {
        Name name = headName("the function", TokenKind.LEFT_PAREN);
        List<Field> parameters = fields.parameters("the function");
        TypeReference result = result(name);
        Body<Statement> body = statements.body("the function `" + name + "`");
        return new Declaration.Function(name, parameters, result, body, cursor.since(start));
    }

    private Declaration nativeFunction(int start) {
        cursor.expect(TokenKind.FUNCTION, "after `native`");
        Name name = headName("the native function", TokenKind.LEFT_PAREN);
        List<Field> parameters = fields.parameters("the function");
        TypeReference result = result(name);
        if (!cursor.at(TokenKind.STRING)) {
            throw cursor.fault(
                    missing("the native function `" + name + "` has no library; it stands in quotes after the type"));
        }
        return new Declaration.NativeFunction(name, parameters, result, expressions.string(), cursor.since(start));
    }

    private TypeReference result(Name function) {
        if (cursor.accept(TokenKind.ARROW)) {
            return fields.type();
        }
        cursor.note(missing("the function `" + function + "` has no type of result; write `-> type`"));
        return new TypeReference(new Name("", cursor.here()), List.of(), cursor.here());
    }

    private Declaration invariant(int start) {
        Name name = headName("the invariant", TokenKind.LEFT_PAREN);
        Expression.@Nullable StringLiteral description = description();
        return new Declaration.Invariant(name, description, condition(), cursor.since(start));
    }

    private Declaration eventually(int start) {
        Name name = headName("the property", TokenKind.STRING);
        Expression.@Nullable StringLiteral description = description();
        if (!cursor.acceptWord("within")) {
            throw cursor.fault(missing("the property `" + name + "` has no deadline; write `within PARAMETER`"));
        }
        Name deadline = cursor.name("the parameter that is the deadline");
        return new Declaration.Eventually(name, description, deadline, condition(), cursor.since(start));
    }

    private Body<Expression> condition() {
        int start = cursor.offset();
        Token open = cursor.expect(TokenKind.LEFT_PAREN, "before the condition");
        Expression condition = expressions.expression();
        cursor.close(TokenKind.RIGHT_PAREN, open, "an operator or `)` after the condition");
        return new Body<>(List.of(condition), cursor.since(start));
    }

    private Declaration composition(int start) {
        Name actor = cursor.name("an actor of this transaction");
        cursor.expect(TokenKind.DOT, "between an actor and its state");
        Name state = cursor.name("a state of the actor");
        cursor.expect(TokenKind.ARROW, "after the state");
        Name transaction = identity("the other transaction is not named", "give its id");
        Name targetActor = cursor.name("an actor of the other transaction");
        cursor.expect(TokenKind.DOT, "between an actor and its trigger");
        Name trigger = cursor.name("a trigger of the actor");
        Expression.@Nullable StructLiteral arguments = cursor.at(TokenKind.LEFT_BRACE) ? expressions.struct() : null;
        return new Declaration.Composition(
                actor, state, transaction, targetActor, trigger, arguments, cursor.since(start));
    }

    /** The id of a transaction. */
    private Name identity(String lacking, String allowed) {
        if (cursor.at(TokenKind.NUMBER) || cursor.at(TokenKind.IDENTIFIER)) {
            return cursor.anyName();
        }
        Diagnostic diagnostic = missing(lacking + "; " + allowed);
        if (!cursor.at(TokenKind.STRING)) {
            throw cursor.fault(diagnostic);
        }
        cursor.note(diagnostic);
        return new Name("", cursor.here());
    }

    /**
     * The name that a declaration gives.
     *
     * @param next what follows the name in every right declaration, to tell a missing name from a reserved one
     */
    private Name headName(String what, TokenKind next) {
        boolean missing = !cursor.peek().isWord() || (cursor.at(next) && !cursor.at(1, next));
        if (!missing) {
            return cursor.declaredName("the name of " + what);
        }
        cursor.note(missing(what + " has no name"));
        Name none = new Name("", cursor.here());
        if (cursor.at(1, next)) {
            cursor.advance();
        }
        return none;
    }

    private Diagnostic missing(String message) {
        return Diagnostic.of(
                Code.S07, cursor.here(), message + " (before " + cursor.peek().described() + ")");
    }

    private Expression.@Nullable StringLiteral description() {
        return cursor.at(TokenKind.STRING) ? expressions.string() : null;
    }

    private SyntaxFault noDeclaration(Token token) {
        List<String> near = token.kind() == TokenKind.IDENTIFIER ? Spelling.suggest(token.text(), WORDS) : List.of();
        String begin = token.described() + " does not begin a declaration; ";
        if (near.isEmpty()) {
            String message = begin + "one begins with " + String.join(", ", WORDS);
            return cursor.fault(Diagnostic.of(Code.S01, token.span(), message));
        }
        String word = near.get(0);
        return cursor.fault(Diagnostic.of(Code.S01, token.span(), begin + "did you mean `" + word + "`?")
                .withFix(Fix.replace("write `" + word + "`", token.span(), word)));
    }
}
