package com.luckyfunatic.storage.embedded;

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
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.leaderboard.Ranking;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Leaderboards in two tables, and their order in memory. The writer decides. A score is as durable
 * as a soft change; a freeze, a removal and a drop are forced to disk.
 */
final class EmbeddedLeaderboards implements Leaderboards, Resources.Resource {
    private final Database database;
    private final GroupCommit writer;
    private final BoardRankings rankings = new BoardRankings();
    private volatile boolean closed;

    EmbeddedLeaderboards(Database database, GroupCommit writer) {
        this.database = database;
        this.writer = writer;
    }

    private <T> T decide(boolean forced, Decision<T> decision, Consumer<T> effect) {
        return new WorkWrite<>(
                        forced,
                        statements -> decision.make(new BoardRows(statements::prepare)),
                        effect)
                .runBy(writer);
    }

    /** Reads, decides and writes, inside a transaction. */
    @FunctionalInterface
    private interface Decision<T> {
        T make(BoardRows rows) throws SQLException;
    }

    @Override
    public Board open(BoardId board, BoardSettings settings) {
        return decide(
                false,
                rows -> {
                    Board known = rows.board(board);
                    if (known != null) {
                        return known;
                    }
                    Board opened = new Board(settings, false);
                    rows.save(board, opened);
                    return opened;
                },
                _ -> {});
    }

    @Override
    public Optional<Board> find(BoardId board) {
        return database.read(
                reader -> Optional.ofNullable(new BoardRows(reader::prepare).board(board)));
    }

    @Override
    public SubmissionOutcome submit(BoardId board, Submission submission) {
        return decide(
                false,
                rows -> {
                    SubmissionOutcome outcome =
                            LeaderboardRules.submit(
                                    rows.board(board),
                                    rows.entry(board, submission.player()),
                                    submission);
                    if (outcome instanceof SubmissionOutcome.Counted(BoardEntry entry)) {
                        rows.save(board, entry);
                    }
                    return outcome;
                },
                outcome -> {
                    if (outcome instanceof SubmissionOutcome.Counted(BoardEntry entry)) {
                        rankings.changed(board, entry);
                    }
                });
    }

    @Override
    public Optional<BoardEntry> entry(BoardId board, PlayerId player) {
        return database.read(
                reader -> Optional.ofNullable(new BoardRows(reader::prepare).entry(board, player)));
    }

    @Override
    public Optional<RankedPlace> rank(BoardId board, PlayerId player) {
        return ask(board, ranking -> ranking.rank(player)).flatMap(rank -> rank);
    }

    @Override
    public List<RankedPlace> around(BoardId board, PlayerId player, int limit) {
        Page.requireLimit(limit);
        return ask(board, ranking -> ranking.around(player, limit)).orElse(List.of());
    }

    @Override
    public Page<RankedPlace> page(BoardId board, @Nullable BoardPlace after, int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(
                ask(board, ranking -> ranking.after(after, limit + 1)).orElse(List.of()), limit);
    }

    @Override
    public long size(BoardId board) {
        return ask(board, Ranking::size).orElse(0);
    }

    /** Asks the order of {@code board}, loading it first when nobody has asked before. */
    private <T> Optional<T> ask(BoardId board, Function<Ranking, T> question) {
        if (closed) {
            throw new StorageUnavailableException("the store is closed");
        }
        BoardRankings.Loaded loaded = rankings.get(board);
        if (loaded == null && find(board).isPresent()) {
            loaded = load(board);
        }
        return Optional.ofNullable(loaded).map(each -> each.read(question));
    }

    /** Reads between two changes, so that none is missed; null when the board is gone. */
    private BoardRankings.@Nullable Loaded load(BoardId board) {
        decide(
                false,
                rows -> {
                    Board known = rows.board(board);
                    return known == null || rankings.get(board) != null
                            ? Optional.<BoardRankings.Loaded>empty()
                            : Optional.of(new BoardRankings.Loaded(known, rows.entries(board)));
                },
                made -> made.ifPresent(each -> rankings.loaded(board, each)));
        return rankings.get(board);
    }

    @Override
    public boolean remove(BoardId board, PlayerId player) {
        return decide(
                        true,
                        rows -> {
                            if (rows.board(board) == null) {
                                return new Removal(null, false);
                            }
                            BoardEntry before = rows.entry(board, player);
                            BoardEntry removed = LeaderboardRules.remove(player, before);
                            rows.save(board, removed);
                            return new Removal(removed, before != null && !before.removed());
                        },
                        removal -> {
                            if (removal.entry() != null) {
                                rankings.changed(board, removal.entry());
                            }
                        })
                .wasThere();
    }

    private record Removal(@Nullable BoardEntry entry, boolean wasThere) {}

    @Override
    public boolean freeze(BoardId board) {
        return decide(
                true,
                rows -> {
                    Board known = rows.board(board);
                    if (known != null && !known.frozen()) {
                        rows.save(board, new Board(known.settings(), true));
                    }
                    return known != null;
                },
                _ -> {});
    }

    @Override
    public void drop(BoardId board) {
        decide(
                true,
                rows -> {
                    rows.delete(board);
                    return true;
                },
                _ -> rankings.dropped(board));
    }

    /** Refuses from now on; what is in memory would still answer. */
    @Override
    public void close() {
        closed = true;
    }
}
