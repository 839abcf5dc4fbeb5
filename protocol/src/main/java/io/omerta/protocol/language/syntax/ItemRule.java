package io.omerta.protocol.language.syntax;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How the items of a list in parentheses are parsed, and where parsing may go on after a fault.
 *
 * @param what the list for messages: "the actor"
 * @param item parses one item
 * @param starts whether an item starts at the next token
 * @param startsOutside whether something starts at the next token that can only stand outside, so that the list was
 *     not closed
 */
record ItemRule<T>(String what, Supplier<T> item, BooleanSupplier starts, BooleanSupplier startsOutside) {}
