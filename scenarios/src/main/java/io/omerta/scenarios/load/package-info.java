/**
 * The scenario language: declared once, key by key, and from that declaration read, checked, explained, published as JSON
 * Schema and printed back.
 */
@NullMarked
package io.omerta.scenarios.load;

import org.jspecify.annotations.NullMarked;
