package io.omerta.cli;

import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.lint.AppliedFix;
import io.omerta.protocol.language.lint.FixedSource;
import io.omerta.protocol.language.lint.Fixes;
import io.omerta.protocol.language.lint.LintJson;
import io.omerta.protocol.language.lint.LintReport;
import io.omerta.protocol.language.lint.LintSarif;
import io.omerta.protocol.language.lint.LintText;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what is wrong with protocol files, and mends what needs no thought. */
@Command(
        name = "lint",
        description =
                "Check protocol files; ends with 1 if one of them has an error, with 0 if there are warnings only.",
        sortOptions = false)
final class OmtLintCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private OmtArguments arguments = new OmtArguments();

    @Option(names = "--fix", description = "Mend in the files what can be mended without thought, and tell the rest.")
    private boolean fix;

    @ArgGroup
    private Output output = new Output();

    @Mixin
    private OmtRoot root = new OmtRoot();

    OmtLintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** How the result is written; the names are as users type them. */
    private enum Format {
        TEXT,
        JSON,
        SARIF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final class Output {
        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "${COMPLETION-CANDIDATES} (default: text; sarif is for code review).")
        private Format format = Format.TEXT;

        @Option(names = "--json", description = "Print JSON for programs to read, as --format json does.")
        private boolean json;

        Format format() {
            return json ? Format.JSON : format;
        }
    }

    @Override
    public Integer call() {
        OmtFiles files = new OmtFiles(Path.of(""));
        List<OmtFiles.Chosen> chosen = files.choose(arguments.paths());
        chosen.forEach(file -> files.source(file.path())); // all of them, before one is changed
        if (fix) {
            chosen.forEach(file -> mend(files, file));
        }
        LintReport report = report(files, chosen);
        terminal.out().stream().print(rendered(report));
        return report.hasErrors() ? CliExit.VIOLATED.code() : CliExit.HELD.code();
    }

    private LintReport report(OmtFiles files, List<OmtFiles.Chosen> chosen) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (OmtFiles.Chosen file : chosen) {
            diagnostics.addAll(check(files, file, files.source(file.path())));
        }
        return new LintReport(
                chosen.stream().map(file -> files.source(file.path())).toList(), diagnostics);
    }

    private void mend(OmtFiles files, OmtFiles.Chosen file) {
        Source before = files.source(file.path());
        FixedSource fixed = Fixes.apply(before, version -> check(files, file, version));
        if (fixed.applied().isEmpty()) {
            return;
        }
        files.write(file.path(), fixed.source().text());
        Terminal.Channel told = output.format() == Format.TEXT ? terminal.out() : terminal.err();
        for (AppliedFix applied : fixed.applied()) {
            told.println(applied.toString());
        }
    }

    /** What is wrong with a version of a file. */
    private List<Diagnostic> check(OmtFiles files, OmtFiles.Chosen file, Source version) {
        return Checker.check(version, root.imports(files, file)).diagnostics();
    }

    private String rendered(LintReport report) {
        return switch (output.format()) {
            case TEXT -> LintText.render(report, terminal.out().colour()) + fixable(report);
            case JSON -> LintJson.render(report);
            case SARIF -> LintSarif.render(report, BuildInfo.ofProcess().version());
        };
    }

    private String fixable(LintReport report) {
        long fixable = report.diagnostics().stream()
                .filter(diagnostic -> !diagnostic.fixes().isEmpty())
                .count();
        return fix || fixable == 0 ? "" : fixable + " of them can be mended with --fix\n";
    }
}
