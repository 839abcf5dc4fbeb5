/**
 * The history of each peer as a chain of blocks that it alone signs: how a chain grows, how a stranger verifies a part of
 * it, what proves that its owner told two histories, and from where on old blocks may be forgotten. Imports only {@code
 * io.omerta.protocol.wire} and {@code io.omerta.protocol.crypto}; knows nothing of what the blocks mean.
 */
@NullMarked
package io.omerta.protocol.chain;

import org.jspecify.annotations.NullMarked;
