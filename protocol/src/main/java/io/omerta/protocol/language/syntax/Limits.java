package io.omerta.protocol.language.syntax;

/**
 * Bounds on what is read. They are far above what a protocol needs and low enough that whoever walks a tree may do so
 * by recursion on a small stack.
 */
public final class Limits {
    /** Longest name or number, chars. */
    public static final int MAX_WORD_CHARS = 255;

    /**
     * Deepest nesting, and also the greatest height of an expression's tree: a sum of n terms has height n, since
     * addition is left-associative.
     */
    public static final int MAX_DEPTH = 200;

    /** Faults told for one file; beyond them only the first ones help. */
    public static final int MAX_DIAGNOSTICS = 200;

    private Limits() {}
}
