package io.omerta.protocol.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A clock and links, deterministic by seed. A message takes 20 to 60 ms and keeps its place behind the earlier ones of its
 * link, unless reordering is switched on, when it takes up to 2 s; it may be lost or arrive twice.
 */
final class SimulatedNetwork {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** What happens at a time. */
    private record Event(long atNanos, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final SplittableRandom random;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final TreeMap<Long, Long> lastArrivals = new TreeMap<>();
    private final List<Predicate<Packet>> losses = new ArrayList<>();
    private long nowNanos;
    private long orders;

    /** Part of the messages between different nodes that is lost, and that arrives twice. */
    double lossRate;

    double duplicateRate;
    boolean reordering;

    SimulatedNetwork(long seed, long nowNanos) {
        this.random = new SplittableRandom(seed);
        this.nowNanos = nowNanos;
    }

    long nowNanos() {
        return nowNanos;
    }

    /** Loses the messages for which it holds, from now on. */
    void lose(Predicate<Packet> lost) {
        losses.add(lost);
    }

    /** Ends every rule of {@link #lose}. */
    void heal() {
        losses.clear();
    }

    void after(long delayNanos, Runnable action) {
        events.add(new Event(nowNanos + delayNanos, orders++, action));
    }

    void send(Packet packet, Runnable delivery) {
        if (packet.from() == packet.to()) {
            after(0, delivery);
            return;
        }
        if (losses.stream().anyMatch(lost -> lost.test(packet)) || random.nextDouble() < lossRate) {
            return;
        }
        after(delayNanos(packet), delivery);
        if (random.nextDouble() < duplicateRate) {
            after(delayNanos(packet), delivery);
        }
    }

    private long delayNanos(Packet packet) {
        if (reordering) {
            return random.nextLong(20, 2_000) * NANOS_PER_MILLI;
        }
        long link = (long) packet.from() << Integer.SIZE | packet.to();
        long arrival =
                Math.max(nowNanos + random.nextLong(20, 60) * NANOS_PER_MILLI, lastArrivals.getOrDefault(link, 0L));
        lastArrivals.put(link, arrival);
        return arrival - nowNanos;
    }

    /** Lets the next thing happen, if it does so by a time. */
    boolean step(long untilNanos) {
        Event next = events.peek();
        if (next == null || next.atNanos() > untilNanos) {
            return false;
        }
        events.remove();
        nowNanos = next.atNanos();
        next.action().run();
        return true;
    }

    void advanceTo(long untilNanos) {
        nowNanos = Math.max(nowNanos, untilNanos);
    }
}
