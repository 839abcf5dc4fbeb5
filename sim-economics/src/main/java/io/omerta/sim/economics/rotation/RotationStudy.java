package io.omerta.sim.economics.rotation;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;

/**
 * A rich identity under scrutiny moves what it has to puppets that were built up honestly. Nothing in it is random.
 *
 * @param puppets 1 for the published plan with one puppet, 3 for the one with several
 * @param amountBasis how large transfers are charged
 * @param inheritance whether a receiver takes on the sender's trust in proportion to what it received
 * @param split into how many equal transfers the wealth is moved to each puppet
 * @param transfersPerDay how many of them on one day
 * @param windowDays how long a transfer counts towards later ones of the same pair
 */
public record RotationStudy(
        int puppets, AmountBasis amountBasis, boolean inheritance, int split, int transfersPerDay, int windowDays)
        implements EconomicStudy {
    @Override
    public String type() {
        return "identity-rotation";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new Rounds(kernel, 1, new Rotation(this));
    }
}
