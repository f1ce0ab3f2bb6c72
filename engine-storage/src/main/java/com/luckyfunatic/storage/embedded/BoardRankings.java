package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.storage.leaderboard.Ranking;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order of the boards that somebody has asked for, as of what is committed; some 120 bytes for
 * a place. A board stays until it is dropped. The writer changes them, any thread reads.
 */
final class BoardRankings {
    private final ConcurrentMap<BoardId, Loaded> loaded = new ConcurrentHashMap<>();

    /** One board. Thread-safe. */
    static final class Loaded {
        private final Scoring scoring;
        private final Ranking ranking;

        Loaded(Board board, List<BoardEntry> entries) {
            scoring = board.settings().scoring();
            ranking = new Ranking(scoring.order());
            entries.forEach(this::put);
        }

        private synchronized void put(BoardEntry entry) {
            if (entry.removed()) {
                ranking.remove(entry.player());
            } else {
                ranking.put(entry.place(scoring));
            }
        }

        synchronized <T> T read(Function<Ranking, T> question) {
            return question.apply(ranking);
        }
    }

    @Nullable Loaded get(BoardId board) {
        return loaded.get(board);
    }

    void loaded(BoardId board, Loaded ranking) {
        loaded.put(board, ranking);
    }

    void changed(BoardId board, BoardEntry entry) {
        Loaded ranking = loaded.get(board);
        if (ranking != null) {
            ranking.put(entry);
        }
    }

    void dropped(BoardId board) {
        loaded.remove(board);
    }
}
