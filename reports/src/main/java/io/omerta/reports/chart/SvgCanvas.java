package io.omerta.reports.chart;

import io.omerta.reports.text.Markup;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Records drawing operations as one {@code svg} element. */
final class SvgCanvas {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /** Families as wide as the one that a JVM on Linux lays out with, then whatever the viewer has. */
    private static final String FONT_FAMILIES = "'DejaVu Sans', Verdana, sans-serif";

    /** The smallest part of its size in which a drawing can be read. */
    private static final double LEGIBLE_SCALE = 0.64;

    private final String idPrefix;
    private final int width;
    private final int height;
    private final MeasuringGraphics graphics;

    SvgCanvas(String idPrefix, int width, int height) {
        this.idPrefix = idPrefix;
        this.width = width;
        this.height = height;
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(NAMESPACE, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setIDGenerator(new PrefixedIds(idPrefix));
        context.setPrecision(2);
        context.setComment(null);
        graphics = new MeasuringGraphics(context);
        graphics.setSVGCanvasSize(new Dimension(width, height));
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** The drawing, named and described for readers who cannot see it. */
    String text(String title, String description) {
        Element root = graphics.getRoot();
        root.setAttribute("width", "100%");
        root.setAttribute("font-family", FONT_FAMILIES);
        root.removeAttribute("height");
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        // Where a page is narrower, its reader scrolls: the text would be too small to read.
        root.setAttribute("style", "min-width:" + Math.round(width * LEGIBLE_SCALE) + "px");
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", idPrefix + "-title");
        root.setAttribute("aria-describedby", idPrefix + "-desc");
        NodeList elements = root.getElementsByTagNameNS(NAMESPACE, "*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            // The root names the families once.
            element.removeAttribute("font-family");
            // Batik gives one id to the definitions of every drawing; nothing refers to it.
            if (element.getTagName().equals("defs")) {
                element.removeAttribute("id");
            }
        }
        graphics.fixTextWidths(root);
        StringWriter text = new StringWriter(1 << 14);
        try {
            graphics.stream(root, text, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return described(Markup.legal(text.toString()), title, description);
    }

    private String described(String document, String title, String description) {
        int start = document.indexOf("<svg");
        int bodyStart = document.indexOf('>', start) + 1;
        return document.substring(start, bodyStart)
                + "<title id=\"" + idPrefix + "-title\">" + Markup.escape(title) + "</title>"
                + "<desc id=\"" + idPrefix + "-desc\">" + Markup.escape(description) + "</desc>"
                + document.substring(bodyStart).stripTrailing();
    }

    /**
     * Remembers the width of each text as it was laid out, so that a viewer with another font draws it as wide: aligned
     * where it was aligned, and never over its neighbour.
     */
    private static final class MeasuringGraphics extends SVGGraphics2D {
        private final List<Integer> widths = new ArrayList<>();

        MeasuringGraphics(SVGGeneratorContext context) {
            super(context, false);
        }

        @Override
        public void drawString(String text, float x, float y) {
            super.drawString(text, x, y);
            widths.add(getFontMetrics().stringWidth(text));
        }

        void fixTextWidths(Element root) {
            NodeList texts = root.getElementsByTagNameNS(NAMESPACE, "text");
            for (int i = 0; i < texts.getLength(); i++) {
                Element text = (Element) texts.item(i);
                if (widths.get(i) > 0) {
                    text.setAttribute("textLength", Integer.toString(widths.get(i)));
                    text.setAttribute("lengthAdjust", "spacingAndGlyphs");
                }
            }
        }
    }

    /** Numbers ids in order of use within one drawing. */
    private static final class PrefixedIds extends SVGIDGenerator {
        private final String prefix;
        private final Map<String, Integer> last = new LinkedHashMap<>();

        PrefixedIds(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public String generateID(String kind) {
            return prefix + "-" + kind + last.merge(kind, 1, Integer::sum);
        }
    }
}
