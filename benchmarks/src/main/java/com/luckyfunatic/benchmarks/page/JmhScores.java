package com.luckyfunatic.benchmarks.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** The scores in a file that JMH wrote. Immutable. */
record JmhScores(List<Score> scores) {
    /**
     * One benchmark with its parameters.
     *
     * @param benchmark class and method
     * @param parameters such as "boosted=true", empty for none
     * @param error half of the 99.9 % confidence interval; not a number for a single iteration
     * @param unit such as ns/op
     * @param bytes allocated per operation
     */
    record Score(
            String benchmark,
            String parameters,
            double score,
            double error,
            String unit,
            double bytes) {
        private static Score of(JsonNode node) {
            String name = node.path("benchmark").asText();
            String shortName = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
            JsonNode primary = node.path("primaryMetric");
            return new Score(
                    shortName,
                    parameters(node.path("params")),
                    primary.path("score").asDouble(),
                    primary.path("scoreError").asDouble(Double.NaN),
                    primary.path("scoreUnit").asText(),
                    node.at("/secondaryMetrics/gc.alloc.rate.norm/score").asDouble());
        }

        private static String parameters(JsonNode params) {
            StringBuilder text = new StringBuilder();
            params.properties()
                    .forEach(each ->
                            text.append(text.isEmpty() ? "" : ", ")
                                    .append(each.getKey())
                                    .append('=')
                                    .append(each.getValue().asText()));
            return text.toString();
        }
    }

    static JmhScores of(JsonNode file) {
        return new JmhScores(
                StreamSupport.stream(file.spliterator(), false).map(Score::of).toList());
    }

    /** The score of a benchmark. */
    Score score(String benchmark, String parameters) {
        return scores.stream()
                .filter(score -> score.benchmark().equals(benchmark))
                .filter(score -> score.parameters().equals(parameters))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no score of " + benchmark));
    }

    /** All scores as a table. */
    String table() {
        Table table = new Table("benchmark", "score", "± (99.9 %)", "unit", "B/op");
        for (Score score : scores) {
            String parameters = score.parameters();
            table.row(
                    score.benchmark() + (parameters.isEmpty() ? "" : " (" + parameters + ")"),
                    Table.figure(score.score()),
                    Double.isNaN(score.error()) ? "–" : Table.figure(score.error()),
                    score.unit(),
                    String.format(Locale.ROOT, "%.0f", score.bytes()));
        }
        return table.toString();
    }
}
