package io.omerta.protocol.language.source;

/**
 * A replacement of text.
 *
 * @param span what goes; empty for an insertion
 * @param replacement what comes; empty for a deletion
 */
public record TextEdit(Span span, String replacement) {}
