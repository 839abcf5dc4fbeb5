package io.omerta.reports.chart;

import io.omerta.sim.record.Chart;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.text.TextUtils;

/**
 * A chart laid out once and drawn as SVG and as PNG. The same chart gives the same bytes on the same fonts, in every
 * locale and time zone. Values that an axis cannot show are left out and counted in a line under the plot.
 */
public final class ChartDrawing {
    private static final int PNG_SCALE = 2;

    static {
        // Before the first AWT class reads it: a report is often written where there is no display.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        // Turned labels as text; the default draws their outlines.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private final Chart chart;
    private final JFreeChart layout;
    private final int width;
    private final int height;

    private ChartDrawing(Chart chart, Figure figure) {
        this.chart = chart;
        this.layout = figure.layout(chart.title());
        this.width = figure.width();
        this.height = figure.height();
    }

    /**
     * @throws IllegalArgumentException if the arrays of the chart do not fit each other
     * @throws IllegalStateException if this machine has no font; the message is one line for people
     */
    public static ChartDrawing of(Chart chart) {
        requireFonts();
        return new ChartDrawing(chart, figure(chart));
    }

    private static void requireFonts() {
        try {
            ChartStyle.textWidth("0", ChartStyle.TICK_FONT);
        } catch (LinkageError | InternalError | RuntimeException e) {
            // Which of them it is depends on what is missing: fonts, their configuration, or the native library.
            throw new IllegalStateException(
                    "charts need a font and this machine has none; install fontconfig and a font such as DejaVu Sans, "
                            + "then redraw the report with: omerta report RUN_DIR",
                    e);
        }
    }

    private static Figure figure(Chart chart) {
        if (chart instanceof Chart.Lines lines) {
            return LinesFigure.of(lines);
        }
        if (chart instanceof Chart.StackedAreas areas) {
            return StackedAreasFigure.of(areas);
        }
        if (chart instanceof Chart.Bars bars) {
            return BarsFigure.of(bars);
        }
        if (chart instanceof Chart.Boxes boxes) {
            return BoxesFigure.of(boxes);
        }
        if (chart instanceof Chart.HeatMap heatMap) {
            return HeatMapFigure.of(heatMap);
        }
        throw new AssertionError("no figure draws " + chart.getClass().getName());
    }

    /**
     * An {@code svg} element without XML declaration: as wide as its container, in generic font families.
     *
     * @param idPrefix starts every id inside, so that several drawings can share a page; letters, digits, dash, dot or
     *     underscore, starting with a letter
     */
    public String svg(String idPrefix) {
        SvgCanvas canvas = new SvgCanvas(idPrefix, width, height);
        draw(canvas.graphics());
        return canvas.text(chart.title(), chart.caption());
    }

    /** A PNG image with two pixels for each unit of the SVG: 1600 pixels wide for a chart of the usual size. */
    public byte[] png() {
        BufferedImage image = new BufferedImage(width * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(PNG_SCALE, PNG_SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        draw(graphics);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void draw(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        layout.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    }
}
