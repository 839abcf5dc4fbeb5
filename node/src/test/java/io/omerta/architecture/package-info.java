/**
 * The rules that the whole source tree keeps: who may import whom, and what would break determinism. The packages below
 * {@code violations} break each rule once, so that the tests can show every rule to fail.
 */
package io.omerta.architecture;
