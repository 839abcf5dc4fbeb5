package io.omerta.sim.economics.market.book;

/**
 * Who has what from the market, micro-credits: what consumers have over, what operators of data centres have over, and what
 * volunteers have over.
 *
 * @param consumerMicros value of useful hours less what was paid
 * @param datacentreMicros what was earned less energy and capital, of idle hours too
 * @param homeMicros what was earned less energy of used hours
 */
public record Surplus(long consumerMicros, long datacentreMicros, long homeMicros) {
    public long totalMicros() {
        return Math.addExact(Math.addExact(consumerMicros, datacentreMicros), homeMicros);
    }
}
