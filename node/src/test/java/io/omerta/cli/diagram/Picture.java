package io.omerta.cli.diagram;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture, read as a viewer reads it. */
final class Picture {
    private final Document document;

    private Picture(Document document) {
        this.document = document;
    }

    /** A stretch of the picture. */
    record Area(String what, double left, double top, double right, double bottom) {
        boolean overlaps(Area other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean isWithin(Area other) {
            return other.left <= left && right <= other.right && other.top <= top && bottom <= other.bottom;
        }
    }

    /** Fails if the picture is not well-formed XML. */
    static Picture read(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Picture(factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The picture as kept among the tests' resources; with {@code -Domerta.golden=write} it is kept anew, and the
     * difference wants to be looked at.
     */
    static String kept(String name, String drawn) throws IOException {
        Path file = Path.of("src/test/resources/io/omerta/cli/diagram").resolve(name);
        if ("write".equals(System.getProperty("omerta.golden"))) {
            Files.writeString(file, drawn);
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    Area whole() {
        Element root = document.getDocumentElement();
        return new Area("picture", 0, 0, number(root, "width"), number(root, "height"));
    }

    List<String> texts() {
        return elements("text").stream().map(Element::getTextContent).toList();
    }

    /** Where the texts are, by the widths of the typeface. */
    List<Area> textAreas() {
        return elements("text").stream().map(Picture::area).toList();
    }

    /** Rectangles with corners of a radius. */
    List<Area> rectangles(String radius) {
        return elements("rect").stream()
                .filter(rectangle -> rectangle.getAttribute("rx").equals(radius))
                .map(rectangle -> new Area(
                        "rectangle",
                        number(rectangle, "x"),
                        number(rectangle, "y"),
                        number(rectangle, "x") + number(rectangle, "width"),
                        number(rectangle, "y") + number(rectangle, "height")))
                .toList();
    }

    private static Area area(Element text) {
        double size = number(text, "font-size");
        double width = Typeface.width(
                text.getTextContent(), size, text.getAttribute("font-weight").equals("bold"));
        double x = number(text, "x");
        double left =
                switch (text.getAttribute("text-anchor")) {
                    case "middle" -> x - width / 2;
                    case "end" -> x - width;
                    default -> x;
                };
        double baseline = number(text, "y");
        return new Area(text.getTextContent(), left, baseline - size, left + width, baseline);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private List<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
