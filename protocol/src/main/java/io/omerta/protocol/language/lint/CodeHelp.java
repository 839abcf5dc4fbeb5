package io.omerta.protocol.language.lint;

import io.omerta.protocol.language.source.Code;

/** What to do about each kind of fault, and why it is one. */
public final class CodeHelp {
    private CodeHelp() {}

    /** One or two sentences. */
    public static String of(Code code) {
        return switch (code) {
            case S01 -> "The text does not fit the grammar. Look for an unclosed bracket or a missing word just before.";
            case S02 -> "A string ends on the line on which it begins. Close it with a double quote; there are no escapes.";
            case S03 -> "Write a transition as FROM -> TO with `auto`, `on EVENT` or `on timeout(PARAMETER)`.";
            case S04 -> "Without a guard there is nothing else to do. Add `when`, or remove the else.";
            case S05 -> "A function computes a result: give it at least one statement, usually RETURN.";
            case S06 -> "A list has one type of element, list<T>; a map has a type of key and one of value, map<K, V>.";
            case S07 -> "Write the missing part; the message names it.";
            case S08 -> "Each operator needs a value on both sides, and comparisons are joined by `and`, not chained.";
            case S09 -> "Declare the delay as a parameter with a unit, and name it: then it has one place and can be varied.";
            case S10 -> "IF chooses between values. Write name = IF condition THEN value ELSE value.";
            case S11 -> "Split what is too large or too deep; the limits keep every reader of the file within bounds.";

            case E01 -> "Mark the state in which the actor begins with `initial`.";
            case E02 -> "An actor begins in one state. Keep one `initial`.";
            case E03 -> "Remove or rename one of the two states.";
            case E04, E05, E06 -> "Correct the name, or declare the state in this actor.";
            case E07 -> "Correct the name, or declare the message or trigger that the transition waits for.";
            case E08, E09 -> "Correct the name, or declare the message.";
            case E10 -> "Correct the name, or declare the block.";
            case E11 -> "Correct the name, or declare the state in this actor.";
            case E12 -> "Correct the name, or declare the function; built-in functions are in semantics.md, section 5.";
            case E13 -> "Correct the name, or declare the enum.";
            case E14 -> "Correct the name, or add the member to the enum.";
            case E15 -> "Write the enum before the member, as Enum.MEMBER, and the one that has it.";
            case E16 -> "A function depends on its arguments alone. Pass it what it needs, and act in the transition.";
            case E17 -> "Two implementations must encode a value alike. Declare a struct with fields of definite types.";
            case E18 -> "The word is part of the grammar. Choose another name.";
            case E19 -> "The name has a meaning of its own in every expression. Choose another.";
            case E20 -> "Which of the two is meant would depend on the order. Remove or rename one.";
            case E21 -> "A terminal state is the end, and any other needs a way out. Mark it, or change its transitions.";
            case E22 -> "Only a message's `from` may send it, only to a `to`, and only a block's `by` may append it.";
            case E23 -> "Give the field a value in the braces, or declare a variable of its name.";
            case E24 -> "Correct the name, or declare it in the store, as a parameter or as a member of an enum.";
            case E25 -> "Add the role to the message's `to`, or declare the role as an actor.";
            case E26 -> "Name a parameter that has a unit of time.";
            case E27 -> "Only integers become fixed, and int becomes uint, unasked; write every other conversion out.";
            case E28 -> "End every path with RETURN and nothing after it. A function may not call itself: use a loop.";
            case E29 -> "Correct the name, declare the type, or look where imports are searched for (--root).";
            case E30 -> "Give the automatic transition a guard that ends the cycle, or put the guarded ones first.";

            case W01 -> "An actor without a terminal state never ends its session, which then holds memory for ever.";
            case W02 -> "No transition leads here from the initial state. Add one, or remove the state.";
            case W03 -> "Look at what the operator does with these types; see the table of arithmetic in semantics.md.";
            case W04 -> "An optional field may be null, and using null is a fault. Compare it with null first.";
            case W05 -> "If no guard ever holds, the actor stays here. Add a timeout, or an else.";
            case W06 -> "A peer may never answer. Add a timeout, or mark the state `idle` if it may wait for ever.";
            case W07 -> "Send or handle the message, or remove it.";
            case W08 -> "Use it or remove it: a reader takes it for a part of the protocol.";
            case W09 -> "Where both guards hold the first is taken, where none holds nothing is. Use one guard and an else.";
            case W10 -> "A division by zero undoes the whole step. Test the divisor in the guard before dividing.";
            case W11 -> "Any peer of the role may send this message. Compare message.sender with the peer you expect.";
            case W12 -> "Amounts and what is hashed must be equal everywhere. Count in units of an integer.";
            case W13 -> "One peer could fill the quorum alone. Use `collect`, or test that the sender is not yet there.";
        };
    }
}
