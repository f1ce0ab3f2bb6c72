package com.luckyfunatic.benchmarks.crash;

import java.util.List;

/**
 * The result of a campaign.
 *
 * @param serverOptions options of the server's JVM besides the usual ones
 * @param scenarios in the order in which they were run
 */
public record CampaignResult(List<String> serverOptions, List<CrashResult> scenarios) {
    /** Copies the lists. */
    public CampaignResult {
        serverOptions = List.copyOf(serverOptions);
        scenarios = List.copyOf(scenarios);
    }

    /** How many scenarios a whole campaign has. */
    public static int scenariosInAll() {
        return Scenario.values().length;
    }

    /** How many promises were broken. */
    public long violations() {
        return scenarios.stream().mapToLong(CrashResult::violations).sum();
    }
}
