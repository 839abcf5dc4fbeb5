package io.omerta.protocol.language.lint;

import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;

/**
 * A fix that was applied.
 *
 * @param diagnostic what it mends; its place is in the text just before the fix
 * @param fix how
 */
public record AppliedFix(Diagnostic diagnostic, Fix fix) {
    /** "escrow.omt:4:12: fixed OMT-S01: write `and`". */
    @Override
    public String toString() {
        return diagnostic.span() + ": fixed " + diagnostic.code().label() + ": " + fix.description();
    }
}
