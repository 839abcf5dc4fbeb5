/**
 * Draws a {@link io.omerta.sim.record.Chart} as SVG and PNG. One class per kind of chart; {@link
 * io.omerta.reports.chart.ChartDrawing} is the entry. JFreeChart lays out, Batik writes the SVG.
 */
@NullMarked
package io.omerta.reports.chart;

import org.jspecify.annotations.NullMarked;
