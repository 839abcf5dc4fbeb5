package io.omerta.cli.diagram;

import io.omerta.protocol.language.document.MessageChart;
import io.omerta.protocol.language.document.MessageChart.Arrow;
import io.omerta.protocol.language.document.MessageChart.Branch;
import io.omerta.protocol.language.document.MessageChart.Fragment;
import io.omerta.protocol.language.document.MessageChart.Note;
import io.omerta.protocol.language.document.MessageChart.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws who sends what to whom as a sequence diagram of UML: a lifeline for each role, time running downwards, frames
 * around what is done alternatively, perhaps or repeatedly.
 */
public final class MessageChartSvg {
    private static final Svg.Font ROLE = new Svg.Font(13, true, Svg.INK);
    private static final Svg.Font MESSAGE = new Svg.Font(11, false, Svg.INK);
    private static final Svg.Font NOTE = new Svg.Font(11, false, Svg.INK);
    private static final Svg.Font FRAME = new Svg.Font(10, true, Svg.INK);
    private static final Svg.Font CONDITION = new Svg.Font(10, false, Svg.FAINT_INK);

    private static final double MARGIN = 16;
    private static final double HEAD_HEIGHT = 30;
    private static final double HEAD_PADDING = 14;
    private static final double MIN_GAP = 110;
    private static final double LABEL_PADDING = 14;
    private static final double ROW = 30;
    private static final double LOOP_WIDTH = 34;
    private static final double LOOP_HEIGHT = 14;
    private static final double NOTE_PADDING = 8;
    private static final double FRAME_INSET = 10;
    private static final double FRAME_GAP = 10;
    private static final double TAG_PADDING = 7;

    private final MessageChart chart;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    /** Middle of each role's column. */
    private final double[] middles;

    private final double width;
    private final List<Mark> marks = new ArrayList<>();
    private double y;

    /** What is drawn over the lifelines, whose length is known last. */
    private interface Mark {
        void draw(Svg svg);
    }

    private MessageChartSvg(MessageChart chart) {
        this.chart = chart;
        chart.roles().forEach(role -> columns.put(role, columns.size()));
        double border = MARGIN + FRAME_INSET * (depth(chart.steps()) + 1);
        Columns measured = new Columns(chart.roles().size(), MIN_GAP);
        for (int i = 0; i < chart.roles().size(); i++) {
            double half = headWidth(chart.roles().get(i)) / 2;
            measured.reserve(i, half, half);
        }
        measure(chart.steps(), measured);
        this.middles = measured.middles(border);
        this.width = Math.max(measured.end(border) + border, widestCondition(chart.steps(), 0) + 2 * MARGIN);
    }

    /** The picture, as a whole document. */
    public static String draw(MessageChart chart) {
        return new MessageChartSvg(chart).picture();
    }

    private static double headWidth(String role) {
        return Math.ceil(ROLE.width(role)) + 2 * HEAD_PADDING;
    }

    private static double noteWidth(Note note) {
        return Math.ceil(NOTE.width(note.text())) + 2 * NOTE_PADDING;
    }

    private void measure(List<Step> steps, Columns measured) {
        for (Step step : steps) {
            if (step instanceof Arrow arrow) {
                int from = column(arrow.from());
                int to = column(arrow.to());
                double label = MESSAGE.width(arrow.label()) + LABEL_PADDING;
                if (from == to) {
                    measured.reserve(from, 0, LOOP_WIDTH + label);
                } else {
                    measured.part(Math.min(from, to), Math.max(from, to), label + LABEL_PADDING);
                }
            } else if (step instanceof Note note) {
                measured.reserve(column(note.role()), noteWidth(note) / 2, noteWidth(note) / 2);
            } else if (step instanceof Fragment fragment) {
                fragment.branches().forEach(branch -> measure(branch.steps(), measured));
            }
        }
    }

    private static int depth(List<Step> steps) {
        int deepest = 0;
        for (Step step : steps) {
            if (step instanceof Fragment fragment) {
                for (Branch branch : fragment.branches()) {
                    deepest = Math.max(deepest, 1 + depth(branch.steps()));
                }
            }
        }
        return deepest;
    }

    private static double widestCondition(List<Step> steps, int depth) {
        double widest = 0;
        for (Step step : steps) {
            if (step instanceof Fragment fragment) {
                for (Branch branch : fragment.branches()) {
                    double own = tagWidth(fragment) + TAG_PADDING + CONDITION.width(shown(branch)) + FRAME_INSET;
                    widest = Math.max(widest, own + 2 * FRAME_INSET * depth);
                    widest = Math.max(widest, widestCondition(branch.steps(), depth + 1));
                }
            }
        }
        return widest;
    }

    private static double tagWidth(Fragment fragment) {
        return Math.ceil(FRAME.width(fragment.kind().word())) + 2 * TAG_PADDING;
    }

    private static String shown(Branch branch) {
        return "[" + branch.condition() + "]";
    }

