package io.omerta.reports.chart;

import io.omerta.sim.record.Chart;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * A matrix as coloured cells, first row on top, with a colour scale at the right. The drawing grows until every cell
 * holds its printed value; a matrix too large for that keeps the usual size and is drawn in colours alone.
 */
final class HeatMapFigure {
    private static final int PRINTED_MAX = 60;
    private static final double CELL_HEIGHT = 30;
    private static final double CELL_PADDING = 10;
    /** Colour scale, axis label and margins beside the cells. */
    private static final double BESIDE_CELLS = 190;
    /** Title, axis label and margins above and below the cells. */
    private static final double AROUND_CELLS = 120;

    private static final double TURNED_LABEL_GAP = 10;
    private static final int HEIGHT_MIN = 300;
    private static final int HEIGHT_UNPRINTED = 640;

    private HeatMapFigure() {}

    static Figure of(Chart.HeatMap chart) {
        int rows = chart.rows().size();
        int columns = chart.columns().size();
        Shapes.require(chart, "values", chart.values(), rows, columns);
        Scale scale = Scale.linear(Chart.Axis.linear(chart.valueLabel(), chart.unit()));
        double[][] values = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row][column] = scale.admit(chart.values()[row][column]);
            }
        }
        boolean printed = rows <= PRINTED_MAX && columns <= PRINTED_MAX;
        ColourRamp ramp = scale.ramp();
        CellRenderer cells = new CellRenderer(values, ramp, printed);

        double beside = BESIDE_CELLS + widest(chart.rows());
        double cellsWidth = Math.max(Figure.WIDTH - beside, columns * (cells.widestLabel() + CELL_PADDING));
        boolean turned = widest(chart.columns()) > cellsWidth / Math.max(1, columns) - CELL_PADDING / 2;
        double around = AROUND_CELLS + (turned ? widest(chart.columns()) + TURNED_LABEL_GAP : 0);
        double height = printed ? Math.max(HEIGHT_MIN, around + rows * CELL_HEIGHT) : HEIGHT_UNPRINTED;

        DefaultXYDataset data = new DefaultXYDataset();
        if (!scale.isEmpty()) {
            data.addSeries("cells", new double[2][rows * columns]);
        }
        SymbolAxis x = axis(chart.columns(), chart.columnLabel());
        x.setVerticalTickLabels(turned);
        SymbolAxis y = axis(chart.rows(), chart.rowLabel());
        y.setInverted(true);
        XYPlot plot = new XYPlot(data, x, y, cells);
        ChartStyle.styleXyPlot(plot);
        plot.setRangeGridlinesVisible(false);

        List<String> remarks = new ArrayList<>(scale.remarks());
        if (!printed) {
            remarks.add(rows + " × " + columns + " cells: too many to print their values.");
        }
        return new Figure(
                plot,
                new LegendItemCollection(),
                scale.isEmpty() ? List.of() : List.of(colourScale(chart, ramp)),
                remarks,
                (int) Math.ceil(beside + cellsWidth),
                (int) Math.ceil(height));
    }

    private static double widest(List<String> labels) {
        return labels.stream()
                .mapToDouble(label -> ChartStyle.textWidth(label, ChartStyle.TICK_FONT))
                .max()
                .orElse(0);
    }

    private static SymbolAxis axis(List<String> symbols, String label) {
        SymbolAxis axis = new SymbolAxis(null, symbols.toArray(String[]::new));
        ChartStyle.styleAxis(axis, label, HEIGHT_MIN);
        axis.setTickLabelPaint(ChartStyle.INK);
        axis.setGridBandsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        axis.setRange(-0.5, Math.max(1, symbols.size()) - 0.5);
        return axis;
    }

    private static Title colourScale(Chart.HeatMap chart, ColourRamp ramp) {
        NumberAxis axis = new NumberAxis();
        axis.setStandardTickUnits(new DecimalTicks());
        ChartStyle.styleAxis(axis, ChartStyle.axisLabel(chart.valueLabel(), chart.unit()), HEIGHT_MIN * 0.7);
        axis.setRange(ramp.getLowerBound(), ramp.getUpperBound());
        PaintScaleLegend legend = new PaintScaleLegend(ramp, axis);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setAxisLocation(AxisLocation.TOP_OR_RIGHT);
        legend.setSubdivisionCount(90);
        legend.setStripWidth(14);
        legend.setStripOutlineVisible(false);
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(null);
        legend.setMargin(new RectangleInsets(10, 14, 40, 0));
        return legend;
    }
}
