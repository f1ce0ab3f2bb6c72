package com.luckyfunatic.benchmarks.mysql;

import com.luckyfunatic.benchmarks.run.Round;
import java.util.List;

/**
 * The result of {@link MySqlSuite}: rounds in turn.
 *
 * @param server the version that the server gives itself
 * @param callers how many asked at once
 * @param connections how many connections each of the two might use
 */
public record MySqlResult(
        String server,
        int callers,
        int connections,
        List<Round> groupCommit,
        List<Round> oneCommitEach) {}
