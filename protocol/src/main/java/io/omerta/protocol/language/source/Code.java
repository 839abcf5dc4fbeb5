package io.omerta.protocol.language.source;

/** What kinds of fault are told. A code is stable: scripts, suppressions and documents refer to it. */
public enum Code {
    /** A bracket is not closed, or a token stands where another is needed. */
    S01(Severity.ERROR, "unexpected token or unclosed bracket"),
    /** A string has no closing quote on its line. */
    S02(Severity.ERROR, "unterminated string"),
    /** A transition lacks its arrow, its target or its event. */
    S03(Severity.ERROR, "incomplete transition"),
    /** An {@code else} belongs to a transition without {@code when}. */
    S04(Severity.ERROR, "else without when"),
    /** A function or a block of statements holds no statement. */
    S05(Severity.ERROR, "empty body"),
    /** {@code list} or {@code map} has the wrong number of type arguments. */
    S06(Severity.ERROR, "wrong number of type arguments"),
    /** A declaration lacks a part that it must have. */
    S07(Severity.ERROR, "missing part of a declaration"),
    /** An expression is malformed. */
    S08(Severity.ERROR, "malformed expression"),
    /** A timeout's argument is not the name of a parameter. */
    S09(Severity.ERROR, "timeout without a parameter's name"),
    /** {@code IF} stands where a statement is needed. */
    S10(Severity.ERROR, "IF used as a statement"),
    /** Nesting, length or number beyond the limits. */
    S11(Severity.ERROR, "limit exceeded");

    private final Severity severity;
    private final String title;

    Code(Severity severity, String title) {
        this.severity = severity;
        this.title = title;
    }

    /** The code as printed, {@code OMT-S01}. */
    public String label() {
        return "OMT-" + name();
    }

    /** How grave every fault of this kind is. */
    public Severity severity() {
        return severity;
    }

    /** The kind in a few words. */
    public String title() {
        return title;
    }
}
