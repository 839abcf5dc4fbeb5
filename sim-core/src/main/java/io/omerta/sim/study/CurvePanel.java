package io.omerta.sim.study;

import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.PointwiseBand;
import java.util.ArrayList;
import java.util.List;

/**
 * Curves over common abscissae; drawn as their mean with a pointwise band.
 *
 * @param at abscissae, the same in every replication
 * @param curves one or more curves
 * @param low smallest value a curve can take, where the band is cut off; -infinity for none
 * @param high largest value a curve can take; +infinity for none
 */
public record CurvePanel(
        String id,
        String title,
        String caption,
        Chart.Axis x,
        Chart.Axis y,
        double[] at,
        List<Curve> curves,
        double low,
        double high,
        boolean steps)
        implements Panel {
    public CurvePanel {
        curves = List.copyOf(curves);
    }

    /**
     * @param y ordinates; NaN where this replication says nothing
     * @param reference drawn dashed and without a band: a theory or a published figure
     */
    public record Curve(String name, double[] y, boolean reference) {}

    @Override
    public Chart chart(List<Panel> all, double level) {
        List<CurvePanel> panels = Panel.cast(all, CurvePanel.class);
        List<Chart.Series> series = new ArrayList<>();
        for (int c = 0; c < curves.size(); c++) {
            Curve curve = curves.get(c);
            if (curve.reference()) {
                series.add(Chart.Series.reference(curve.name(), at, curve.y()));
                continue;
            }
            int index = c;
            PointwiseBand band = PointwiseBand.of(
                            at,
                            panels.stream()
                                    .map(panel -> panel.curves.get(index).y())
                                    .toList(),
                            level)
                    .within(low, high);
            series.add(
                    panels.size() < 2
                            ? Chart.Series.line(curve.name(), at, band.mean())
                            : Chart.Series.banded(curve.name(), at, band.mean(), band.low(), band.high()));
        }
        return new Chart.Lines(id, title, caption, x, y, series, steps);
    }
}
