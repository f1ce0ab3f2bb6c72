package com.luckyfunatic.benchmarks.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plots beside the page of results, from the latest run of each command. */
public final class Plots {
    private Plots() {}

    /** Writes them into {@code directory}. */
    public static void write(Path directory, Path results) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> plot : all(results).entrySet()) {
            Files.writeString(directory.resolve(plot.getKey()), plot.getValue(), UTF_8);
        }
    }

    /** Returns each plot, an SVG image, by the name of its file. */
    static Map<String, String> all(Path results) throws IOException {
        Results runs = Results.in(results);
        Map<String, String> plots = new LinkedHashMap<>();
        plots.put(
                "reached.svg",
                new BarChart(
                                "Measured, in per cent of what is to be reached",
                                "%",
                                BarChart.Scale.LOGARITHMIC)
                        .mark(100)
                        .bars(Goals.in(runs))
                        .svg());
        plots.put(
                "http-latency.svg",
                new BarChart(
                                "Answers of the server over HTTP, closed loop: p50 and p99",
                                "ms",
                                BarChart.Scale.LOGARITHMIC)
                        .bars(Latencies.in(runs))
                        .svg());
        plots.put(
                "http-rate.svg",
                new BarChart(
                                "Requests a second over HTTP, closed loop",
                                "/s",
                                BarChart.Scale.LINEAR)
                        .bars(Latencies.rates(runs))
                        .svg());
        return plots;
    }
}
