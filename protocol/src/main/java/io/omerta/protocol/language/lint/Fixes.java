package io.omerta.protocol.language.lint;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.source.TextEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Applies the fixes that diagnostics offer. What they do not name stays as it is, byte for byte.
 *
 * <p>It goes in rounds: of the first fixes of all diagnostics those are applied that lie apart from each other, then
 * the file is checked anew, until no fix is left. A fix that would make the file worse is left out. Fixing what was
 * fixed changes nothing.
 */
public final class Fixes {
    /** Each round mends up to 200 faults, which is what the parser tells of a file. */
    private static final int MAX_ROUNDS = 64;

    private final Function<Source, List<Diagnostic>> check;

    private Fixes(Function<Source, List<Diagnostic>> check) {
        this.check = check;
    }

    /**
     * Mends a file. A file whose fixes undo each other, or do not come to an end, is left as it is.
     *
     * @param check gives the diagnostics of a version of the file, with everything that it imports
     */
    public static FixedSource apply(Source file, Function<Source, List<Diagnostic>> check) {
        return new Fixes(check).apply(file);
    }

    private FixedSource apply(Source file) {
        Version version = checked(file);
        List<AppliedFix> applied = new ArrayList<>();
        Set<String> texts = new LinkedHashSet<>();
        for (int round = 0; round < MAX_ROUNDS && texts.add(version.source().text()); round++) {
            Round next = next(version);
            if (next.applied().isEmpty()) {
                return new FixedSource(version.source(), applied);
            }
            applied.addAll(next.applied());
            version = next.version();
        }
        return new FixedSource(file, List.of());
    }

    private Round next(Version version) {
        List<AppliedFix> lastFirst = apart(version);
        lastFirst.sort(
                Comparator.comparingInt((AppliedFix fix) -> extent(fix.fix()).start())
                        .reversed());
        Round round = lastFirst.isEmpty() ? new Round(version, lastFirst) : improved(version, lastFirst);
        Collections.reverse(round.applied());
        return round;
    }

    /**
     * Applies what does not make the file worse, by halves of halves, since there is seldom more than one fix that does.
     *
     * @param lastFirst from the end of the file to its start, so that the places of the fixes to come stay right
     */
    private Round improved(Version version, List<AppliedFix> lastFirst) {
        List<TextEdit> edits =
                lastFirst.stream().flatMap(fix -> fix.fix().edits().stream()).toList();
        Version all = checked(edited(version.source(), edits));
        if (!all.isWorseThan(version)) {
            return new Round(all, new ArrayList<>(lastFirst));
        }
        if (lastFirst.size() == 1) {
            return new Round(version, new ArrayList<>());
        }
        int half = lastFirst.size() / 2;
        Round last = improved(version, lastFirst.subList(0, half));
        Round first = improved(last.version(), lastFirst.subList(half, lastFirst.size()));
        last.applied().addAll(first.applied());
        return new Round(first.version(), last.applied());
    }

    private Version checked(Source source) {
        return new Version(source, check.apply(source));
    }

    /** The first fix of each diagnostic, unless it touches one chosen before it or reaches into another file. */
    private static List<AppliedFix> apart(Version version) {
        List<AppliedFix> chosen = new ArrayList<>();
        for (Diagnostic diagnostic : version.diagnostics()) {
            if (diagnostic.fixes().isEmpty()) {
                continue;
            }
            Fix fix = diagnostic.fixes().get(0);
            boolean own = !fix.edits().isEmpty()
                    && fix.edits().stream().allMatch(edit -> edit.span().source() == version.source());
            if (own && chosen.stream().noneMatch(other -> touch(extent(other.fix()), extent(fix)))) {
                chosen.add(new AppliedFix(diagnostic, fix));
            }
        }
        return chosen;
    }

    /** From the first to the last edit. */
    private static Span extent(Fix fix) {
        List<TextEdit> edits = fix.edits();
        return edits.get(0).span().to(edits.get(edits.size() - 1).span());
    }

    private static boolean touch(Span one, Span other) {
        return one.start() <= other.end() && other.start() <= one.end();
    }

    private static Source edited(Source source, List<TextEdit> edits) {
        List<TextEdit> lastFirst = new ArrayList<>(edits);
        lastFirst.sort(
                Comparator.comparingInt((TextEdit edit) -> edit.span().start()).reversed());
        StringBuilder text = new StringBuilder(source.text());
        for (TextEdit edit : lastFirst) {
            text.replace(edit.span().start(), edit.span().end(), edit.replacement());
        }
        return Source.of(source.name(), text.toString());
    }

    /** A version that came from another, and how; the list may be changed. */
    private record Round(Version version, List<AppliedFix> applied) {}

    private record Version(Source source, List<Diagnostic> diagnostics) {
        /**
         * Whether there are more errors that hide others, or as many of them and more errors. When one that hides
         * others is mended, these may well come to light.
         */
        boolean isWorseThan(Version before) {
            long hiding = count(Version::hidesOthers);
            long hidingBefore = before.count(Version::hidesOthers);
            return !source.faults().isEmpty()
                    || hiding > hidingBefore
                    || (hiding == hidingBefore && count(code -> true) > before.count(code -> true));
        }

        /** What cannot be parsed or found is not checked. */
        private static boolean hidesOthers(Code code) {
            return code.isSyntax() || code == Code.E29;
        }

        private long count(Predicate<Code> kind) {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.severity() == Severity.ERROR && kind.test(diagnostic.code()))
                    .count();
        }
    }
}
