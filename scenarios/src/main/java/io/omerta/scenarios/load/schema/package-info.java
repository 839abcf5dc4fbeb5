/**
 * The parts a language is declared with. Each part reads and checks a value, puts it into its normal form, describes itself
 * to people and describes itself as JSON Schema (draft 2020-12).
 */
@NullMarked
package io.omerta.scenarios.load.schema;

import org.jspecify.annotations.NullMarked;
