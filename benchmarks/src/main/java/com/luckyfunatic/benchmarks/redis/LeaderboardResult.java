package com.luckyfunatic.benchmarks.redis;

import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The result of {@link LeaderboardSuite}: rounds in turn.
 *
 * @param server what was asked
 * @param callers how many asked at once, over one connection
 */
public record LeaderboardResult(String server, int callers, List<Workload> workloads) {

    /**
     * One question, asked of a leaderboard and of a bare sorted set.
     *
     * @param entries how many players each has
     */
    public record Workload(String name, int entries, List<Round> board, List<Round> bare) {
        /** The board's rate as a share of the bare commands', the median of neighbouring rounds. */
        public double ratio() {
            return Medians.of(
                    IntStream.range(0, board.size())
                            .mapToObj(i -> board.get(i).perSecond() / bare.get(i).perSecond())
                            .toList());
        }

        /** Operations of the board per second, the median. */
        public double perSecond() {
            return Medians.of(board, Round::perSecond);
        }
    }
}
