package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A type that a place requires.
 *
 * @param what has the type, for messages: "the variable `x`"
 * @param declared where that is said, or null if it is a rule of the language
 */
record Required(Type type, String what, @Nullable Span declared) {
    /** Required by a rule of the language. */
    static Required byRule(Type type, String what) {
        return new Required(type, what, null);
    }
}
