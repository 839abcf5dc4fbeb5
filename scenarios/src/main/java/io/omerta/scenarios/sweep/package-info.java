/** One scenario at many settings, with one table and charts of how its metrics depend on them. */
@NullMarked
package io.omerta.scenarios.sweep;

import org.jspecify.annotations.NullMarked;
