/**
 * Draws the diagrams of protocol files as SVG: text is text, readable on white, in the fonts of the viewer. The same
 * diagram gives the same picture, byte for byte. Knows nothing of commands or files.
 */
@NullMarked
package io.omerta.cli.diagram;

import org.jspecify.annotations.NullMarked;
