package io.omerta.sim.economics.market;

import io.omerta.sim.random.RandomStream;

/** A price elsewhere that returns to its mean: an Ornstein-Uhlenbeck process in Euler steps, held above a floor. */
public final class ReferencePrice {
    private final Law law;
    private final RandomStream chance;
    private double dollarsPerHour;

    /**
     * @param mean where it begins and returns to, $/h
     * @param reversionPerHour part of the distance that it returns per hour
     * @param volatility standard deviation gained in one hour, $/h
     * @param floor lowest price, $/h
     */
    public record Law(double mean, double reversionPerHour, double volatility, double floor) {}

    public ReferencePrice(Law law, RandomStream chance) {
        this.law = law;
        this.chance = chance;
        this.dollarsPerHour = law.mean();
    }

    /** Moves the price on by {@code hours}. */
    public void advance(double hours) {
        double moved = dollarsPerHour
                + law.reversionPerHour() * hours * (law.mean() - dollarsPerHour)
                + law.volatility() * StrictMath.sqrt(hours) * chance.nextGaussian();
        dollarsPerHour = Math.max(law.floor(), moved);
    }

    public void restart() {
        dollarsPerHour = law.mean();
    }

    public double dollarsPerHour() {
        return dollarsPerHour;
    }
}
