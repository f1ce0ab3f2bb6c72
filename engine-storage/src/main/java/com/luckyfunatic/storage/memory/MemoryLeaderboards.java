package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.LeaderboardRules;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.storage.leaderboard.Ranking;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Leaderboards by their id, each under a lock of its own. Thread-safe. */
final class MemoryLeaderboards implements Leaderboards {
    private final ConcurrentMap<BoardId, Slot> boards = new ConcurrentHashMap<>();
    private final OpenState open;

    MemoryLeaderboards(OpenState open) {
        this.open = open;
    }

    /** One board. Thread-safe. */
    private static final class Slot {
        private final Map<PlayerId, BoardEntry> entries = new HashMap<>();
        private final Ranking ranking;
        private Board board;

        Slot(BoardSettings settings) {
            board = new Board(settings, false);
            ranking = new Ranking(board.order());
        }

        synchronized Board board() {
            return board;
        }

        synchronized SubmissionOutcome submit(Submission submission) {
            BoardEntry before = entries.get(submission.player());
            SubmissionOutcome outcome = LeaderboardRules.submit(board, before, submission);
            if (outcome instanceof SubmissionOutcome.Counted(BoardEntry entry)) {
                entries.put(entry.player(), entry);
                ranking.put(entry.place(board.settings().scoring()));
            }
            return outcome;
        }

        synchronized boolean remove(PlayerId player) {
            BoardEntry before = entries.get(player);
            entries.put(player, LeaderboardRules.remove(player, before));
            ranking.remove(player);
            return before != null && !before.removed();
        }

        synchronized void freeze() {
            board = new Board(board.settings(), true);
        }

        synchronized @Nullable BoardEntry entry(PlayerId player) {
            return entries.get(player);
        }

        synchronized Optional<RankedPlace> rank(PlayerId player) {
            return ranking.rank(player);
        }

        synchronized List<RankedPlace> around(PlayerId player, int limit) {
            return ranking.around(player, limit);
        }

        synchronized Page<RankedPlace> page(@Nullable BoardPlace after, int limit) {
            return Page.ofOneMore(ranking.after(after, limit + 1), limit);
        }

        synchronized int size() {
            return ranking.size();
        }
    }

    private Optional<Slot> slot(BoardId board) {
        open.require();
        return Optional.ofNullable(boards.get(board));
    }

    @Override
    public Board open(BoardId board, BoardSettings settings) {
        open.require();
        return boards.computeIfAbsent(board, _ -> new Slot(settings)).board();
    }

    @Override
    public Optional<Board> find(BoardId board) {
        return slot(board).map(Slot::board);
    }

    @Override
    public SubmissionOutcome submit(BoardId board, Submission submission) {
        return slot(board)
                .map(slot -> slot.submit(submission))
                .orElseGet(() -> LeaderboardRules.submit(null, null, submission));
    }

    @Override
    public Optional<BoardEntry> entry(BoardId board, PlayerId player) {
        return slot(board).map(slot -> slot.entry(player));
    }

    @Override
    public Optional<RankedPlace> rank(BoardId board, PlayerId player) {
        return slot(board).flatMap(slot -> slot.rank(player));
    }

    @Override
    public List<RankedPlace> around(BoardId board, PlayerId player, int limit) {
        Page.requireLimit(limit);
        return slot(board).map(slot -> slot.around(player, limit)).orElse(List.of());
    }

    @Override
    public Page<RankedPlace> page(BoardId board, @Nullable BoardPlace after, int limit) {
        Page.requireLimit(limit);
        return slot(board)
                .map(slot -> slot.page(after, limit))
                .orElseGet(() -> new Page<>(List.of(), false));
    }

    @Override
    public long size(BoardId board) {
        return slot(board).map(Slot::size).orElse(0);
    }

    @Override
    public boolean remove(BoardId board, PlayerId player) {
        return slot(board).map(slot -> slot.remove(player)).orElse(false);
    }

    @Override
    public boolean freeze(BoardId board) {
        Optional<Slot> slot = slot(board);
        slot.ifPresent(Slot::freeze);
        return slot.isPresent();
    }

    @Override
    public void drop(BoardId board) {
        open.require();
        boards.remove(board);
    }
}
