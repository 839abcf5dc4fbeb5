package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.source.TextEdit;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Precedence;
import io.omerta.protocol.language.tree.StructEntry;
import io.omerta.protocol.language.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Expressions, by precedence climbing. A construct that is looser than its place admits ({@code 1 + IF ...}) is parsed
 * all the same and told with the parentheses that it lacks.
 */
final class ExpressionParser {
    private static final BooleanSupplier NO_BLOCK = () -> false;

    private final TokenCursor cursor;

    /** Whether a parenthesis after an operand begins something that follows the expression. */
    private BooleanSupplier blockFollows = NO_BLOCK;

    /** Height of the tree last returned by a rule. */
    private int height;

    ExpressionParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** An expression in brackets or before a word. */
    Expression expression() {
        return expressionBefore(NO_BLOCK);
    }

    /**
     * An expression that a parenthesis may follow.
     *
     * @param block whether the parenthesis at the next token is one that follows; else it begins the arguments of a call
     */
    Expression expressionBefore(BooleanSupplier block) {
        BooleanSupplier outside = blockFollows;
        blockFollows = block;
        cursor.enter();
        Expression expression = operation(Precedence.LAMBDA);
        cursor.leave();
        blockFollows = outside;
        return expression;
    }

    /** An expression that is at least so tight. */
    private Expression operation(Precedence level) {
        int start = cursor.offset();
        Expression left = prefixed(level);
        @Nullable Token comparison = null;
        while (true) {
            BinaryOperator operator = binaryOperator(cursor.peek().kind());
            if (operator == null || operator.precedence().isLooserThan(level)) {
                break;
            }
            int leftHeight = height;
            Token token = cursor.advance();
            if (operator.isComparison()) {
                if (comparison != null) {
                    chainedComparison(comparison, token);
                }
                comparison = token;
            }
            Expression right = operation(operator.precedence().tighter());
            left = built(new Expression.Binary(operator, left, right, cursor.since(start)), leftHeight, height);
        }
        return left;
    }

    /** An expression one level of nesting deeper. */
    private Expression nested(Precedence level) {
        cursor.enter();
        Expression expression = operation(level);
        cursor.leave();
        return expression;
    }

    private Expression prefixed(Precedence level) {
        return switch (cursor.peek().kind()) {
            case IDENTIFIER -> cursor.at(1, TokenKind.FAT_ARROW) ? lambda(level) : postfixed();
            case NOT -> not(level);
            case IF -> conditional(level);
            case MINUS -> negation();
            default -> postfixed();
        };
    }

    private Expression lambda(Precedence level) {
        int start = cursor.offset();
        Name parameter = cursor.anyName();
        cursor.advance();
        Expression body = nested(Precedence.LAMBDA);
        Expression lambda = built(new Expression.Lambda(parameter, body, cursor.since(start)), height);
        return needsParentheses(lambda, level, Precedence.LAMBDA, parameter.span(), "a function `x => ...`");
    }

    private Expression not(Precedence level) {
        Span word = cursor.advance().span();
        Expression operand = nested(Precedence.NOT);
        Span all = cursor.since(word.start());
        Expression not = built(new Expression.Unary(UnaryOperator.NOT, operand, all), height);
        return needsParentheses(not, level, Precedence.NOT, word, "`not`");
    }

    private Expression negation() {
        int start = cursor.offset();
        cursor.advance();
        Expression operand = nested(Precedence.NEGATION);
        return built(new Expression.Unary(UnaryOperator.NEGATE, operand, cursor.since(start)), height);
    }

    private Expression conditional(Precedence level) {
        Span word = cursor.advance().span();
        Expression condition = nested(Precedence.LAMBDA);
        int conditionHeight = height;
        branchEnd(TokenKind.THEN, "after the condition of `IF`");
        Expression whenTrue = nested(Precedence.CONDITIONAL);
        int trueHeight = height;
        branchEnd(TokenKind.ELSE, "after the branch `THEN`; each `IF` has both branches");
        Expression whenFalse = nested(Precedence.CONDITIONAL);
        Span all = cursor.since(word.start());
        Expression conditional = built(
                new Expression.Conditional(condition, whenTrue, whenFalse, all), conditionHeight, trueHeight, height);
        return needsParentheses(conditional, level, Precedence.CONDITIONAL, word, "`IF`");
    }

