package io.omerta.protocol.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes random files that the grammar admits, with random spacing, letter case, redundant parentheses and comments.
 * Names mean nothing: the files parse, but need not pass the checker.
 */
public final class ProtocolGenerator {
    /** Ordinary names, and all words that have a meaning in some places only. */
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "votes",
            "amount",
            "_x1",
            "android",
            "nota",
            "timestamp",
            "timeout",
            "STORE",
            "SEND",
            "APPEND",
            "chain",
            "peer_id",
            "struct",
            "collect",
            "until",
            "where",
            "into",
            "defer",
            "ignore",
            "idle",
            "invariant",
            "eventually",
            "within",
            "composes",
            "with",
            "LongerNameOfSomething",
            "another_long_name_of_a_variable");

    private static final List<String> NUMBERS = List.of("0", "1", "007", "2.50", "123456789012345678901234567890");
    private static final List<String> STRINGS = List.of("\"\"", "\"text\"", "\"# no ( comment\"", "\"\u00e9 \\ \t\"");
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", ">", "<=", ">=");
    private static final int MAX_EXPRESSION_DEPTH = 4;

    private final SplittableRandom random;
    private final double commentProbability;
    private final List<String> tokens = new ArrayList<>();
    private int comments;

    /**
     * @param seed the same seed gives the same files
     * @param commentProbability that a gap between two tokens holds a comment
     */
    public ProtocolGenerator(long seed, double commentProbability) {
        this.random = new SplittableRandom(seed);
        this.commentProbability = commentProbability;
    }

    /** The text of the next file. */
    public String file() {
        tokens.clear();
        repeat(0, 6, this::declaration);
        StringBuilder text = new StringBuilder();
        for (String token : tokens) {
            text.append(gap()).append(token);
        }
        return text.append(gap()).toString();
    }

    private String gap() {
        if (random.nextDouble() < commentProbability) {
            String before = choose(List.of(" ", "\n", "\n\n", "\n \n\n\t", "\r\n"));
            return before + "# comment " + comments++ + choose(List.of("", " ", " ; \u00e9 )")) + "\n";
        }
        return choose(List.of(" ", " ", " ", "\n", "\t", "\n\n", "\r\n\r\n", "  "));
    }

    private void declaration() {
        switch (random.nextInt(14)) {
            case 0 -> {
                add("transaction", random.nextBoolean() ? "01" : name());
                string();
                maybe(this::string);
            }
            case 1 -> {
                add("imports", name());
                repeat(0, 2, () -> add("/", name()));
            }
            case 2 -> body("parameters", 0, 3, this::parameter);
            case 3 -> {
                add("enum", name());
                maybe(this::string);
                body("", 0, 3, () -> add(name()));
            }
            case 4 -> {
                add("message", name(), "from", name(), "to");
                names();
                maybe(() -> add("signed"));
                body("", 0, 3, this::field);
            }
            case 5 -> {
                add("block", name(), "by");
                names();
                body("", 0, 3, this::field);
            }
            case 6, 7, 8 -> actor();
            case 9, 10 -> {
                add("function", name());
                signature();
                statements();
            }
            case 11 -> {
                add("native", "function", name());
                signature();
                string();
            }
            case 12 -> body("struct " + name(), 0, 3, this::field);
            default -> property();
        }
    }

    private void property() {
        switch (random.nextInt(3)) {
            case 0 -> {
                add("invariant", name());
                maybe(this::string);
                add("(");
                expression();
                add(")");
            }
            case 1 -> {
                add("eventually", name());
                maybe(this::string);
                add("within", name(), "(");
                expression();
                add(")");
            }
            default -> {
                add("composes", name(), ".", name(), "->", random.nextBoolean() ? "02" : name(), name(), ".", name());
                maybe(() -> struct(0));
            }
        }
    }

    private void parameter() {
        add(name(), "=");
        if (random.nextBoolean()) {
            maybe(() -> add("-"));
            add(choose(NUMBERS));
        } else {
            add(name());
        }
        maybe(() -> add(name()));
        maybe(this::string);
    }

    private void field() {
        add(name());
        type(0);
    }

    private void type(int depth) {
        add(name());
        if (depth < 2 && random.nextInt(3) == 0) {
            add("<");
            separated(1, 2, () -> type(depth + 1));
            add(">");
        }
    }

    private void signature() {
        add("(");
        separated(0, 3, this::field);
        add(")", "->");
        type(0);
    }

    private void names() {
        add("[");
        separated(1, 3, () -> add(name()));
        add("]");
    }

    private void actor() {
        add("actor", name());
        maybe(this::string);
        body("", 0, 6, this::member);
    }

    private void member() {
        switch (random.nextInt(8)) {
            case 0 -> body("store", 0, 3, this::field);
            case 1 -> {
                add("trigger", name(), "(");
                separated(0, 2, this::field);
                add(")", "in");
                names();
                maybe(this::string);
            }
            case 2, 3 -> {
                add("state", name());
                repeat(0, 2, () -> add(choose(List.of("initial", "terminal", "idle"))));
                maybe(this::string);
            }
            case 4 -> {
                add(choose(List.of("defer", "ignore")));
                separated(1, 2, () -> add(name()));
                maybe(() -> {
                    add("in");
                    names();
                });
            }
            default -> transition();
        }
    }

    private void transition() {
        add(name(), "->", name());
        if (random.nextInt(4) == 0) {
            collect();
            maybe(() -> body("", 0, 2, this::action));
            return;
        }
        switch (random.nextInt(3)) {
            case 0 -> add("auto");
                // "on timeout ()" would be a timeout without its parameter.
            case 1 -> add("on", random.nextBoolean() ? "GO" : "chain");
            default -> add("on", "timeout", "(", name(), ")");
        }
        boolean guarded = random.nextBoolean();
        if (guarded) {
            add("when");
            guard();
        }
        maybe(() -> body("", 0, 3, this::action));
        if (guarded && random.nextBoolean()) {
            add("else", "->", name());
            maybe(() -> body("", 0, 2, this::action));
        }
    }

    private void collect() {
        add("collect", name(), "from", name(), "until");
        expression();
        add("by", name());
        maybe(() -> {
            add("on");
            expression();
        });
        maybe(() -> {
            add("where");
            expression();
        });
        add("into", name());
    }

    private void guard() {
        int start = tokens.size();
        expression();
        if (GuardText.readsAsActions(String.join(" ", tokens.subList(start, tokens.size())))) {
            tokens.add(start, "(");
            add(")");
        }
    }

    private void action() {
        switch (random.nextInt(8)) {
            case 0 -> {
                add("store");
                separated(1, 3, () -> add(name()));
            }
            case 1 -> {
                add("STORE", "(", name(), ",");
                expression();
                add(")");
            }
            case 2 -> {
                add("lookup", name(), "=");
                expression();
            }
            case 3 -> {
                add("SEND", "(");
                expression();
                add(",", name());
                maybe(() -> struct(0));
                add(")");
            }
            case 4 -> {
                add("BROADCAST", "(", name(), ",", name());
                maybe(() -> struct(0));
                add(")");
            }
            case 5 -> {
                add("APPEND", "(", "chain", ",", name());
                maybe(() -> struct(0));
                add(")");
            }
            case 6 -> {
                add("APPEND", "(", "votes", ",");
                expression();
                add(")");
            }
            default -> {
                add(name(), "=");
                expression();
            }
        }
    }

    private void statements() {
        body("", 1, 4, () -> statement(0));
    }

    private void statement(int depth) {
        switch (random.nextInt(depth < 3 ? 6 : 3)) {
            case 0 -> {
                word("return");
                expression();
            }
            case 1 -> {
                add(name(), "[");
                expression();
                add("]", "=");
                expression();
            }
            case 2, 3 -> {
                add(name(), "=");
                expression();
            }
            case 4 -> {
                word("for");
                add(name());
                word("in");
                expression();
                if (random.nextBoolean()) {
                    statement(depth + 1);
                } else {
                    body("", 1, 3, () -> statement(depth + 1));
                }
            }
            default -> body("", 1, 2, () -> statement(depth + 1));
        }
    }

    private void expression() {
        expression(1, 0);
    }

    /** An expression at least as tight as a level of the table in the specification. */
    private void expression(int level, int depth) {
        int form = depth >= MAX_EXPRESSION_DEPTH ? 11 : level + random.nextInt(12 - level);
        switch (form) {
            case 1 -> {
                add(name(), "=>");
                expression(1, depth + 1);
            }
            case 2 -> binary(2, 3, List.of("or"), depth);
            case 3 -> binary(3, 4, List.of("and"), depth);
            case 4 -> {
                word("not");
                expression(4, depth + 1);
            }
            case 5 -> {
                word("if");
                expression(1, depth + 1);
                word("then");
                expression(5, depth + 1);
                word("else");
                expression(5, depth + 1);
            }
            case 6 -> binary(7, 7, COMPARISONS, depth);
            case 7 -> binary(7, 8, List.of("+", "-"), depth);
            case 8 -> binary(8, 9, List.of("*", "/"), depth);
            case 9 -> {
                add("-");
                expression(9, depth + 1);
            }
            case 10 -> postfix(depth);
            default -> primary(depth);
        }
    }

    private void binary(int left, int right, List<String> operators, int depth) {
        expression(left, depth + 1);
        word(choose(operators));
        expression(right, depth + 1);
    }

    private void postfix(int depth) {
        if (random.nextInt(6) == 0) {
            expression(10, depth + 1);
        } else {
            add(name());
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                add("(");
                separated(0, 3, () -> expression(1, depth + 1));
                add(")");
            }
            case 1 -> add(".", random.nextInt(4) == 0 ? choose(List.of("message", "from", "not", "IN")) : name());
            case 2 -> {
                add(".", "[");
                expression(1, depth + 1);
                add("]");
            }
            default -> {
                add("[");
                expression(1, depth + 1);
                add("]");
            }
        }
    }

    private void primary(int depth) {
        switch (random.nextInt(depth < MAX_EXPRESSION_DEPTH ? 10 : 5)) {
            case 0 -> add(choose(NUMBERS));
            case 1 -> string();
            case 2 -> word(choose(List.of("true", "false", "null")));
            case 3 -> add("message");
            case 4, 5 -> add(name());
            case 6, 7 -> {
                add("(");
                expression(1, depth + 1);
                add(")");
            }
            case 8 -> {
                add("[");
                separated(0, 3, () -> expression(1, depth + 1));
                add("]");
            }
            default -> struct(depth);
        }
    }

    private void struct(int depth) {
        add("{");
        separated(0, 3, () -> {
            if (random.nextInt(4) == 0) {
                add("...");
            } else {
                add(name());
            }
            expression(1, depth + 1);
        });
        add("}");
    }

    private void string() {
        add(choose(STRINGS));
    }

    private String name() {
        return choose(NAMES);
    }

    /** A word that may be written in any case. */
    private void word(String word) {
        add(random.nextBoolean() ? word : word.toUpperCase(Locale.ROOT));
    }

    private void add(String... more) {
        tokens.addAll(List.of(more));
    }

    private void body(String head, int least, int most, Runnable item) {
        if (!head.isEmpty()) {
            add(head.split(" "));
        }
        add("(");
        repeat(least, most, item);
        add(")");
    }

    private void separated(int least, int most, Runnable item) {
        int count = least + random.nextInt(most - least + 1);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                add(",");
            }
            item.run();
        }
    }

    private void repeat(int least, int most, Runnable item) {
        int count = least + random.nextInt(most - least + 1);
        for (int i = 0; i < count; i++) {
            item.run();
        }
    }

    private void maybe(Runnable part) {
        if (random.nextBoolean()) {
            part.run();
        }
    }

    private <E> E choose(List<E> all) {
        return all.get(random.nextInt(all.size()));
    }
}
