/**
 * Documentation made from protocol files: one Markdown page for each, with its declarations, the machines of its actors
 * and a chart of its messages.
 *
 * <p>Prose comes from the file: descriptions, comments directly above what they speak of, comments behind a field or
 * member, and banners between declarations. Diagrams are data here ({@link
 * io.omerta.protocol.language.document.StateDiagram}, {@link io.omerta.protocol.language.document.MessageChart}), which
 * the page holds as Mermaid text; whoever draws them otherwise starts from the same data.
 *
 * <p>The same file gives the same page, byte for byte.
 */
@NullMarked
package io.omerta.protocol.language.document;

import org.jspecify.annotations.NullMarked;
