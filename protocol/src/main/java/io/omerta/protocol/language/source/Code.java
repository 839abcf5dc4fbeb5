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
    S11(Severity.ERROR, "limit exceeded"),

    /** An actor has no initial state. */
    E01(Severity.ERROR, "no initial state"),
    /** An actor has more than one initial state. */
    E02(Severity.ERROR, "several initial states"),
    /** An actor declares a state twice. */
    E03(Severity.ERROR, "state declared twice"),
    /** A transition leaves a state that the actor does not have. */
    E04(Severity.ERROR, "transition from an unknown state"),
    /** A transition enters a state that the actor does not have. */
    E05(Severity.ERROR, "transition to an unknown state"),
    /** An {@code else} enters a state that the actor does not have. */
    E06(Severity.ERROR, "else to an unknown state"),
    /** An event names neither a message nor a trigger of the actor. */
    E07(Severity.ERROR, "unknown event"),
    /** {@code SEND} of an unknown message. */
    E08(Severity.ERROR, "unknown message sent"),
    /** {@code BROADCAST} of an unknown message. */
    E09(Severity.ERROR, "unknown message broadcast"),
    /** {@code APPEND} of an unknown block to the chain. */
    E10(Severity.ERROR, "unknown block appended"),
    /** A trigger, deferral or composition names a state that the actor does not have. */
    E11(Severity.ERROR, "unknown state named"),
    /** Call of an unknown function. */
    E12(Severity.ERROR, "unknown function"),
    /** A member of an unknown enum. */
    E13(Severity.ERROR, "unknown enum"),
    /** The enum has no such member. */
    E14(Severity.ERROR, "unknown enum member"),
    /** The member belongs to another enum, or to several. */
    E15(Severity.ERROR, "member of another enum"),
    /** A function that does something, or reads what is not given to it. */
    E16(Severity.ERROR, "impure function"),
    /** A type without a definite encoding. */
    E17(Severity.ERROR, "type that cannot be used"),
    /** A reserved word declared as a name. */
    E18(Severity.ERROR, "reserved word as a name"),
    /** A name with a meaning of its own declared as a name. */
    E19(Severity.ERROR, "reserved name declared"),
    /** A name declared twice. */
    E20(Severity.ERROR, "declared twice"),
    /** A transition out of a terminal state, or a state without a way out that is not terminal. */
    E21(Severity.ERROR, "terminal state with a way out, or dead end"),
    /** A role does what its declaration does not allow: sends, or appends. */
    E22(Severity.ERROR, "role may not do this"),
    /** A field for which there is no value. */
    E23(Severity.ERROR, "field without a value"),
    /** An unknown name in an expression or as the target of an assignment. */
    E24(Severity.ERROR, "unknown name"),
    /** A role receives what is not sent to it, or is no actor. */
    E25(Severity.ERROR, "role receives what is not sent to it"),
    /** A timeout or deadline that is not a duration. */
    E26(Severity.ERROR, "timeout is no duration"),
    /** A value of one type where another is needed. */
    E27(Severity.ERROR, "type mismatch"),
    /** A function that may end without a result, goes on after it, or calls itself. */
    E28(Severity.ERROR, "function that does not return properly"),
    /** A type, import or transaction that is not declared. */
    E29(Severity.ERROR, "unresolved reference"),
    /** Automatic transitions that never come to rest, or hide others. */
    E30(Severity.ERROR, "endless or shadowed automatic transition"),

    /** No state of the actor is terminal. */
    W01(Severity.WARNING, "no terminal state"),
    /** A state that cannot be reached. */
    W02(Severity.WARNING, "unreachable state"),
    /** Arithmetic whose result is probably not what was meant. */
    W03(Severity.WARNING, "doubtful arithmetic"),
    /** A field that may be absent is used as if it were there. */
    W04(Severity.WARNING, "field may be absent"),
    /** A state that is left only if a guard holds. */
    W05(Severity.WARNING, "state may be stuck"),
    /** A state that waits without a timeout. */
    W06(Severity.WARNING, "state waits without a timeout"),
    /** A message that nobody sends or nobody handles. */
    W07(Severity.WARNING, "message never sent or never handled"),
    /** Something declared and never used. */
    W08(Severity.WARNING, "never used"),
    /** Automatic transitions of one state whose guards may both hold, or both fail. */
    W09(Severity.WARNING, "guards neither exclusive nor complete"),
    /** A division whose divisor may be zero. */
    W10(Severity.WARNING, "division may be by zero"),
    /** A message is acted on without a look at its sender. */
    W11(Severity.WARNING, "sender not checked"),
    /** Money, or something hashed, as a fraction. */
    W12(Severity.WARNING, "fraction where an exact type is needed"),
    /** A state gathers messages without a test that each sender counts once. */
    W13(Severity.WARNING, "a sender may count twice");

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

    /** Whether the fault lies in the form of the text, so that part of it was not understood. */
    public boolean isSyntax() {
        return name().startsWith("S");
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
