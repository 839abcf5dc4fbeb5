/**
 * Text rules that charts, pages and files share: how numbers are written, what must be escaped, what a file may be
 * called.
 */
@NullMarked
package io.omerta.reports.text;

import org.jspecify.annotations.NullMarked;
