/**
 * The canonical layout of protocol files. Formatting keeps every comment and changes no meaning: a formatted file parses
 * to the same tree, and formatting it again changes nothing.
 */
@NullMarked
package io.omerta.protocol.language.format;

import org.jspecify.annotations.NullMarked;
