package io.omerta.sim.economics.market.book;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A limit order book with price-time priority: the best price trades first, and among equals the order that came first. What
 * meets trades at the price of the order that was there before. An order may be filled in parts; what is left of a limit
 * order rests in the book, what is left of a market order lapses.
 */
public final class OrderBook {
    /** Highest price, so that a price times the hours of any order fits in 64 bits. */
    public static final long MAX_PRICE_MICROS = 1_000_000_000_000L;

    /** Most hours of one order. */
    public static final int MAX_HOURS = 1_000_000;

    private final int capacity;
    private final TreeMap<Long, ArrayDeque<Resting>> bids = new TreeMap<>();
    private final TreeMap<Long, ArrayDeque<Resting>> asks = new TreeMap<>();
    private final Map<Long, Resting> open = new LinkedHashMap<>();
    private long nextOrder;

    private static final class Resting {
        final long order;
        final Side side;
        final long priceMicros;
        int hours;

        Resting(long order, Side side, long priceMicros, int hours) {
            this.order = order;
            this.side = side;
            this.priceMicros = priceMicros;
            this.hours = hours;
        }
    }

    /**
     * What became of an order that came in.
     *
     * @param order its number, by which it can be cancelled
     * @param fills in the order in which they came about
     * @param restingHours what is left of it in the book
     */
    public record Placed(long order, List<Fill> fills, int restingHours) {
        public Placed {
            fills = List.copyOf(fills);
        }
    }

    /** @param capacity most orders that may rest in the book at a time */
    public OrderBook(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Places an order that trades at {@code priceMicros} or better.
     *
     * @throws IllegalArgumentException if the price or the hours are out of range
     * @throws IllegalStateException if it would rest and the book is full; nothing has been traded then
     */
    public Placed limit(Side side, long priceMicros, int hours) {
        if (priceMicros < 1 || priceMicros > MAX_PRICE_MICROS) {
            throw new IllegalArgumentException(
                    "a price is 1 to " + MAX_PRICE_MICROS + " micro-credits per hour, not " + priceMicros);
        }
        check(hours);
        if (open.size() >= capacity) {
            throw new IllegalStateException("the book is full: " + capacity + " orders rest in it");
        }
        long order = nextOrder++;
        List<Fill> fills = new ArrayList<>();
        int left = match(order, side, priceMicros, hours, fills);
        if (left > 0) {
            Resting resting = new Resting(order, side, priceMicros, left);
            open.put(order, resting);
            levels(side)
                    .computeIfAbsent(priceMicros, price -> new ArrayDeque<>())
                    .addLast(resting);
        }
        return new Placed(order, fills, left);
    }

    /**
     * Places an order that trades at any price; what does not trade at once lapses.
     *
     * @throws IllegalArgumentException if the hours are out of range
     */
    public Placed market(Side side, int hours) {
        check(hours);
        long order = nextOrder++;
        List<Fill> fills = new ArrayList<>();
        match(order, side, side == Side.BUY ? Long.MAX_VALUE : 0, hours, fills);
        return new Placed(order, fills, 0);
    }

    private static void check(int hours) {
        if (hours < 1 || hours > MAX_HOURS) {
            throw new IllegalArgumentException("an order is for 1 to " + MAX_HOURS + " hours, not " + hours);
        }
    }

    private int match(long order, Side side, long priceMicros, int hours, List<Fill> fills) {
        TreeMap<Long, ArrayDeque<Resting>> others = levels(side == Side.BUY ? Side.SELL : Side.BUY);
        int left = hours;
        while (left > 0 && !others.isEmpty()) {
            Map.Entry<Long, ArrayDeque<Resting>> best = side == Side.BUY ? others.firstEntry() : others.lastEntry();
            if (!side.crosses(priceMicros, best.getKey())) {
                break;
            }
            Resting first = best.getValue().getFirst();
            int traded = Math.min(left, first.hours);
            fills.add(new Fill(first.order, order, traded, first.priceMicros));
            left -= traded;
            first.hours -= traded;
            if (first.hours == 0) {
                best.getValue().removeFirst();
                open.remove(first.order);
                if (best.getValue().isEmpty()) {
                    others.remove(best.getKey());
                }
            }
        }
        return left;
    }

    private TreeMap<Long, ArrayDeque<Resting>> levels(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /**
     * Takes an order out of the book.
     *
     * @return the hours that were left of it; 0 if it does not rest in the book
     */
    public int cancel(long order) {
        Resting resting = open.remove(order);
        if (resting == null) {
            return 0;
        }
        TreeMap<Long, ArrayDeque<Resting>> levels = levels(resting.side);
        ArrayDeque<Resting> level = levels.get(resting.priceMicros);
        if (level != null) {
            level.remove(resting);
            if (level.isEmpty()) {
                levels.remove(resting.priceMicros);
            }
        }
        return resting.hours;
    }

    /** Highest price that somebody would pay. */
    public OptionalLong bestBidMicros() {
        return bids.isEmpty() ? OptionalLong.empty() : OptionalLong.of(bids.lastKey());
    }

    /** Lowest price that somebody asks. */
    public OptionalLong bestAskMicros() {
        return asks.isEmpty() ? OptionalLong.empty() : OptionalLong.of(asks.firstKey());
    }

    /** Orders that rest in the book. */
    public int size() {
        return open.size();
    }

    /** Takes all orders out of the book. */
    public void clear() {
        bids.clear();
        asks.clear();
        open.clear();
    }
}
