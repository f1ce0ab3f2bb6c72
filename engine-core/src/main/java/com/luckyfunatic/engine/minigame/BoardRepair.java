package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares leaderboards with the recorded runs they are made of, and makes anew those that differ:
 * a store may have lost a board, or the last of what it counted. Thread-safe; calls block on the
 * storage. Two at once do no harm.
 */
public final class BoardRepair {
    /** How long a score may be on its way to its board, other servers' clocks included. */
    static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final Leaderboards boards;

    /** Compares boards of {@code boards}. */
    public BoardRepair(Leaderboards boards) {
        this.boards = boards;
    }

    /**
     * What a comparison came to.
     *
     * @param board which leaderboard was compared
     * @param players how many are on it, or should be
     * @param differing how many of them stand elsewhere than their recorded runs say
     */
    public record Comparison(BoardId board, long players, long differing) {
        /** Returns whether each player stands where he should. */
        public boolean isRight() {
            return differing == 0;
        }
    }

    /**
     * Compares a leaderboard with {@code runs}. Players whose last score may still be on its way
     * are left to the next comparison.
     *
     * @param nowMillis the present moment, epoch milliseconds
     */
    public Comparison compare(BoardRuns runs, long nowMillis) {
        // The board first: whatever counts on it by now is recorded when the runs are read.
        Map<PlayerId, BoardPlace> shown = shown(runs.board());
        Map<PlayerId, BoardEntry> recorded = new HashMap<>();
        Set<PlayerId> moving = new HashSet<>();
        Board empty = new Board(runs.settings(), false);
        long since = nowMillis - ON_ITS_WAY.toMillis();
        runs.forEach(run -> {
            BoardRuns.count(empty, recorded, BoardRuns.submission(run));
            if (countsSince(run) >= since) {
                moving.add(run.player());
            }
        });
        Set<PlayerId> players = new HashSet<>(shown.keySet());
        players.addAll(recorded.keySet());
        long differing =
                players.stream()
                        .filter(player -> !moving.contains(player))
                        .filter(player -> differs(runs, shown.get(player), recorded.get(player)))
                        .count();
        return new Comparison(runs.board(), players.size(), differing);
    }

    /**
     * Compares, and makes the leaderboard anew when it differs.
     *
     * @return what the comparison came to
     */
    public Comparison repair(BoardRuns runs, long nowMillis) {
        Comparison comparison = compare(runs, nowMillis);
        if (!comparison.isRight()) {
            rebuild(runs);
        }
        return comparison;
    }

    /**
     * Makes a leaderboard anew from all that is recorded. While that goes on, standings are
     * incomplete; scores that come meanwhile count.
     */
    public void rebuild(BoardRuns runs) {
        boards.drop(runs.board());
        boards.open(runs.board(), runs.settings());
        runs.forEach(run -> boards.submit(runs.board(), BoardRuns.submission(run)));
    }

    private Map<PlayerId, BoardPlace> shown(BoardId board) {
        Map<PlayerId, BoardPlace> shown = new HashMap<>();
        BoardPlace after = null;
        Page<RankedPlace> page;
        do {
            page = boards.page(board, after, Page.LIMIT_MAX);
            for (RankedPlace each : page.items()) {
                after = each.place();
                shown.put(after.player(), after);
            }
        } while (page.hasMore());
        return shown;
    }

    private static boolean differs(
            BoardRuns runs, @Nullable BoardPlace shown, @Nullable BoardEntry recorded) {
        return recorded == null || !recorded.place(runs.settings().scoring()).equals(shown);
    }

    private static long countsSince(MinigameRun run) {
        RunScore score = BoardRuns.score(run);
        RunReview review = score.review();
        return review == null ? score.atMillis() : Math.max(score.atMillis(), review.atMillis());
    }
}
