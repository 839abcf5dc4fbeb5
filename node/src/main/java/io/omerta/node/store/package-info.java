/**
 * What a node keeps on disk, as implementations of the ports of {@code protocol}. Whatever happens to a file, a node finds
 * what it stored, a beginning of it that it asked for, or an error that says where the damage is: never something else.
 *
 * <p>Imports {@code protocol} alone.
 */
@NullMarked
package io.omerta.node.store;

import org.jspecify.annotations.NullMarked;
