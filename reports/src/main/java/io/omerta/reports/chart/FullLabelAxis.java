package io.omerta.reports.chart;

import java.awt.Graphics2D;
import java.io.Serial;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.G2TextMeasurer;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;

/**
 * A category axis that wraps labels at a width of their own. JFreeChart wraps at a part of the plot, which is one width
 * when it reserves room for the labels and another when it draws them.
 */
final class FullLabelAxis extends CategoryAxis {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LINES_MAX = 3;

    private final float labelWidth;

    /** @param labelWidth in SVG units */
    FullLabelAxis(double labelWidth) {
        this.labelWidth = (float) labelWidth;
    }

    @Override
    protected TextBlock createLabel(Comparable category, float width, RectangleEdge edge, Graphics2D graphics) {
        return TextUtils.createTextBlock(
                category.toString(),
                getTickLabelFont(category),
                getTickLabelPaint(category),
                labelWidth,
                LINES_MAX,
                new G2TextMeasurer(graphics));
    }
}
