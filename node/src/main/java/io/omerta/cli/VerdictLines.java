package io.omerta.cli;

import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Verdicts in few lines: violated ones first; what held for several variants in the same words is told once; what was
 * measured is left out where the property, having held every time, says it all.
 */
final class VerdictLines {
    private static final int OUTCOME_WIDTH = 14;
    private static final String MARGIN = " ".repeat(2 + OUTCOME_WIDTH);

    private final Terminal.Channel out;

    VerdictLines(Terminal terminal) {
        this.out = terminal.out();
    }

    /** Picocli's markup for the name of an outcome. */
    static String coloured(Outcome outcome) {
        return switch (outcome) {
            case HELD -> "@|green held|@";
            case VIOLATED -> "@|bold,red violated|@";
            case INCONCLUSIVE -> "@|yellow inconclusive|@";
        };
    }

    void print(List<Verdict> verdicts) {
        if (!verdicts.isEmpty()) {
            out.println("");
        }
        for (Outcome outcome : List.of(Outcome.VIOLATED, Outcome.INCONCLUSIVE, Outcome.HELD)) {
            Map<String, List<Verdict>> alike = new LinkedHashMap<>();
            verdicts.stream().filter(verdict -> verdict.outcome() == outcome).forEach(verdict -> alike.computeIfAbsent(
                            heldEveryTime(verdict) ? propertyOf(verdict) : verdict.id(), key -> new ArrayList<>())
                    .add(verdict));
            alike.values().forEach(this::printAlike);
        }
    }

    private void printAlike(List<Verdict> alike) {
        Verdict first = alike.get(0);
        String name = first.outcome().name().toLowerCase(Locale.ROOT);
        String gap = " ".repeat(OUTCOME_WIDTH - name.length());
        String statement =
                alike.size() == 1 ? first.statement() : "in " + alike.size() + " variants: " + propertyOf(first);
        out.println("  " + out.ansi().string(coloured(first.outcome())) + gap + statement);
        if (!heldEveryTime(first)) {
            String evidence = first.evidence().isEmpty() ? "" : " (" + first.evidence() + ")";
            out.println(MARGIN + first.measured() + evidence);
        }
        if (!first.replay().isEmpty()) {
            out.println(MARGIN + "replay: " + first.replay());
        }
    }

    private static boolean heldEveryTime(Verdict verdict) {
        return verdict.outcome() == Outcome.HELD && verdict.kind().equals("always");
    }

    /** The statement without the variant that it is about; identifiers of a variant's verdicts begin with its name. */
    private static String propertyOf(Verdict verdict) {
        int slash = verdict.id().indexOf('/');
        String variant = verdict.id().substring(0, Math.max(0, slash)) + ": ";
        return slash > 0 && verdict.statement().startsWith(variant)
                ? verdict.statement().substring(variant.length())
                : verdict.statement();
    }
}
