package io.omerta.sim.economics.market.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private final OrderBook book = new OrderBook(100);

    @Test
    void theBestPriceTradesFirstAndAmongEqualsTheOrderThatCameFirst() {
        long dear = book.limit(Side.SELL, 12, 5).order();
        long first = book.limit(Side.SELL, 10, 2).order();
        long second = book.limit(Side.SELL, 10, 2).order();
        OrderBook.Placed bid = book.limit(Side.BUY, 12, 5);
        assertEquals(
                List.of(
                        new Fill(first, bid.order(), 2, 10),
                        new Fill(second, bid.order(), 2, 10),
                        new Fill(dear, bid.order(), 1, 12)),
                bid.fills());
        assertEquals(0, bid.restingHours());
    }

    @Test
    void whatIsLeftOfALimitOrderRestsAndOfAMarketOrderLapses() {
        book.limit(Side.SELL, 10, 2);
        assertEquals(3, book.limit(Side.BUY, 11, 5).restingHours());
        assertEquals(OptionalLong.of(11), book.bestBidMicros());
        assertEquals(OptionalLong.empty(), book.bestAskMicros());
        assertEquals(1, book.market(Side.SELL, 7).fills().size());
        assertEquals(0, book.size());
    }

    @Test
    void aCancelledOrderDoesNotTrade() {
        long order = book.limit(Side.SELL, 10, 4).order();
        book.market(Side.BUY, 1);
        assertEquals(3, book.cancel(order));
        assertEquals(0, book.cancel(order));
        assertEquals(List.of(), book.market(Side.BUY, 1).fills());
    }

    @Test
    void ordersOutOfRangeAndOneTooManyAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> book.limit(Side.BUY, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> book.limit(Side.BUY, OrderBook.MAX_PRICE_MICROS + 1, 1));
        assertThrows(IllegalArgumentException.class, () -> book.limit(Side.BUY, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> book.market(Side.BUY, OrderBook.MAX_HOURS + 1));
        OrderBook full = new OrderBook(1);
        full.limit(Side.BUY, 1, 1);
        assertThrows(IllegalStateException.class, () -> full.limit(Side.BUY, 1, 1));
    }

    @Test
    void randomStreamsOfOrdersTradeAsAMatcherThatLooksAtEveryOrderSays() {
        for (int seed = 0; seed < 200; seed++) {
            RandomStream chance = new RandomStreams(seed).stream("test.orders");
            OrderBook tested = new OrderBook(10_000);
            BruteForceMatcher expected = new BruteForceMatcher();
            for (int step = 0; step < 300; step++) {
                String at = "seed " + seed + ", step " + step;
                Side side = chance.nextBoolean() ? Side.BUY : Side.SELL;
                int hours = 1 + chance.nextInt(5);
                int kind = chance.nextInt(10);
                if (kind == 0) {
                    assertEquals(
                            expected.place(side, 0, hours, false),
                            tested.market(side, hours).fills(),
                            at);
                } else if (kind < 3) {
                    long order = chance.nextInt(step + 1);
                    assertEquals(expected.cancel(order), tested.cancel(order), at);
                } else {
                    long price = 1 + chance.nextInt(20);
                    assertEquals(
                            expected.place(side, price, hours, true),
                            tested.limit(side, price, hours).fills(),
                            at);
                }
                assertEquals(expected.size(), tested.size(), at);
            }
        }
    }

    /** Looks at every order for the best one, as often as there is something to trade. */
    private static final class BruteForceMatcher {
        private final List<Order> orders = new ArrayList<>();
        private long next;

        private static final class Order {
            final long number;
            final Side side;
            final long price;
            int hours;

            Order(long number, Side side, long price, int hours) {
                this.number = number;
                this.side = side;
                this.price = price;
                this.hours = hours;
            }
        }

        List<Fill> place(Side side, long price, int hours, boolean limit) {
            long number = next++;
            List<Fill> fills = new ArrayList<>();
            int left = hours;
            while (left > 0) {
                Order best = null;
                for (Order order : orders) {
                    boolean willing = !limit || (side == Side.BUY ? order.price <= price : order.price >= price);
                    if (order.side == side || !willing) {
                        continue;
                    }
                    boolean better =
                            best == null || (side == Side.BUY ? order.price < best.price : order.price > best.price);
                    if (better) {
                        best = order;
                    }
                }
                if (best == null) {
                    break;
                }
                int traded = Math.min(left, best.hours);
                fills.add(new Fill(best.number, number, traded, best.price));
                left -= traded;
                best.hours -= traded;
                if (best.hours == 0) {
                    orders.remove(best);
                }
            }
            if (limit && left > 0) {
                orders.add(new Order(number, side, price, left));
            }
            return fills;
        }

        int cancel(long number) {
            for (Order order : orders) {
                if (order.number == number) {
                    orders.remove(order);
                    return order.hours;
                }
            }
            return 0;
        }

        int size() {
            return orders.size();
        }
    }
}
