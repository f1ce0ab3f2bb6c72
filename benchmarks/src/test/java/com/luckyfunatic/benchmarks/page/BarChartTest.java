package com.luckyfunatic.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.luckyfunatic.benchmarks.page.BarChart.Bar;
import com.luckyfunatic.benchmarks.page.BarChart.Scale;
import com.luckyfunatic.benchmarks.page.BarChart.Tone;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class BarChartTest {
    private static Document parsed(BarChart chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svg())));
    }

    private static List<Double> widths(Document svg) {
        return IntStream.range(0, svg.getElementsByTagName("rect").getLength())
                .mapToObj(i -> (Element) svg.getElementsByTagName("rect").item(i))
                .map(rect -> Double.valueOf(rect.getAttribute("width")))
                .toList();
    }

    @Test
    void a_linear_bar_is_as_long_as_its_share_of_the_longest() throws Exception {
        Document svg =
                parsed(
                        new BarChart("title", "/s", Scale.LINEAR)
                                .bars(
                                        List.of(
                                                new Bar("a", 50, Tone.PLAIN),
                                                new Bar("b", 200, Tone.PLAIN))));

        assertThat(widths(svg)).containsExactly(100.0, 400.0);
        assertThat(svg.getElementsByTagName("line").getLength()).isZero();
    }

    @Test
    void a_logarithmic_bar_grows_as_much_with_each_factor() throws Exception {
        Document svg =
                parsed(
                        new BarChart("title", "%", Scale.LOGARITHMIC)
                                .mark(2)
                                .bars(
                                        List.of(
                                                new Bar("a", 2, Tone.GOOD),
                                                new Bar("b", 4, Tone.BAD),
                                                new Bar("c", 8, Tone.GOOD))));

        List<Double> widths = widths(svg);
        assertThat(widths.get(1) - widths.get(0))
                .isCloseTo(widths.get(2) - widths.get(1), within(0.2));
        Element mark = (Element) svg.getElementsByTagName("line").item(0);
        assertThat(Double.parseDouble(mark.getAttribute("x1"))).isEqualTo(400 + widths.get(0));
    }

    @Test
    void names_are_text_whatever_they_contain() throws Exception {
        Document svg =
                parsed(
                        new BarChart("a < b & c", "%", Scale.LINEAR)
                                .bars(List.of(new Bar("<script>", 1, Tone.GOOD))));

        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("a < b & c");
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void without_bars_it_is_only_its_title() throws Exception {
        assertThat(widths(parsed(new BarChart("nothing", "%", Scale.LOGARITHMIC).mark(100))))
                .isEmpty();
    }
}
