package io.omerta.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omerta.protocol.explore.Counterexample;
import io.omerta.protocol.explore.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code omerta check} prints. */
final class CheckText {
    private static final int MOST_LINES = 20;

    private final Terminal terminal;

    CheckText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param seconds that it took, in words of the wall clock */
    void print(String file, Report report, double seconds) {
        Terminal.Channel out = terminal.out();
        out.println(file + ": " + out.ansi().string(verdict(report.verdict())) + ", " + extent(report, seconds));
        Counterexample counterexample = report.counterexample();
        for (String property : report.properties()) {
            boolean violated = counterexample != null
                    && counterexample.violation().property().equals(property);
            String mark = violated
                    ? "@|bold,red violated|@     "
                    : report.verdict() == Report.Verdict.HELD ? "@|green held|@         " : "not refuted  ";
            out.println("  " + out.ansi().string(mark) + property);
        }
        if (counterexample != null) {
            print(counterexample);
        }
        print("never reached", report.unreached());
        print(
                "noticed",
                report.notices().entrySet().stream()
                        .map(notice -> notice.getKey() + " (" + notice.getValue() + " times)")
                        .toList());
    }

    void print(Counterexample counterexample) {
        terminal.out().println("");
        terminal.out()
                .println(counterexample.violation().property() + ": "
                        + counterexample.violation().detail());
        int number = 0;
        for (String move : counterexample.moves()) {
            terminal.out().println(String.format(Locale.ROOT, "%4d  %s", number++, move));
        }
    }

    private void print(String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        terminal.out().println("");
        terminal.out().println(heading);
        lines.stream().limit(MOST_LINES).forEach(line -> terminal.out().println("  " + line));
        if (lines.size() > MOST_LINES) {
            terminal.out().println("  ... and " + (lines.size() - MOST_LINES) + " more, see --json");
        }
    }

    private static String verdict(Report.Verdict verdict) {
        return switch (verdict) {
            case HELD -> "@|green held|@";
            case VIOLATED -> "@|bold,red violated|@";
            case INCONCLUSIVE -> "@|yellow inconclusive|@";
        };
    }

    private static String extent(Report report, double seconds) {
        String rate = String.format(
                Locale.ROOT,
                "%.1f s, %,.0f a second",
                seconds,
                (report.states() == 0 ? report.transitions() : report.states()) / seconds);
        return report.states() == 0
                ? String.format(Locale.ROOT, "%,d random moves, %s", report.transitions(), rate)
                : String.format(
                        Locale.ROOT,
                        "%,d states, %,d moves, depth %d, %s",
                        report.states(),
                        report.transitions(),
                        report.depth(),
                        rate);
    }

    /** The report for programs; what depends on the machine's speed is left out. */
    void json(Report report) throws JsonProcessingException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
        fields.put("states", report.states());
        fields.put("transitions", report.transitions());
        fields.put("depth", report.depth());
        fields.put("complete", report.complete());
        fields.put("properties", report.properties());
        Counterexample counterexample = report.counterexample();
        if (counterexample != null) {
            fields.put("violated", counterexample.violation().property());
            fields.put("detail", counterexample.violation().detail());
            fields.put("moves", counterexample.moves());
            fields.put("chart", counterexample.chart());
        }
        fields.put("unreached", report.unreached());
        fields.put("notices", report.notices());
        terminal.out()
                .println(JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(fields));
    }
}
