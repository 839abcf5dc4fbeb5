package io.omerta.sim.economics.doublespend;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.economics.study.Settings;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CurvePanel;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationModel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a double spend is expected to return, by how surely it is noticed: the gain if it is not, the loss if it is.
 *
 * @param detections probabilities that it is noticed, ascending
 * @param gain what it brings if it is not, in multiples of the amount
 * @param loss what it costs if it is, in multiples of the amount
 */
public record ReturnStudy(List<Double> detections, double gain, double loss) implements EconomicStudy {
    public ReturnStudy {
        detections = Settings.ascending("detections", detections);
    }

    @Override
    public String type() {
        return "double-spend-return";
    }

    /** In multiples of the amount. */
    double expected(double detection) {
        return gain * (1 - detection) - loss * detection;
    }

    /** The detection at which it neither pays nor costs. */
    double breakEven() {
        return gain / (gain + loss);
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new Rounds(kernel, 1, new Table(this));
    }

    private record Table(ReturnStudy study) implements Rounds.Work {
        @Override
        public long round(int round) {
            return Double.doubleToRawLongBits(study.breakEven());
        }

        @Override
        public List<Observation> observations() {
            List<Observation> seen = new ArrayList<>();
            for (double detection : study.detections) {
                String at = Settings.text(detection);
                seen.add(new Observation(
                        "return." + at, "expected return at detection " + at, "%", 100 * study.expected(detection)));
            }
            seen.add(new Observation(
                    "return.break_even", "detection at which it breaks even", "%", 100 * study.breakEven()));
            return seen;
        }

        @Override
        public List<Panel> panels() {
            return List.of(new CurvePanel(
                    "return",
                    "Expected return of a double spend",
                    "In per cent of the amount, by how surely it is noticed.",
                    Chart.Axis.linear("detection", ""),
                    Chart.Axis.linear("expected return", "%"),
                    Settings.array(study.detections),
                    List.of(new CurvePanel.Curve(
                            "expected return",
                            study.detections.stream()
                                    .mapToDouble(detection -> 100 * study.expected(detection))
                                    .toArray(),
                            false)),
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    false));
        }
    }
}
