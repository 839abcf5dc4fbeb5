package io.omerta.sim.economics.trust;

/**
 * Compute that was sold.
 *
 * @param consumer who bought it
 * @param provider who sold it
 * @param weight of the resource, relative to a plain machine
 * @param hours for how long
 * @param quality what verification found, from 0 to 1
 */
public record Trade(int consumer, int provider, double weight, double hours, double quality) {
    /** Amount sold, in hours of a plain machine. */
    public double volume() {
        return weight * hours;
    }
}