    private void branchEnd(TokenKind word, String place) {
        if (cursor.at(TokenKind.AND) || cursor.at(TokenKind.OR)) {
            throw cursor.fault(
                    Code.S08,
                    "a branch of `IF` holds `and` and `or` only in parentheses; `" + upper(word) + "` is expected");
        }
        if (!cursor.accept(word)) {
            throw cursor.fault(Code.S08, "`" + upper(word) + "` is expected " + place);
        }
    }

    private static String upper(TokenKind word) {
        return word.text().toUpperCase(Locale.ROOT);
    }

    private Expression needsParentheses(Expression loose, Precedence level, Precedence own, Span first, String what) {
        if (own.isLooserThan(level)) {
            Span all = loose.span();
            cursor.note(Diagnostic.of(Code.S08, first, what + " cannot be an operand here without parentheses")
                    .withFix(new Fix(
                            "put it in parentheses",
                            List.of(
                                    new TextEdit(all.source().span(all.start(), all.start()), "("),
                                    new TextEdit(all.source().span(all.end(), all.end()), ")")))));
        }
        return loose;
    }

    private void chainedComparison(Token first, Token second) {
        cursor.note(Diagnostic.of(
                        Code.S08,
                        second.span(),
                        "comparisons cannot be chained; write `a " + first.text() + " b and b " + second.text() + " c`")
                .withRelated(first.span(), "the first comparison"));
    }

    private Expression postfixed() {
        int start = cursor.offset();
        Expression operand = primary();
        while (true) {
            int operandHeight = height;
            if (cursor.at(TokenKind.LEFT_PAREN) && !blockFollows.getAsBoolean()) {
                List<Expression> arguments = elements(TokenKind.RIGHT_PAREN, "`,` or `)` after an argument");
                operand = built(new Expression.Call(operand, arguments, cursor.since(start)), operandHeight, height);
            } else if (cursor.at(TokenKind.LEFT_BRACKET)) {
                Token open = cursor.advance();
                Expression index = expression();
                cursor.close(TokenKind.RIGHT_BRACKET, open, "`]` after the index");
                operand = built(new Expression.Index(operand, index, cursor.since(start)), operandHeight, height);
            } else if (cursor.accept(TokenKind.DOT)) {
                operand = field(operand, start);
            } else {
                height = operandHeight;
                return operand;
            }
        }
    }

    private Expression field(Expression target, int start) {
        int targetHeight = height;
        if (cursor.at(TokenKind.LEFT_BRACKET)) {
            Token open = cursor.advance();
            Expression name = expression();
            cursor.close(TokenKind.RIGHT_BRACKET, open, "`]` after the computed name");
            return built(new Expression.ComputedField(target, name, cursor.since(start)), targetHeight, height);
        }
        if (!cursor.peek().isWord()) {
            throw cursor.fault(Code.S08, "the name of a field is expected after `.`");
        }
        Name field = cursor.anyName();
        return built(new Expression.FieldAccess(target, field, cursor.since(start)), targetHeight);
    }

    private Expression primary() {
        height = 1;
        return switch (cursor.peek().kind()) {
            case LEFT_PAREN -> grouped();
            case LEFT_BRACKET -> list();
            case LEFT_BRACE -> struct();
            default -> leaf();
        };
    }

    private Expression leaf() {
        Token token = cursor.peek();
        Expression leaf =
                switch (token.kind()) {
                    case NUMBER -> new Expression.NumberLiteral(token.text(), token.span());
                    case TRUE -> new Expression.BooleanLiteral(true, token.span());
                    case FALSE -> new Expression.BooleanLiteral(false, token.span());
                    case NULL -> new Expression.NullLiteral(token.span());
                    case IDENTIFIER, MESSAGE -> new Expression.NameReference(token.text(), token.span());
                    case STRING -> stringLiteral(token);
                    default -> throw valueExpected();
                };
        cursor.advance();
        return leaf;
    }

    private Expression grouped() {
        if (blockFollows.getAsBoolean() && !mayHoldValue()) {
            throw valueExpected();
        }
        Token open = cursor.advance();
        Expression inner = expression();
        cursor.close(TokenKind.RIGHT_PAREN, open, "an operator or `)`");
        return inner;
    }

    private Expression list() {
        int start = cursor.offset();
        List<Expression> elements = elements(TokenKind.RIGHT_BRACKET, "`,` or `]` after an element");
        return built(new Expression.ListLiteral(elements, cursor.since(start)), height);
    }

