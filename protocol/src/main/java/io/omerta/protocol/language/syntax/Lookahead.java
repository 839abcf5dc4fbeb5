package io.omerta.protocol.language.syntax;

import static io.omerta.protocol.language.syntax.TokenKind.ARROW;
import static io.omerta.protocol.language.syntax.TokenKind.ASSIGN;
import static io.omerta.protocol.language.syntax.TokenKind.BY;
import static io.omerta.protocol.language.syntax.TokenKind.DOT;
import static io.omerta.protocol.language.syntax.TokenKind.ELSE;
import static io.omerta.protocol.language.syntax.TokenKind.END;
import static io.omerta.protocol.language.syntax.TokenKind.FROM;
import static io.omerta.protocol.language.syntax.TokenKind.FUNCTION;
import static io.omerta.protocol.language.syntax.TokenKind.IDENTIFIER;
import static io.omerta.protocol.language.syntax.TokenKind.LEFT_BRACKET;
import static io.omerta.protocol.language.syntax.TokenKind.LEFT_PAREN;
import static io.omerta.protocol.language.syntax.TokenKind.RIGHT_PAREN;
import static io.omerta.protocol.language.syntax.TokenKind.STRING;

import java.util.List;

/**
 * What begins at a token. The language has neither separators nor significant line ends, so these few functions decide
 * where one thing ends and the next begins, both in right text and after a fault.
 */
final class Lookahead {
    /** The verbs of actions; elsewhere they are ordinary names. */
    static final List<String> VERBS = List.of("STORE", "SEND", "BROADCAST", "APPEND");

    private final TokenCursor cursor;

    Lookahead(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Whether a declaration begins. The words of declarations may also stand for fields and types, so the tokens
     * behind must fit as well.
     */
    boolean declaration() {
        Token second = cursor.peek(1);
        Token third = cursor.peek(2);
        TokenKind next = second.kind();
        boolean named = second.isWord();
        return switch (cursor.peek().kind()) {
            case TRANSACTION -> next == STRING || third.kind() == STRING;
            case IMPORTS -> next == IDENTIFIER;
            case PARAMETERS -> next == LEFT_PAREN;
            case ENUM, ACTOR -> named && (third.kind() == LEFT_PAREN || third.kind() == STRING);
            case MESSAGE -> named && third.kind() == FROM;
            case BLOCK -> named && third.kind() == BY;
            case FUNCTION -> named && third.kind() == LEFT_PAREN;
            case NATIVE -> next == FUNCTION;
            case IDENTIFIER -> named && addedDeclaration(third);
            default -> false;
        };
    }

    /** Whether a declaration begins, asked where no bracket is open: its first two tokens then suffice. */
    boolean declarationAtTopLevel() {
        boolean word =
                switch (cursor.peek().kind()) {
                    case TRANSACTION, IMPORTS, PARAMETERS, ENUM, ACTOR, MESSAGE, BLOCK, FUNCTION, NATIVE -> cursor.peek(
                                    1)
                            .isWord();
                    default -> false;
                };
        return word || declaration();
    }

    private boolean addedDeclaration(Token third) {
        return switch (cursor.peek().text()) {
            case "struct" -> third.kind() == LEFT_PAREN;
            case "invariant" -> third.kind() == LEFT_PAREN || third.kind() == STRING;
            case "eventually" -> third.kind() == STRING || (third.text().equals("within") && cursor.at(4, LEFT_PAREN));
            case "composes" -> third.kind() == DOT;
            default -> false;
        };
    }

    /** Whether a part of an actor begins. */
    boolean member() {
        return switch (cursor.peek().kind()) {
            case STORE -> cursor.at(1, LEFT_PAREN);
            case TRIGGER, STATE -> cursor.peek(1).isWord();
            default -> transition() || deferral();
        };
    }

    /** Whether a part of an actor begins, asked inside another one: only what cannot stand in an action there. */
    boolean memberFromInside() {
        return switch (cursor.peek().kind()) {
            case STORE -> cursor.at(1, LEFT_PAREN);
            case TRIGGER -> cursor.peek(1).isWord() && cursor.at(2, LEFT_PAREN);
            case STATE -> cursor.peek(1).isWord() && stateFollows(2);
            default -> transition();
        };
    }

    private boolean stateFollows(int ahead) {
        return switch (cursor.peek(ahead).kind()) {
            case INITIAL, TERMINAL, STRING, STATE, TRIGGER -> true;
            default -> cursor.at(ahead + 1, ARROW);
        };
    }

    boolean transition() {
        return cursor.peek().isWord() && !cursor.at(ELSE) && cursor.at(1, ARROW);
    }

    boolean deferral() {
        boolean word = cursor.atWord("defer") || cursor.atWord("ignore");
        return word && cursor.at(1, IDENTIFIER);
    }

    /** Whether a parameter of the parameter section begins. */
    boolean parameter() {
        return cursor.peek().isWord() && cursor.at(1, ASSIGN);
    }

    boolean action() {
        return action(0);
    }

    /** Whether an action begins so many tokens ahead. */
    boolean action(int ahead) {
        Token token = cursor.peek(ahead);
        return switch (token.kind()) {
            case STORE -> cursor.at(ahead + 1, IDENTIFIER);
            case LOOKUP -> true;
            case IDENTIFIER -> cursor.at(ahead + 1, ASSIGN)
                    || (cursor.at(ahead + 1, LEFT_PAREN) && VERBS.contains(token.text()));
            default -> false;
        };
    }

    boolean statement() {
        return statement(0);
    }

    /** Whether a statement begins so many tokens ahead. */
    boolean statement(int ahead) {
        int head = ahead;
        while (cursor.at(head, LEFT_PAREN)) {
            head++;
        }
        return switch (cursor.peek(head).kind()) {
            case RETURN, FOR -> true;
            case IDENTIFIER -> cursor.at(head + 1, ASSIGN)
                    || (cursor.at(head + 1, LEFT_BRACKET) && assignedElement(head + 1));
            default -> false;
        };
    }

    /** Whether the bracket so many tokens ahead is closed before a single equals sign: {@code [index] =}. */
    private boolean assignedElement(int bracket) {
        int open = 0;
        int ahead = bracket;
        while (!cursor.at(ahead, END)) {
            switch (cursor.peek(ahead).kind()) {
                case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE -> open++;
                case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> open--;
                default -> {}
            }
            ahead++;
            if (open == 0) {
                return cursor.at(ahead, ASSIGN);
            }
        }
        return false;
    }

    /** Whether the parenthesis at the next token begins the actions of a transition and not the arguments of a call. */
    boolean actionBlock() {
        boolean empty = cursor.at(1, RIGHT_PAREN) && !continuesExpression(2);
        return cursor.at(LEFT_PAREN) && (empty || action(1));
    }

    /** Whether the token so many ahead can only go on with an expression: nothing else begins with it. */
    private boolean continuesExpression(int ahead) {
        return switch (cursor.peek(ahead).kind()) {
            case AND, OR, EQUAL, NOT_EQUAL, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> true;
            case PLUS, MINUS, STAR, SLASH, DOT, LEFT_BRACKET, LEFT_PAREN -> true;
            default -> false;
        };
    }

    /** Whether the parenthesis at the next token begins a block of statements and not the arguments of a call. */
    boolean statementBlock() {
        return cursor.at(LEFT_PAREN) && statement(1);
    }
}
