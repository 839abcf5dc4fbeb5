package io.omerta.protocol.explore;

/**
 * A property that does not hold.
 *
 * @param property its name, as in {@link Report#properties}
 * @param detail where and how, one line
 */
public record Violation(String property, String detail) {}
