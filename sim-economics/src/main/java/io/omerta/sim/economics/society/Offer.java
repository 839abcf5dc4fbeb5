package io.omerta.sim.economics.society;

/**
 * What someone sells.
 *
 * @param weight of the resource
 * @param hours of one sale
 * @param quality that verification would find
 */
public record Offer(Range weight, Range hours, Range quality) {
    public Offer withQuality(Range other) {
        return new Offer(weight, hours, other);
    }
}
