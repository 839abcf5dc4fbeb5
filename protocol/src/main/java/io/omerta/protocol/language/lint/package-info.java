/**
 * What is told about protocol files, and mended in them: {@link io.omerta.protocol.language.lint.LintReport} as text
 * for people, JSON for scripts and SARIF for code review, and {@link io.omerta.protocol.language.lint.Fixes}. Reads and
 * writes no files; whoever calls it does.
 */
@NullMarked
package io.omerta.protocol.language.lint;

import org.jspecify.annotations.NullMarked;
