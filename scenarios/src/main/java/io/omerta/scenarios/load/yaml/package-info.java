/** Text to a tree that remembers where everything stands, problems that point there, and a tree back to text. */
@NullMarked
package io.omerta.scenarios.load.yaml;

import org.jspecify.annotations.NullMarked;
