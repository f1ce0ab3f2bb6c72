package com.luckyfunatic.benchmarks.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@link HardSuite}, in the order it was measured.
 *
 * @param storage what the server kept its data in
 * @param answerBytes size of one answer's body, by request; null of runs that had one yardstick of
 *     3 KB for all
 * @param loads one for each run; the whole histograms are in files of their own
 */
public record HardResult(
        String storage, @Nullable Map<String, Integer> answerBytes, List<HttpResult.Load> loads) {
    /** Copies the map and the list. */
    public HardResult {
        answerBytes = answerBytes == null ? null : new TreeMap<>(answerBytes);
        loads = List.copyOf(loads);
    }

    /** The scenarios beside the yardstick. */
    public List<String> scenarios() {
        return HardSuite.SCENARIOS.stream()
                .map(LoadScenario::label)
                .filter(label -> !of(label).isEmpty())
                .toList();
    }

    /** Compares a scenario with the yardstick that ran in the same round. */
    public HttpResult.Comparison comparison(String scenario) {
        LoadScenario yardstick =
                answerBytes == null
                        ? LoadScenario.HELLO_POST
                        : HardSuite.yardstick(LoadScenario.of(scenario));
        return HttpResult.compare(of(yardstick.label()), of(scenario));
    }

    /** The runs of a scenario, in order. */
    public List<HttpResult.Load> of(String scenario) {
        return HttpResult.select(loads, scenario, "closed");
    }
}
