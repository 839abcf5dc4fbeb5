package io.omerta.protocol.language.check;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A condition on two truth values and two numbers, as text and as its meaning.
 *
 * @param text in the language
 * @param meaning whether it holds
 */
record Formula(String text, Predicate<Formula.World> meaning) {
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");

    /** Values of the variables {@code p}, {@code q}, {@code n} and {@code m}. */
    record World(boolean p, boolean q, double n, double m) {}

    /** A random formula of at most the given height. Numbers are compared with each other and with 0, 1 and 2. */
    static Formula random(SplittableRandom random, int height) {
        int kind = height == 0 ? random.nextInt(4) : random.nextInt(8);
        switch (kind) {
            case 0 -> {
                return new Formula("p", World::p);
            }
            case 1 -> {
                return new Formula("q", World::q);
            }
            case 2, 3 -> {
                return comparison(random);
            }
            case 4 -> {
                Formula of = random(random, height - 1);
                return new Formula("(not " + of.text + ")", of.meaning.negate());
            }
            case 5 -> {
                Formula a = random(random, height - 1);
                Formula b = random(random, height - 1);
                return new Formula("(" + a.text + " and " + b.text + ")", a.meaning.and(b.meaning));
            }
            case 6 -> {
                Formula a = random(random, height - 1);
                Formula b = random(random, height - 1);
                return new Formula("(" + a.text + " or " + b.text + ")", a.meaning.or(b.meaning));
            }
            default -> {
                Formula a = random(random, height - 1);
                Formula b = random(random, height - 1);
                Formula c = random(random, height - 1);
                return new Formula(
                        "(IF " + a.text + " THEN " + b.text + " ELSE " + c.text + ")",
                        world -> a.meaning.test(world) ? b.meaning.test(world) : c.meaning.test(world));
            }
        }
    }

    private static Formula comparison(SplittableRandom random) {
        String comparison = COMPARISONS.get(random.nextInt(COMPARISONS.size()));
        String left = random.nextBoolean() ? "n" : "m";
        int constant = random.nextInt(4);
        String right = constant == 3 ? (left.equals("n") ? "m" : "n") : Integer.toString(constant);
        Predicate<World> meaning = world -> {
            double a = left.equals("n") ? world.n : world.m;
            double b = constant == 3 ? (left.equals("n") ? world.m : world.n) : constant;
            return switch (comparison) {
                case "<" -> a < b;
                case "<=" -> a <= b;
                case ">" -> a > b;
                case ">=" -> a >= b;
                case "==" -> a == b;
                default -> a != b;
            };
        };
        boolean mirrored = random.nextBoolean();
        String turned = comparison.replace('<', '#').replace('>', '<').replace('#', '>');
        return new Formula(
                mirrored
                        ? "(" + right + " " + turned + " " + left + ")"
                        : "(" + left + " " + comparison + " " + right + ")",
                meaning);
    }

    /** Whether two formulas hold in one world; the worlds tried represent all orders of the numbers. */
    static boolean holdTogether(Formula first, Formula second) {
        for (boolean p : List.of(false, true)) {
            for (boolean q : List.of(false, true)) {
                for (double n = -1; n <= 3; n += 0.25) {
                    for (double m = -1; m <= 3; m += 0.25) {
                        World world = new World(p, q, n, m);
                        if (first.meaning.test(world) && second.meaning.test(world)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
