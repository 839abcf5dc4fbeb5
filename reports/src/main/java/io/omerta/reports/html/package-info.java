/**
 * The report page of a run: one file that needs no network, no script and no other file.
 */
@NullMarked
package io.omerta.reports.html;

import org.jspecify.annotations.NullMarked;
