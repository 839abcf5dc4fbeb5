/**
 * The {@code omerta} program: one class for each command, and what the commands share (terminal, progress, exit codes,
 * the treatment of errors). The only package that may import every module.
 */
@NullMarked
package io.omerta.cli;

import org.jspecify.annotations.NullMarked;
