package io.omerta.cli.diagram;

import java.util.List;
import java.util.Locale;

/** Writes the elements of a picture; coordinates in pixels, from the top left. */
final class Svg {
    static final String INK = "#1c1c1c";
    static final String FAINT_INK = "#5a5a5a";
    static final String LINE = "#4a5568";
    static final String PAPER = "#ffffff";

    private final StringBuilder out = new StringBuilder();

    /** @param title for people who cannot see the picture */
    Svg(double width, double height, String title) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$s\" height=\"%2$s\""
                        + " viewBox=\"0 0 %1$s %2$s\" role=\"img\" font-family=\"%3$s\">\n",
                number(Math.ceil(width)),
                number(Math.ceil(height)),
                Typeface.FAMILY));
        out.append("<title>").append(escape(title)).append("</title>\n");
        out.append("<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\""
                + " markerHeight=\"8\" orient=\"auto\" markerUnits=\"userSpaceOnUse\">"
                + "<path d=\"M0 0L10 5L0 10z\" fill=\"" + LINE + "\"/></marker></defs>\n");
        rectangle(0, 0, Math.ceil(width), Math.ceil(height), 0, "fill=\"" + PAPER + "\"");
    }

    void rectangle(double x, double y, double width, double height, double radius, String style) {
        out.append("<rect x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append(radius > 0 ? "\" rx=\"" + number(radius) : "")
                .append("\" ")
                .append(style)
                .append("/>\n");
    }

    void circle(double x, double y, double radius, String style) {
        out.append("<circle cx=\"")
                .append(number(x))
                .append("\" cy=\"")
                .append(number(y))
                .append("\" r=\"")
                .append(number(radius))
                .append("\" ")
                .append(style)
                .append("/>\n");
    }

    void line(Point from, Point to, String style) {
        path(List.of(from, to), style);
    }

    void arrow(List<Point> points) {
        path(points, "stroke=\"" + LINE + "\" stroke-width=\"1.2\" marker-end=\"url(#arrow)\"");
    }

    /** A line through points, with rounded corners. */
    void path(List<Point> points, String style) {
        out.append("<path d=\"M").append(point(points.get(0)));
        for (int i = 1; i + 1 < points.size(); i++) {
            Point corner = points.get(i);
            out.append('L').append(point(towards(corner, points.get(i - 1))));
            out.append('Q').append(point(corner)).append(' ').append(point(towards(corner, points.get(i + 1))));
        }
        out.append('L').append(point(points.get(points.size() - 1)));
        out.append("\" fill=\"none\" ").append(style).append("/>\n");
    }

    /**
     * A line of text.
     *
     * @param x of its start, middle or end, as {@code anchor} says
     * @param baseline what the letters stand on
     * @param anchor {@code start}, {@code middle} or {@code end}
     */
    void text(double x, double baseline, String anchor, Font font, String text) {
        out.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(baseline))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" font-size=\"")
                .append(number(font.size()))
                .append(font.bold() ? "\" font-weight=\"bold" : "")
                .append("\" fill=\"")
                .append(font.colour())
                .append("\">")
                .append(escape(text))
                .append("</text>\n");
    }

    /** The picture. */
    String finish() {
        return out.append("</svg>\n").toString();
    }

    /** A place. */
    record Point(double x, double y) {}

    /** How text is set. */
    record Font(double size, boolean bold, String colour) {
        /** Distance from one baseline to the next. */
        double lineHeight() {
            return Math.ceil(size * 1.3);
        }

        double width(String text) {
            return Typeface.width(text, size, bold);
        }
    }

    /** Text as XML; characters that XML cannot hold become question marks. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean allowed = (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !Character.isISOControl(c))
                            && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
                    escaped.appendCodePoint(allowed ? c : '?');
                }
            }
        });
        return escaped.toString();
    }

    /** Where a rounded corner begins: a few pixels from it, or half way if the next one is near. */
    private static Point towards(Point corner, Point other) {
        double length = Math.hypot(other.x() - corner.x(), other.y() - corner.y());
        double part = length == 0 ? 0 : Math.min(6, length / 2) / length;
        return new Point(corner.x() + (other.x() - corner.x()) * part, corner.y() + (other.y() - corner.y()) * part);
    }

    private static String point(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    /** With at most one decimal: finer differences cannot be seen. */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        String whole = tenths / 10 == 0 && tenths < 0 ? "-0" : Long.toString(tenths / 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : whole + "." + Math.abs(tenths % 10);
    }
}
