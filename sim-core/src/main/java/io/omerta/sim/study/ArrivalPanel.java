package io.omerta.sim.study;

import io.omerta.sim.record.Chart;
import java.util.Arrays;
import java.util.List;

/**
 * How long things take to arrive: the fraction that has arrived as a function of the time since the start, as a mean over
 * replications with a band.
 *
 * @param series what arrives
 * @param millisAtFraction time by which k / (length - 1) of all had arrived, for k = 0, 1, 2 ...; +infinity where so
 *     many never did
 */
public record ArrivalPanel(
        String id, String title, String caption, String fractionLabel, String series, double[] millisAtFraction)
        implements Panel {
    private static final int POINTS = 200;
    private static final double DRAWN_FRACTION = 0.995;
    private static final double MARGIN = 1.1;

    private static final int FRACTIONS = 401;

    /**
     * The panel of one replication.
     *
     * @param nanos time of every arrival since its start, in any order; sorted in place
     * @param possible number of arrivals there would have been had everything arrived
     */
    public static ArrivalPanel of(
            String id, String title, String caption, String fractionLabel, String series, long[] nanos, long possible) {
        Arrays.sort(nanos);
        double[] millis = new double[FRACTIONS];
        for (int k = 0; k < FRACTIONS; k++) {
            long rank = -Math.floorDiv(-k * possible, (long) (FRACTIONS - 1)); // rounded up
            millis[k] = rank == 0 ? 0 : rank <= nanos.length ? nanos[(int) rank - 1] / 1e6 : Double.POSITIVE_INFINITY;
        }
        return new ArrivalPanel(id, title, caption, fractionLabel, series, millis);
    }

    @Override
    public Chart chart(List<Panel> all, double level) {
        List<ArrivalPanel> panels = Panel.cast(all, ArrivalPanel.class);
        double last =
                panels.stream().mapToDouble(ArrivalPanel::lastMillis).max().orElse(1);
        double[] at = new double[POINTS + 1];
        for (int i = 0; i <= POINTS; i++) {
            at[i] = last * i / POINTS;
        }
        List<Panel> curves = panels.stream()
                .<Panel>map(panel -> curves(at, panel.fractionsAt(at)))
                .toList();
        return curves.get(0).chart(curves, level);
    }

    private CurvePanel curves(double[] millis, double[] fractions) {
        TimeScale scale = TimeScale.forSeconds(millis[millis.length - 1] / 1e3);
        double[] at = new double[millis.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = millis[i] / 1e3 / scale.seconds();
        }
        return new CurvePanel(
                id,
                title,
                caption,
                Chart.Axis.linear("time since the start", scale.unit()),
                Chart.Axis.linear(fractionLabel, ""),
                at,
                List.of(new CurvePanel.Curve(series, fractions, false)),
                0,
                1,
                false);
    }

    /** Where the axis ends: the last few stragglers would squeeze everyone else into a corner. */
    private double lastMillis() {
        double last = 0;
        for (int k = 0; k <= DRAWN_FRACTION * (millisAtFraction.length - 1); k++) {
            last = Double.isInfinite(millisAtFraction[k]) ? last : Math.max(last, millisAtFraction[k]);
        }
        return last * MARGIN;
    }

    private double[] fractionsAt(double[] at) {
        double[] fractions = new double[at.length];
        int n = millisAtFraction.length;
        int k = 0;
        for (int i = 0; i < at.length; i++) {
            while (k < n && millisAtFraction[k] <= at[i]) {
                k++;
            }
            if (k == 0) {
                fractions[i] = 0;
            } else if (k == n || Double.isInfinite(millisAtFraction[k])) {
                fractions[i] = (k - 1.0) / (n - 1);
            } else {
                double span = millisAtFraction[k] - millisAtFraction[k - 1];
                double part = span == 0 ? 0 : (at[i] - millisAtFraction[k - 1]) / span;
                fractions[i] = (k - 1 + part) / (n - 1);
            }
        }
        return fractions;
    }
}
