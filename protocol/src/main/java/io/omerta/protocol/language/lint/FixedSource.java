package io.omerta.protocol.language.lint;

import io.omerta.protocol.language.source.Source;
import java.util.List;

/**
 * A file after its faults were mended as far as that can be done without a person.
 *
 * @param source its text now; the one given if nothing was mended
 * @param applied what was done, in order
 */
public record FixedSource(Source source, List<AppliedFix> applied) {
    /** Keeps its own copy of the list. */
    public FixedSource {
        applied = List.copyOf(applied);
    }
}