    /** Whether the parenthesis at the next token can begin a value, and not only the block that ought to follow one. */
    private boolean mayHoldValue() {
        return switch (cursor.peek(1).kind()) {
            case RIGHT_PAREN, STORE, LOOKUP, RETURN, FOR -> false;
            default -> !cursor.at(2, TokenKind.ASSIGN);
        };
    }

    private SyntaxFault valueExpected() {
        return cursor.fault(Code.S08, "a value is expected after " + cursor.previousDescribed());
    }

    /** A string that must stand here. */
    Expression.StringLiteral string() {
        return stringLiteral(cursor.expect(TokenKind.STRING, "here"));
    }

    private static Expression.StringLiteral stringLiteral(Token token) {
        String text = token.text();
        boolean closed = text.length() > 1 && text.endsWith("\"");
        return new Expression.StringLiteral(text.substring(1, text.length() - (closed ? 1 : 0)), token.span());
    }

    /** Expressions with commas between them, from the opening bracket at the next token to its closing one. */
    private List<Expression> elements(TokenKind close, String expected) {
        Token open = cursor.advance();
        List<Expression> elements = new ArrayList<>();
        int highest = 0;
        while (!cursor.at(close)) {
            elements.add(expression());
            highest = Math.max(highest, height);
            if (!comma(close)) {
                break;
            }
        }
        cursor.close(close, open, expected);
        height = highest;
        return elements;
    }

    /** {@code { name value, ...spread }}. */
    Expression.StructLiteral struct() {
        int start = cursor.offset();
        Token open = cursor.expect(TokenKind.LEFT_BRACE, "before the fields");
        List<StructEntry> entries = new ArrayList<>();
        int highest = 0;
        while (!cursor.at(TokenKind.RIGHT_BRACE)) {
            entries.add(entry());
            highest = Math.max(highest, height);
            if (!comma(TokenKind.RIGHT_BRACE)) {
                break;
            }
        }
        cursor.close(TokenKind.RIGHT_BRACE, open, "`,` or `}` after a field");
        return built(new Expression.StructLiteral(entries, cursor.since(start)), highest);
    }

    private StructEntry entry() {
        int start = cursor.offset();
        if (cursor.accept(TokenKind.ELLIPSIS)) {
            Expression value = expression();
            return new StructEntry.Spread(value, cursor.since(start));
        }
        if (!cursor.peek().isWord()) {
            throw cursor.fault(Code.S08, "a field `name value` or `...struct` is expected");
        }
        Name field = cursor.anyName();
        if (cursor.at(TokenKind.COLON) || cursor.at(TokenKind.ASSIGN)) {
            noteSeparator(field);
        }
        Expression value = expression();
        return new StructEntry.FieldValue(field, value, cursor.since(start));
    }

    private void noteSeparator(Name field) {
        cursor.noteSuperfluous(
                Code.S08,
                "nothing stands between a field and its value: `" + field.text() + " value`, without "
                        + cursor.peek().described());
    }

    /** Takes a comma; one before the closing bracket is told. */
    private boolean comma(TokenKind close) {
        if (!cursor.at(TokenKind.COMMA)) {
            return false;
        }
        if (cursor.at(1, close)) {
            cursor.noteSuperfluous(Code.S08, "no comma stands before " + close.described());
            return false;
        }
        cursor.advance();
        return true;
    }

    private <T extends Expression> T built(T expression, int... childHeights) {
        int highest = 0;
        for (int child : childHeights) {
            highest = Math.max(highest, child);
        }
        height = highest + 1;
        if (height > Limits.MAX_DEPTH) {
            throw cursor.tooDeep();
        }
        return expression;
    }

    private static @Nullable BinaryOperator binaryOperator(TokenKind kind) {
        return switch (kind) {
            case OR -> BinaryOperator.OR;
            case AND -> BinaryOperator.AND;
            case EQUAL -> BinaryOperator.EQUAL;
            case NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
            case LESS -> BinaryOperator.LESS;
            case GREATER -> BinaryOperator.GREATER;
            case LESS_EQUAL -> BinaryOperator.LESS_EQUAL;
            case GREATER_EQUAL -> BinaryOperator.GREATER_EQUAL;
            case PLUS -> BinaryOperator.ADD;
            case MINUS -> BinaryOperator.SUBTRACT;
            case STAR -> BinaryOperator.MULTIPLY;
            case SLASH -> BinaryOperator.DIVIDE;
            default -> null;
        };
    }
}
