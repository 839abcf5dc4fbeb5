/**
 * A market for compute with an order book per resource class, providers that come and go as it pays, hosts that are switched
 * off, and cloud operators that answer. Prices are integer micro-credits per hour; every hour paid for is earned by somebody.
 */
@NullMarked
package io.omerta.sim.economics.market.book;

import org.jspecify.annotations.NullMarked;
