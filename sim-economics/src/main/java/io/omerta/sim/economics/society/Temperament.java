package io.omerta.sim.economics.society;

import io.omerta.sim.random.RandomStream;

/**
 * What distinguishes an identity from others of its role for all its life.
 *
 * @param activityQuantile how active it is, as a quantile
 * @param stayQuantile how long it stays, as a quantile
 */
public record Temperament(double activityQuantile, double stayQuantile) {
    static Temperament draw(RandomStream stream) {
        return new Temperament(stream.nextDouble(), stream.nextDouble());
    }
}
