package io.omerta.protocol.language.source;

/**
 * Another place that a fault has to do with.
 *
 * @param span the place
 * @param message what is there: "opened here"
 */
public record RelatedSpan(Span span, String message) {}
