package com.luckyfunatic.benchmarks.http;

import java.util.List;

/**
 * The result of {@link HardSuite}, in the order it was measured.
 *
 * @param storage what the server kept its data in
 * @param loads one for each run; the whole histograms are in files of their own
 */
public record HardResult(String storage, List<HttpResult.Load> loads) {
    /** Copies the list. */
    public HardResult {
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
        return HttpResult.compare(of(HardSuite.YARDSTICK.label()), of(scenario));
    }

    /** The runs of a scenario, in order. */
    public List<HttpResult.Load> of(String scenario) {
        return HttpResult.select(loads, scenario, "closed");
    }
}
