package com.luckyfunatic.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.luckyfunatic.benchmarks.page.BarChart.Bar;
import com.luckyfunatic.benchmarks.page.BarChart.Scale;
import com.luckyfunatic.benchmarks.page.BarChart.Tone;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        Document svg = parsed(new BarChart("nothing", "%", Scale.LOGARITHMIC).mark(100));

        assertThat(widths(svg)).isEmpty();
        assertThat(svg.getElementsByTagName("line").getLength()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_mark_above_all_bars_stays_in_the_image(Scale scale) throws Exception {
        Document svg =
                parsed(
                        new BarChart("title", "%", scale)
                                .mark(100)
                                .bars(List.of(new Bar("a", 7, Tone.BAD))));

        Element mark = (Element) svg.getElementsByTagName("line").item(0);
        assertThat(Double.parseDouble(mark.getAttribute("x1"))).isEqualTo(800);
        assertThat(widths(svg).getFirst()).isBetween(1.0, 399.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void what_has_no_length_is_no_bar(double value) {
        assertThatThrownBy(() -> new Bar("a", value, Tone.GOOD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a has no length");
    }
}
