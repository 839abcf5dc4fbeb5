package io.omerta.reports.chart;

import io.omerta.reports.text.NumberText;
import io.omerta.sim.record.Chart;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** The look that all charts share. Logical fonts, so that an SVG names a generic family. */
final class ChartStyle {
    static final Font TITLE_FONT = new Font(Font.SANS_SERIF, Font.BOLD, 17);
    static final Font LABEL_FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    static final Font TICK_FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font REMARK_FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    static final Color INK = new Color(0x1F2328);
    static final Color SOFT_INK = new Color(0x57606A);
    static final Color GRID = new Color(0xE3E6EA);
    static final Color AXIS = new Color(0x8C959F);
    static final BasicStroke HAIRLINE = new BasicStroke(1f);
    static final BasicStroke LINE = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    /**
     * Colours told apart under all common colour deficiencies: Okabe and Ito, "Color Universal Design" (2008). Their
     * yellow is left out, it is too pale for a line on white; black comes last, as it is nearest to the references.
     */
    private static final List<Color> PALETTE = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xE69F00),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0x000000));

    /** Dashes told apart without colour, for reference lines. */
    private static final float[][] DASHES = {{7, 5}, {2, 4}, {10, 4, 2, 4}};

    private static final int LABEL_SIZE_MIN = 9;
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private ChartStyle() {}

    static Color colour(int series) {
        return PALETTE.get(series % PALETTE.size());
    }

    /** Solid for the first round of the palette; dashed where colours repeat. */
    static BasicStroke lineStroke(int series) {
        int round = series / PALETTE.size();
        return round == 0 ? LINE : dashed(round - 1, 2f);
    }

    static BasicStroke referenceStroke(int reference) {
        return dashed(reference, 1.6f);
    }

    private static BasicStroke dashed(int pattern, float width) {
        return new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASHES[pattern % DASHES.length], 0f);
    }

    static Color translucent(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    static String axisLabel(String label, String unit) {
        if (unit.isBlank()) {
            return label;
        }
        return label.isBlank() ? unit : label + " (" + unit + ")";
    }

    static String axisLabel(Chart.Axis axis) {
        return axisLabel(axis.label(), axis.unit());
    }

    /** Width in SVG units; a viewer's own font may be a little narrower or wider. */
    static double textWidth(String text, Font font) {
        return font.getStringBounds(text, METRICS).getWidth();
    }

    /** The largest font, from {@code font} down to 9 points, in which the text is not wider than {@code room}. */
    static Font fitting(String text, Font font, double room) {
        Font fitted = font;
        while (fitted.getSize() > LABEL_SIZE_MIN && textWidth(text, fitted) > room) {
            fitted = fitted.deriveFont((float) fitted.getSize() - 1);
        }
        return fitted;
    }

    static void styleAxis(Axis axis, String label, double room) {
        axis.setLabel(label.isBlank() ? null : label);
        axis.setLabelFont(fitting(label, LABEL_FONT, room));
        axis.setLabelPaint(INK);
        axis.setTickLabelFont(TICK_FONT);
        axis.setTickLabelPaint(SOFT_INK);
        axis.setAxisLinePaint(AXIS);
        axis.setTickMarkPaint(AXIS);
        axis.setTickMarkOutsideLength(4f);
        axis.setMinorTickMarksVisible(true);
        axis.setMinorTickMarkOutsideLength(2f);
    }

    /** Marks the place of a value that was not observed, which an empty place alone would show as zero. */
    static void drawNotObserved(Graphics2D graphics, double x, double y) {
        graphics.setFont(TICK_FONT);
        graphics.setPaint(SOFT_INK);
        TextUtils.drawAlignedString(NumberText.NOT_OBSERVED, graphics, (float) x, (float) y, TextAnchor.CENTER);
    }

    static void styleXyPlot(XYPlot plot) {
        stylePlot(plot);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static void styleCategoryPlot(CategoryPlot plot) {
        stylePlot(plot);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    private static void stylePlot(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(6, 0, 0, 0));
    }

    static LegendItem lineEntry(String name, Color colour, BasicStroke stroke) {
        Shape sample = new Line2D.Double(-14, 0, 14, 0);
        LegendItem item = new LegendItem(legendName(name), null, null, null, sample, stroke, colour);
        item.setLabelFont(TICK_FONT);
        return item;
    }

    static LegendItem areaEntry(String name, Color colour) {
        LegendItem item =
                new LegendItem(legendName(name), null, null, null, new Rectangle2D.Double(-6, -6, 12, 12), colour);
        item.setLabelFont(TICK_FONT);
        return item;
    }

    /** JFreeChart refuses an empty label. */
    private static String legendName(String name) {
        return name.isEmpty() ? " " : name;
    }
}
