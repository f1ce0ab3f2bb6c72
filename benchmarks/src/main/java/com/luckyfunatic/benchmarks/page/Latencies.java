package com.luckyfunatic.benchmarks.page;

import com.luckyfunatic.benchmarks.http.HardResult;
import com.luckyfunatic.benchmarks.http.HttpResult;
import com.luckyfunatic.benchmarks.page.BarChart.Bar;
import com.luckyfunatic.benchmarks.page.BarChart.Tone;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How fast requests over HTTP were answered: the closed loops of each scenario. */
final class Latencies {
    private Latencies() {}

    /** Two bars for each scenario, milliseconds: half of all answers, and 99 of 100. */
    static List<Bar> in(Results results) {
        List<Bar> bars = new ArrayList<>();
        loads(results)
                .forEach((scenario, loads) -> {
                    bars.add(
                            bar(
                                    scenario + ", p50",
                                    Tone.PALE,
                                    loads,
                                    load -> load.latency().p50()));
                    bars.add(
                            bar(
                                    scenario + ", p99",
                                    Tone.PLAIN,
                                    loads,
                                    load -> load.latency().p99()));
                });
        return bars;
    }

    /** A bar for each scenario, answers a second. */
    static List<Bar> rates(Results results) {
        List<Bar> bars = new ArrayList<>();
        loads(results)
                .forEach((scenario, loads) ->
                        bars.add(
                                bar(
                                        scenario,
                                        Tone.PLAIN,
                                        loads,
                                        HttpResult.Load::requestsPerSecond)));
        return bars;
    }

    private static Bar bar(
            String name,
            Tone tone,
            List<HttpResult.Load> loads,
            ToDoubleFunction<HttpResult.Load> figure) {
        return new Bar(name, Medians.of(loads, figure), tone);
    }

    private static Map<String, List<HttpResult.Load>> loads(Results results) {
        Map<String, List<HttpResult.Load>> found = new LinkedHashMap<>();
        results.latest("http")
                .map(run -> run.read(RunDirectory.RESULT_FILE, HttpResult.class))
                .ifPresent(result -> add(found, result.loads(), ""));
        for (String storage : List.of("", "-distributed")) {
            results.latest("http-hard" + storage)
                    .map(run -> run.read(RunDirectory.RESULT_FILE, HardResult.class))
                    .ifPresent(result ->
                            add(
                                    found,
                                    result.scenarios().stream()
                                            .flatMap(each -> result.of(each).stream())
                                            .toList(),
                                    storage.replace('-', ' ')));
        }
        return found;
    }

    private static void add(
            Map<String, List<HttpResult.Load>> found, List<HttpResult.Load> loads, String where) {
        for (HttpResult.Load load : loads) {
            if (load.settings().mode().equals("closed")) {
                found.computeIfAbsent(load.settings().scenario() + where, _ -> new ArrayList<>())
                        .add(load);
            }
        }
    }
}
