package io.omerta.sim.stats;

import io.omerta.sim.record.Estimate;
import java.util.Arrays;
import java.util.List;

/**
 * Which parameters of a model matter at all, from few evaluations.
 *
 * @param strength mean of the absolute elementary effects, over the whole range of the parameter, with its Student t
 *     interval over trajectories (mu*, Campolongo, Cariboni and Saltelli, "An effective screening design for sensitivity
 *     analysis of large models", Environmental Modelling &amp; Software 22, 2007)
 * @param direction mean of the signed effects (mu): far from the strength in size where the direction changes
 * @param spread standard deviation of the effects (sigma): large where the effect is curved or depends on other parameters
 */
public record MorrisScreening(Estimate strength, double direction, double spread) {
    /**
     * Screens the parameters of a design.
     *
     * @param outputs of the model at each point of the design, in order; NaN leaves out the effects it is part of
     * @param level confidence level in (0, 1)
     * @return one for each parameter, in order
     */
    public static List<MorrisScreening> of(MorrisDesign design, double[] outputs, double level) {
        return Arrays.stream(design.effects(outputs))
                .map(effects -> of(Observations.present(effects), level))
                .toList();
    }

    private static MorrisScreening of(double[] effects, double level) {
        Tally signed = Tally.of(effects);
        return new MorrisScreening(
                MeanInterval.studentT(Arrays.stream(effects).map(Math::abs).toArray(), level),
                signed.mean(),
                signed.standardDeviation());
    }
}
