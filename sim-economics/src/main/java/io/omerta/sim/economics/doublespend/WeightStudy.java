package io.omerta.sim.economics.doublespend;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationModel;
import java.util.List;

/**
 * How heavy a currency a community needs, by the published index: .3 (1 - connectivity) + .3 (1 - detection) + .2 threshold +
 * .2 min(1, latency / 10 s).
 *
 * @param connectivity probability that two members are connected
 * @param detection probability that a double spend is noticed; unused if {@link Inputs#SIMULATED}
 * @param threshold part of a receiver's peers that must confirm
 * @param latencySeconds time until a payment is final; unused if {@link Inputs#SIMULATED}
 * @param inputs where detection and latency come from
 */
public record WeightStudy(double connectivity, double detection, double threshold, double latencySeconds, Inputs inputs)
        implements EconomicStudy {
    private static final double SLOW_SECONDS = 10;
    private static final double[] CLASSES = {0.2, 0.4, 0.6, 0.8};

    /** Size of the community whose detection and latency are simulated, and trials for each. */
    private static final int NODES = 50;

    private static final int TRIALS = 40;

    /** Where detection and latency come from. */
    public enum Inputs {
        /** Given by hand, as published. */
        GIVEN,

        /** Measured by the studies of detection and finality at the same connectivity and threshold. */
        SIMULATED
    }

    @Override
    public String type() {
        return "currency-weight";
    }

    /** The index, from 0 to 1. */
    static double weight(double connectivity, double detection, double threshold, double latencySeconds) {
        return 0.3 * (1 - connectivity)
                + 0.3 * (1 - detection)
                + 0.2 * threshold
                + 0.2 * Math.min(1, latencySeconds / SLOW_SECONDS);
    }

    /** From 1, what suits a village, over town, city and nation to 5, a blockchain. */
    static int weightClass(double weight) {
        int number = 1;
        for (double limit : CLASSES) {
            number += weight < limit ? 0 : 1;
        }
        return number;
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new Rounds(kernel, inputs == Inputs.GIVEN ? 1 : TRIALS, new Community(this, streams));
    }

    private static final class Community implements Rounds.Work {
        private final WeightStudy study;
        private final DetectionTrials noticing;
        private final FinalityTrials finality;

        Community(WeightStudy study, RandomStreams streams) {
            this.study = study;
            List<Double> connectivity = List.of(study.connectivity);
            noticing = new DetectionTrials(
                    new DetectionStudy(Topology.ERDOS_RENYI, NODES, connectivity, TRIALS, Marking.EARLIEST_ARRIVAL),
                    streams);
            finality = new FinalityTrials(
                    new FinalityStudy(
                            Topology.ERDOS_RENYI,
                            NODES,
                            connectivity,
                            List.of(study.threshold),
                            TRIALS,
                            SLOW_SECONDS,
                            Marking.EARLIEST_ARRIVAL),
                    streams);
        }

        @Override
        public long round(int trial) {
            return study.inputs == Inputs.GIVEN ? 0 : noticing.round(trial) ^ finality.round(trial);
        }

        @Override
        public List<Observation> observations() {
            boolean given = study.inputs == Inputs.GIVEN;
            double detection = given ? study.detection : noticing.probability(0);
            double latency = given ? study.latencySeconds : finality.median(0, 0);
            double weight = weight(study.connectivity, detection, study.threshold, latency);
            return List.of(
                    new Observation("currency.weight", "weight of the currency", "", weight),
                    new Observation("currency.class", "class, 1 village to 5 blockchain", "", weightClass(weight)),
                    new Observation("currency.detection", "double spends noticed", "%", 100 * detection),
                    new Observation("currency.latency", "time until a payment is final", "s", latency));
        }

        @Override
        public List<Panel> panels() {
            return List.of();
        }
    }
}
