package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.LeaderboardRefusal;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leaderboards as plainly as they can be, for comparing others with: simple sorted lists. Takes
 * time in proportion to everything it has ever been told. Thread-safe.
 */
public final class ModelLeaderboards implements Leaderboards {
    private static final Scoring ANY = new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER);

    private final Map<BoardId, ModelBoard> boards = new HashMap<>();

    @Override
    public synchronized Board open(BoardId board, BoardSettings settings) {
        return view(boards.computeIfAbsent(board, _ -> new ModelBoard(settings)));
    }

    private static Board view(ModelBoard board) {
        return new Board(board.settings(), board.isFrozen());
    }

    @Override
    public synchronized Optional<Board> find(BoardId board) {
        return Optional.ofNullable(boards.get(board)).map(ModelLeaderboards::view);
    }

    @Override
    public synchronized SubmissionOutcome submit(BoardId board, Submission submission) {
        ModelBoard model = boards.get(board);
        if (model != null) {
            return model.submit(submission);
        }
        SubmissionOutcome anywhere =
                new ModelBoard(new BoardSettings(ANY, BoardSettings.NEVER)).submit(submission);
        return anywhere instanceof SubmissionOutcome.Refused
                ? anywhere
                : new SubmissionOutcome.Refused(LeaderboardRefusal.UNKNOWN_BOARD);
    }

    @Override
    public synchronized Optional<BoardEntry> entry(BoardId board, PlayerId player) {
        return Optional.ofNullable(boards.get(board)).map(model -> model.entry(player));
    }

    private List<RankedPlace> places(BoardId board) {
        ModelBoard model = boards.get(board);
        return model == null ? List.of() : model.places();
    }

    @Override
    public synchronized Optional<RankedPlace> rank(BoardId board, PlayerId player) {
        return places(board).stream()
                .filter(each -> each.place().player().equals(player))
                .findFirst();
    }

    @Override
    public synchronized List<RankedPlace> around(BoardId board, PlayerId player, int limit) {
        Page.requireLimit(limit);
        List<RankedPlace> all = places(board);
        return rank(board, player)
                .map(own -> {
                    long wanted = own.rank() - 1 - limit / 2;
                    int from = (int) Math.max(0, Math.min(wanted, all.size() - limit));
                    return all.subList(from, Math.min(all.size(), from + limit));
                })
                .orElse(List.of());
    }

    @Override
    public synchronized Page<RankedPlace> page(
            BoardId board, @Nullable BoardPlace after, int limit) {
        Page.requireLimit(limit);
        ModelBoard model = boards.get(board);
        if (model == null) {
            return new Page<>(List.of(), false);
        }
        var order = model.settings().scoring().order();
        return Page.ofOneMore(
                model.places().stream()
                        .filter(each -> after == null || order.compare(each.place(), after) > 0)
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }

    @Override
    public synchronized long size(BoardId board) {
        return places(board).size();
    }

    @Override
    public synchronized boolean remove(BoardId board, PlayerId player) {
        ModelBoard model = boards.get(board);
        return model != null && model.remove(player);
    }

    @Override
    public synchronized boolean freeze(BoardId board) {
        ModelBoard model = boards.get(board);
        if (model != null) {
            model.freeze();
        }
        return model != null;
    }

    @Override
    public synchronized void drop(BoardId board) {
        boards.remove(board);
    }
}
