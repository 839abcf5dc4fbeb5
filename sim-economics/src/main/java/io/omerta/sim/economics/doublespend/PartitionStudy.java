package io.omerta.sim.economics.doublespend;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;

/**
 * How many double spends succeed while the network is in two parts, and whether they are noticed once it has healed.
 *
 * @param nodes how many there are, at least 4
 * @param connectivity probability that two nodes are connected
 * @param firstPart part of the nodes that are in the first part
 * @param attackers how many spend once in each part
 * @param spread how far a payment travels in its part
 */
public record PartitionStudy(int nodes, double connectivity, double firstPart, int attackers, Spread spread)
        implements EconomicStudy {
    /** How far a payment travels. */
    public enum Spread {
        /** From the node at which it enters to the peers of that node, as published. */
        ONE_HOP,

        /** To all that can be reached. */
        FLOOD
    }

    /**
     * @throws IllegalArgumentException if a part would have fewer than two nodes
     */
    public PartitionStudy {
        int first = (int) (firstPart * nodes);
        if (first < 2 || nodes - first < 2) {
            throw new IllegalArgumentException("both parts need at least 2 nodes, not " + first + " and "
                    + (nodes - first) + "; choose a first_part nearer to 0.5");
        }
    }

    @Override
    public String type() {
        return "partition-spend";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new Rounds(kernel, attackers, new PartitionedSpends(this, streams));
    }
}
