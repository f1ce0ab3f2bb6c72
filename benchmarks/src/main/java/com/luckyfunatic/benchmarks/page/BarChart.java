package com.luckyfunatic.benchmarks.page;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A chart of horizontal bars as an SVG image: one bar to a line, its name before it, its value
 * after it. Readable on a light and on a dark page. Not thread-safe.
 */
final class BarChart {
    private static final int NAMES = 400;
    private static final int BARS = 400;
    private static final int VALUES = 110;
    private static final int LINE = 22;
    private static final int TOP = 44;
    private static final int TEXT_BASE = 14;

    private final String title;
    private final String unit;
    private final Scale scale;
    private final List<Bar> bars = new ArrayList<>();
    private @Nullable Double mark;

    /** How values become lengths. */
    enum Scale {
        /** From zero. */
        LINEAR,
        /** From half of the least value; for values that are far apart. */
        LOGARITHMIC
    }

    /** How a bar is coloured. */
    enum Tone {
        GOOD("#3a9d5d"),
        BAD("#d2691e"),
        PLAIN("#4f81bd"),
        PALE("#9db7d9");

        private final String colour;

        Tone(String colour) {
            this.colour = colour;
        }
    }

    /**
     * A bar.
     *
     * @param value above 0
     */
    record Bar(String name, double value, Tone tone) {
        Bar {
            if (!(value > 0 && Double.isFinite(value))) {
                throw new IllegalArgumentException(name + " has no length: " + value);
            }
        }
    }

    BarChart(String title, String unit, Scale scale) {
        this.title = title;
        this.unit = unit;
        this.scale = scale;
    }

    /** Draws a line through all bars at a value. */
    BarChart mark(double value) {
        mark = value;
        return this;
    }

    /** Adds bars, the first on top. */
    BarChart bars(List<Bar> more) {
        bars.addAll(more);
        return this;
    }

    /** Returns the image. */
    String svg() {
        StringWriter text = new StringWriter();
        try {
            draw(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.append('\n').toString();
    }

    private void draw(XMLStreamWriter out) throws XMLStreamException {
        int height = TOP + LINE * bars.size() + LINE / 2;
        int width = NAMES + BARS + VALUES;
        out.writeStartElement("svg");
        out.writeDefaultNamespace("http://www.w3.org/2000/svg");
        attribute(out, "viewBox", "0 0 " + width + " " + height);
        attribute(out, "font-family", "sans-serif");
        attribute(out, "font-size", "13");
        attribute(out, "fill", "#808080");
        out.writeStartElement("title");
        out.writeCharacters(title);
        out.writeEndElement();
        text(out, 8, TEXT_BASE + 6, "start", title);
        for (int i = 0; i < bars.size(); i++) {
            draw(out, bars.get(i), TOP + i * LINE);
        }
        if (mark != null && !bars.isEmpty()) {
            drawMark(out, mark, height);
        }
        out.writeEndElement();
        out.flush();
    }

    private void draw(XMLStreamWriter out, Bar bar, int top) throws XMLStreamException {
        double length = length(bar.value());
        text(out, NAMES - 8, top + TEXT_BASE, "end", bar.name());
        out.writeEmptyElement("rect");
        attribute(out, "x", number(NAMES));
        attribute(out, "y", number(top + 2));
        attribute(out, "width", number(length));
        attribute(out, "height", number(LINE - 6));
        attribute(out, "fill", bar.tone().colour);
        text(
                out,
                NAMES + length + 6,
                top + TEXT_BASE,
                "start",
                Table.figure(bar.value()) + " " + unit);
    }

    private void drawMark(XMLStreamWriter out, double value, int height) throws XMLStreamException {
        String at = number(NAMES + length(value));
        out.writeEmptyElement("line");
        attribute(out, "x1", at);
        attribute(out, "x2", at);
        attribute(out, "y1", number(TOP - 6));
        attribute(out, "y2", number(height - 4));
        attribute(out, "stroke", "#808080");
        attribute(out, "stroke-dasharray", "4 3");
    }

    private double length(double value) {
        double highest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        double most = mark == null ? highest : Math.max(mark, highest);
        if (scale == Scale.LINEAR) {
            return BARS * value / most;
        }
        double lowest = bars.stream().mapToDouble(Bar::value).min().orElse(1);
        double least = (mark == null ? lowest : Math.min(mark, lowest)) / 2;
        return BARS * Math.log(value / least) / Math.log(most / least);
    }

    private static void text(XMLStreamWriter out, double x, double y, String anchor, String words)
            throws XMLStreamException {
        out.writeStartElement("text");
        attribute(out, "x", number(x));
        attribute(out, "y", number(y));
        attribute(out, "text-anchor", anchor);
        out.writeCharacters(words);
        out.writeEndElement();
    }

    private static void attribute(XMLStreamWriter out, String name, String value)
            throws XMLStreamException {
        out.writeAttribute(name, value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