    private String picture() {
        y = MARGIN + HEAD_HEIGHT + 12;
        layOut(chart.steps(), 0);
        double bottom = y + 6;
        Svg svg = new Svg(width, bottom + HEAD_HEIGHT + MARGIN, "Course of messages");
        for (double middle : middles) {
            svg.line(
                    new Svg.Point(middle, MARGIN + HEAD_HEIGHT),
                    new Svg.Point(middle, bottom),
                    "stroke=\"#9aa5b1\" stroke-dasharray=\"4 4\"");
        }
        marks.forEach(mark -> mark.draw(svg));
        heads(svg, MARGIN);
        heads(svg, bottom);
        return svg.finish();
    }

    private void heads(Svg svg, double top) {
        for (String role : chart.roles()) {
            double headWidth = headWidth(role);
            double middle = middles[column(role)];
            svg.rectangle(
                    middle - headWidth / 2,
                    top,
                    headWidth,
                    HEAD_HEIGHT,
                    5,
                    "fill=\"#dcebfb\" stroke=\"" + Svg.LINE + "\"");
            svg.text(middle, top + 20, "middle", ROLE, role);
        }
    }

    private void layOut(List<Step> steps, int depth) {
        for (Step step : steps) {
            if (step instanceof Arrow arrow) {
                layOut(arrow);
            } else if (step instanceof Note note) {
                layOut(note);
            } else if (step instanceof Fragment fragment) {
                layOut(fragment, depth);
            }
        }
    }

    private void layOut(Arrow arrow) {
        double from = middles[column(arrow.from())];
        double to = middles[column(arrow.to())];
        double line = y + ROW - 10;
        if (arrow.from().equals(arrow.to())) {
            marks.add(svg -> {
                svg.arrow(List.of(
                        new Svg.Point(from, line - LOOP_HEIGHT / 2),
                        new Svg.Point(from + LOOP_WIDTH, line - LOOP_HEIGHT / 2),
                        new Svg.Point(from + LOOP_WIDTH, line + LOOP_HEIGHT / 2),
                        new Svg.Point(from, line + LOOP_HEIGHT / 2)));
                svg.text(from + LOOP_WIDTH + 6, line + 4, "start", MESSAGE, arrow.label());
            });
        } else {
            marks.add(svg -> {
                svg.arrow(List.of(new Svg.Point(from, line + 4), new Svg.Point(to, line + 4)));
                label(svg, (from + to) / 2, line - 1, arrow.label());
            });
        }
        y += ROW;
    }

    /** On paper of its own, for it may cross lifelines. */
    private static void label(Svg svg, double middle, double baseline, String text) {
        double textWidth = MESSAGE.width(text) + 4;
        svg.rectangle(
                middle - textWidth / 2,
                baseline - MESSAGE.size(),
                textWidth,
                MESSAGE.lineHeight(),
                0,
                "fill=\"" + Svg.PAPER + "\"");
        svg.text(middle, baseline, "middle", MESSAGE, text);
    }

    private void layOut(Note note) {
        double top = y + 8;
        double noteWidth = noteWidth(note);
        double middle = middles[column(note.role())];
        marks.add(svg -> {
            svg.rectangle(middle - noteWidth / 2, top, noteWidth, 22, 3, "fill=\"#fdf3d7\" stroke=\"#b89b4a\"");
            svg.text(middle, top + 15, "middle", NOTE, note.text());
        });
        y += 8 + 22 + 4;
    }

    private void layOut(Fragment fragment, int depth) {
        y += FRAME_GAP;
        double top = y;
        double left = MARGIN + FRAME_INSET * depth;
        double frameWidth = width - 2 * left;
        List<Double> starts = new ArrayList<>();
        for (Branch branch : fragment.branches()) {
            if (!starts.isEmpty()) {
                y += 4;
            }
            starts.add(y);
            y += 18;
            layOut(branch.steps(), depth + 1);
        }
        y += 6;
        double height = y - top;
        marks.add(svg -> frame(svg, fragment, new Svg.Point(left, top), frameWidth, height, starts));
        y += 4;
    }

    private static void frame(
            Svg svg, Fragment fragment, Svg.Point corner, double frameWidth, double height, List<Double> starts) {
        double tagWidth = tagWidth(fragment);
        svg.rectangle(corner.x(), corner.y(), frameWidth, height, 3, "fill=\"none\" stroke=\"#7b8794\"");
        for (double divider : starts.subList(1, starts.size())) {
            svg.line(
                    new Svg.Point(corner.x(), divider),
                    new Svg.Point(corner.x() + frameWidth, divider),
                    "stroke=\"#7b8794\" stroke-dasharray=\"3 3\"");
        }
        svg.rectangle(corner.x(), corner.y(), tagWidth, 16, 3, "fill=\"#e6e9ee\" stroke=\"#7b8794\"");
        svg.text(
                corner.x() + TAG_PADDING,
                corner.y() + 12,
                "start",
                FRAME,
                fragment.kind().word());
        for (int i = 0; i < starts.size(); i++) {
            String text = shown(fragment.branches().get(i));
            double left = corner.x() + tagWidth + TAG_PADDING;
            svg.rectangle(left - 2, starts.get(i) + 2, CONDITION.width(text) + 4, 13, 0, "fill=\"" + Svg.PAPER + "\"");
            svg.text(left, starts.get(i) + 12, "start", CONDITION, text);
        }
    }

    private int column(String role) {
        return columns.getOrDefault(role, 0);
    }
}
