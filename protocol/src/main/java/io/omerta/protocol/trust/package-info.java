/**
 * What is thought of peers: pure functions of verified records, in whole numbers, so that all who have the same records come
 * to the same result. Who is therefore asked to witness, {@code shared/cabal.omt} says. Thousandths end in {@code Milli},
 * millionths in {@code Micros}. Imports only {@code io.omerta.protocol.wire}, {@code crypto} and {@code chain}.
 */
@NullMarked
package io.omerta.protocol.trust;

import org.jspecify.annotations.NullMarked;
