package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.LeaderboardRefusal;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.redis.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leaderboards as one sorted set and one hash each, which share the hash tag of a partition; {@link
 * BoardText} says what is in them. Thread-safe.
 */
final class RedisLeaderboards implements Leaderboards {
    private static final String SETTINGS = "board";
    private static final String ACCEPTED = "accepted";

    /** In front of the places: that it was accepted, the settings, the rank. */
    private static final int BEFORE_PLACES = 3;

    private static final String UNKNOWN_BOARD = LeaderboardRefusal.UNKNOWN_BOARD.code();

    private final RedisNodes nodes;
    private final ScriptRunner runner;
    private final Scripts scripts;
    private final Partitions partitions;
    private final Keys keys;

    RedisLeaderboards(
            RedisNodes nodes,
            ScriptRunner runner,
            Scripts scripts,
            Partitions partitions,
            Keys keys) {
        this.nodes = nodes;
        this.runner = runner;
        this.scripts = scripts;
        this.partitions = partitions;
        this.keys = keys;
    }

    private String ranking(BoardId board) {
        return keys.ranking(partitions.of(board), board);
    }

    private String entries(BoardId board) {
        return keys.entries(partitions.of(board), board);
    }

    /** Runs a script on both keys of {@code board}. */
    private List<String> run(Script script, BoardId board, String... arguments) {
        return runner.run(script, new String[] {ranking(board), entries(board)}, arguments);
    }

    @Override
    public Board open(BoardId board, BoardSettings settings) {
        List<String> reply =
                runner.run(
                        scripts.openBoard,
                        new String[] {entries(board)},
                        BoardText.write(new Board(settings, false)));
        return BoardText.readBoard(reply.get(1));
    }

    @Override
    public Optional<Board> find(BoardId board) {
        return Optional.ofNullable(nodes.ask(redis -> redis.hget(entries(board), SETTINGS)))
                .map(BoardText::readBoard);
    }

    @Override
    public SubmissionOutcome submit(BoardId board, Submission submission) {
        List<String> reply =
                run(
                        scripts.updateTournamentScore,
                        board,
                        submission.player().toString(),
                        Long.toString(submission.run()),
                        Long.toString(submission.score()),
                        Long.toString(submission.atMillis()));
        if (reply.getFirst().equals(ACCEPTED)) {
            BoardEntry entry = BoardText.readEntry(submission.player(), reply.get(2));
            return reply.get(1).equals("1")
                    ? new SubmissionOutcome.Repeated(entry)
                    : new SubmissionOutcome.Counted(entry);
        }
        return new SubmissionOutcome.Refused(refusal(board, reply.getFirst()));
    }

    private static LeaderboardRefusal refusal(BoardId board, String code) {
        return Stream.of(LeaderboardRefusal.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unusable(board, code));
    }

    private static RuntimeException unusable(BoardId board, String code) {
        return code.equals("corrupt")
                ? new StorageCorruptException("the board " + board + " cannot be understood")
                : new IllegalStateException("a script answered " + code);
    }

    @Override
    public Optional<BoardEntry> entry(BoardId board, PlayerId player) {
        return Optional.ofNullable(
                        nodes.ask(redis -> redis.hget(entries(board), player.toString())))
                .map(text -> BoardText.readEntry(player, text));
    }

    @Override
    public Optional<RankedPlace> rank(BoardId board, PlayerId player) {
        List<String> reply = run(scripts.getRank, board, player.toString());
        return switch (reply.getFirst()) {
            case ACCEPTED -> {
                Scoring scoring = BoardText.readBoard(reply.get(1)).settings().scoring();
                BoardPlace place = BoardText.readEntry(player, reply.get(2)).place(scoring);
                yield Optional.of(new RankedPlace(Long.parseLong(reply.get(3)) + 1, place));
            }
            case "absent" -> Optional.empty();
            default -> throw unusable(board, reply.getFirst());
        };
    }

    @Override
    public List<RankedPlace> around(BoardId board, PlayerId player, int limit) {
        Page.requireLimit(limit);
        return places(
                board,
                run(scripts.getScoresAround, board, player.toString(), Integer.toString(limit)));
    }

    @Override
    public Page<RankedPlace> page(BoardId board, @Nullable BoardPlace after, int limit) {
        Page.requireLimit(limit);
        List<String> reply =
                run(
                        scripts.getScoresAfter,
                        board,
                        after == null ? "" : Long.toString(after.score().whole()),
                        after == null ? "" : BoardText.decimals(after.score().fraction()),
                        after == null ? "" : BoardText.momentAndPlayer(after),
                        Integer.toString(limit + 1));
        return Page.ofOneMore(places(board, reply), limit);
    }

    private static List<RankedPlace> places(BoardId board, List<String> reply) {
        switch (reply.getFirst()) {
            case ACCEPTED -> {}
            case "absent", "unknown_board" -> {
                return List.of();
            }
            default -> throw unusable(board, reply.getFirst());
        }
        Scoring scoring = BoardText.readBoard(reply.get(1)).settings().scoring();
        long rank = Long.parseLong(reply.get(2));
        List<RankedPlace> places = new ArrayList<>();
        for (int i = BEFORE_PLACES; i < reply.size(); i += 2) {
            BoardPlace place = BoardText.readPlace(reply.get(i), reply.get(i + 1), scoring);
            places.add(new RankedPlace(++rank, place));
        }
        return places;
    }

    @Override
    public long size(BoardId board) {
        return nodes.ask(redis -> redis.zcard(ranking(board)));
    }

    @Override
    public boolean remove(BoardId board, PlayerId player) {
        List<String> reply = run(scripts.removeScore, board, player.toString());
        if (reply.getFirst().equals(UNKNOWN_BOARD)) {
            return false;
        }
        if (!reply.getFirst().equals(ACCEPTED)) {
            throw unusable(board, reply.getFirst());
        }
        return reply.get(1).equals("1");
    }

    @Override
    public boolean freeze(BoardId board) {
        return runner.run(scripts.freezeBoard, new String[] {entries(board)})
                .getFirst()
                .equals(ACCEPTED);
    }

    /** Redis frees what is large in the background. */
    @Override
    public void drop(BoardId board) {
        nodes.ask(redis -> redis.unlink(ranking(board), entries(board)));
    }
}
