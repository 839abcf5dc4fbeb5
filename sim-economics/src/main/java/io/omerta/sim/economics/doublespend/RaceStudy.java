package io.omerta.sim.economics.doublespend;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.economics.study.Settings;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;
import java.util.List;

/**
 * Two conflicting payments sent at the same moment to two victims race through a network. A victim accepts if, a wait after
 * its payment came, it has heard of no conflict; a careful one also asks all its peers then and accepts if enough of them
 * answer that they know its payment alone, and none that it conflicts.
 *
 * @param nodes how many there are, at least 3
 * @param connectivity probability that two of them are connected
 * @param regions number of regions, which are equally large
 * @param withinSeconds mean delay of a message within a region
 * @param betweenSeconds mean delay of a message between regions
 * @param loss probability that a message is lost
 * @param eclipsed part of each victim's links that the attacker holds: they pass on nothing, and answer what pleases it
 * @param relay what a node does with a payment that conflicts with one it has
 * @param waitsMillis waits of the victims, ascending, above 0
 * @param confirmations part of the peers asked whose confirmation a careful victim wants
 * @param trials races, each on a graph of its own
 */
public record RaceStudy(
        int nodes,
        double connectivity,
        int regions,
        double withinSeconds,
        double betweenSeconds,
        double loss,
        double eclipsed,
        Relay relay,
        List<Double> waitsMillis,
        double confirmations,
        int trials)
        implements EconomicStudy {
    /** What a node does with a payment that conflicts with one it has. */
    public enum Relay {
        /** Passes it on: everyone hears of the conflict. */
        BOTH,

        /** Keeps it to itself: only where the two fronts meet is the conflict known. */
        FIRST_SEEN
    }

    public RaceStudy {
        waitsMillis = Settings.ascending("waits_ms", waitsMillis);
    }

    @Override
    public String type() {
        return "double-spend-race";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new RaceModel(this, kernel, streams);
    }
}
