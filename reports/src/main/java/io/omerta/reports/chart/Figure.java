package io.omerta.reports.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/**
 * What a kind of chart contributes to a drawing; title, legend and remarks are set alike for all of them.
 *
 * @param plot axes and marks
 * @param legend one entry per series, shown when there is more than one
 * @param sides titles beside the plot, such as a colour scale
 * @param remarks what could not be drawn, a sentence each
 * @param width in SVG units
 * @param height in SVG units, remarks included
 */
record Figure(Plot plot, LegendItemCollection legend, List<Title> sides, List<String> remarks, int width, int height) {
    static final int WIDTH = 800;
    static final int HEIGHT = 450;

    static Figure of(Plot plot, LegendItemCollection legend, List<String> remarks) {
        return new Figure(plot, legend, List.of(), remarks, WIDTH, HEIGHT);
    }

    Figure tall(int newHeight) {
        return new Figure(plot, legend, sides, remarks, width, newHeight);
    }

    JFreeChart layout(String title) {
        JFreeChart chart = new JFreeChart(null, ChartStyle.LABEL_FONT, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setBorderVisible(false);
        chart.setPadding(new RectangleInsets(14, 16, 12, 36));
        if (!title.isBlank()) {
            chart.setTitle(line(title, ChartStyle.TITLE_FONT, ChartStyle.INK, RectangleEdge.TOP));
        }
        if (legend.getItemCount() > 1) {
            chart.addSubtitle(legendTitle());
        }
        sides.forEach(chart::addSubtitle);
        // Subtitles at the bottom stack upwards.
        for (int i = remarks.size() - 1; i >= 0; i--) {
            chart.addSubtitle(line(remarks.get(i), ChartStyle.REMARK_FONT, ChartStyle.SOFT_INK, RectangleEdge.BOTTOM));
        }
        return chart;
    }

    private LegendTitle legendTitle() {
        LegendTitle title = new LegendTitle(
                () -> legend,
                new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 10, 2),
                new ColumnArrangement());
        title.setItemFont(ChartStyle.TICK_FONT);
        title.setItemPaint(ChartStyle.INK);
        title.setPosition(RectangleEdge.TOP);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setFrame(BlockBorder.NONE);
        title.setItemLabelPadding(new RectangleInsets(2, 4, 2, 8));
        title.setPadding(0, 0, 6, 0);
        return title;
    }

    private static TextTitle line(String text, Font font, Color paint, RectangleEdge position) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(paint);
        title.setPosition(position);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPadding(position == RectangleEdge.TOP ? 0 : 6, 0, position == RectangleEdge.TOP ? 8 : 0, 0);
        return title;
    }
}
