/**
 * Results as data: CSV and JSON files, and the reader that brings {@code result.json} back.
 */
@NullMarked
package io.omerta.reports.data;

import org.jspecify.annotations.NullMarked;
