package com.luckyfunatic.benchmarks.mysql;

import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import java.util.List;
import java.util.Map;

/**
 * The result of {@link MySqlSuite}: rounds in turn.
 *
 * @param server the version that the server gives itself
 * @param settings what the server says about how it writes, by the variables' names
 * @param callers how many asked at once
 * @param connections how many connections the yardstick might use
 */
public record MySqlResult(
        String server,
        Map<String, String> settings,
        int callers,
        int connections,
        List<Round> groupCommit,
        List<Round> oneCommitEach) {
    /** Returns how many times the rate of one commit each the group commit reached. */
    public double ratio() {
        return Medians.of(groupCommit, Round::perSecond)
                / Medians.of(oneCommitEach, Round::perSecond);
    }
}
