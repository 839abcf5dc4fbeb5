package io.omerta.scenarios.load;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.omerta.scenarios.model.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomTextTest {
    private static final String[] FRAGMENTS = {
        ":",
        ": ",
        "{",
        "}",
        "[",
        "]",
        "- ",
        "&a ",
        "*a",
        "!!int ",
        "#",
        "|\n",
        ">",
        "\t",
        "\"",
        "'",
        "%",
        "@",
        "\n",
        "\n\n",
        "\r\n",
        "---\n",
        "...",
        "? ",
        "<<: ",
        ",",
        "-",
        "0",
        "9".repeat(30),
        "1e999",
        ".inf",
        ".nan",
        "0x",
        "~",
        "null",
        "true",
        "\u00e9",
        "\ud83d\ude00",
        "\u0000",
        "\u2028",
        "\ufeff",
        " ".repeat(9),
        "seed",
        "type",
        "node_0",
        "forever"
    };

    @Test
    void aDamagedScenarioIsLoadedOrRefusedButNothingElseHappens() {
        int refused = 0;
        int loaded = 0;
        for (int seed = 1; seed <= 4000; seed++) {
            Random random = new Random(seed);
            String text = damage(Examples.VALID.get(random.nextInt(Examples.VALID.size())), random);
            try {
                Examples.load(text);
                loaded++;
            } catch (InvalidInputException e) {
                refused++;
                assertFalse(String.valueOf(e.getMessage()).isBlank(), "seed " + seed);
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed + ":\n" + text, e);
            }
        }
        assertTrue(refused > 1000 && loaded > 50, refused + " refused, " + loaded + " loaded");
    }

    @Test
    void aDamagedOverrideIsAppliedOrRefusedButNothingElseHappens() {
        String[] arguments = {
            "seed=5", "network.overlay={type: complete}", "faults[4].nodes.count=3", "variants[0].set={}"
        };
        for (int seed = 1; seed <= 2000; seed++) {
            Random random = new Random(seed);
            String argument = damage(arguments[random.nextInt(arguments.length)], random);
            try {
                Examples.load(Examples.EVERY_FAULT, argument);
            } catch (InvalidInputException e) {
                assertFalse(String.valueOf(e.getMessage()).isBlank(), "seed " + seed);
            } catch (RuntimeException e) {
                fail("seed " + seed + ": " + argument, e);
            }
        }
    }

    private static String damage(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(damaged.length() + 1);
            int to = Math.min(damaged.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> damaged.insert(at, FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
                case 1 -> damaged.delete(at, to);
                case 2 -> damaged.replace(at, to, FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
                default -> {
                    List<String> lines =
                            new ArrayList<>(damaged.toString().lines().toList());
                    if (lines.size() > 1) {
                        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
                    }
                    damaged.setLength(0);
                    damaged.append(String.join("\n", lines));
                }
            }
        }
        return damaged.toString();
    }
}
