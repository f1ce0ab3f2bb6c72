package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Leaderboards that do one thing wrong. */
final class BoardFaults {
    private BoardFaults() {}

    /** Hands everything on to right ones. */
    abstract static class BrokenBoards extends BrokenStorage implements Leaderboards {
        BrokenBoards(PlainStorage right) {
            super(right);
        }

        final Leaderboards boards() {
            return right.leaderboards();
        }

        @Override
        public final Leaderboards leaderboards() {
            return this;
        }

        @Override
        public Board open(BoardId board, BoardSettings settings) {
            return boards().open(board, settings);
        }

        @Override
        public Optional<Board> find(BoardId board) {
            return boards().find(board);
        }

        @Override
        public SubmissionOutcome submit(BoardId board, Submission submission) {
            return boards().submit(board, submission);
        }

        @Override
        public Optional<BoardEntry> entry(BoardId board, PlayerId player) {
            return boards().entry(board, player);
        }

        @Override
        public Optional<RankedPlace> rank(BoardId board, PlayerId player) {
            return boards().rank(board, player);
        }

        @Override
        public List<RankedPlace> around(BoardId board, PlayerId player, int limit) {
            return boards().around(board, player, limit);
        }

        @Override
        public Page<RankedPlace> page(BoardId board, @Nullable BoardPlace after, int limit) {
            return boards().page(board, after, limit);
        }

        @Override
        public long size(BoardId board) {
            return boards().size(board);
        }

        @Override
        public boolean remove(BoardId board, PlayerId player) {
            return boards().remove(board, player);
        }

        @Override
        public boolean freeze(BoardId board) {
            return boards().freeze(board);
        }

        @Override
        public void drop(BoardId board) {
            boards().drop(board);
        }
    }

    /** Every submission is a run of its own. */
    static final class CountsARunAgain extends BrokenBoards {
        private final AtomicLong runs = new AtomicLong(1L << 62);

        CountsARunAgain(PlainStorage right) {
            super(right);
        }

        @Override
        public SubmissionOutcome submit(BoardId board, Submission sent) {
            return boards().submit(
                            board,
                            new Submission(
                                    sent.player(),
                                    runs.incrementAndGet(),
                                    sent.score(),
                                    sent.atMillis()));
        }
    }

    /** All scores are reached at once, so that ties go by the player. */
    static final class IgnoresTheMoment extends BrokenBoards {
        IgnoresTheMoment(PlainStorage right) {
            super(right);
        }

        @Override
        public SubmissionOutcome submit(BoardId board, Submission sent) {
            return boards().submit(
                            board, new Submission(sent.player(), sent.run(), sent.score(), 0));
        }
    }

    static final class NeverFreezes extends BrokenBoards {
        NeverFreezes(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean freeze(BoardId board) {
            return boards().find(board).isPresent();
        }
    }

    /** A cursor is the present place of its player. */
    static final class FollowsTheCursorsPlayer extends BrokenBoards {
        FollowsTheCursorsPlayer(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<RankedPlace> page(BoardId board, @Nullable BoardPlace after, int limit) {
            BoardPlace present =
                    after == null
                            ? null
                            : boards().rank(board, after.player())
                                    .map(RankedPlace::place)
                                    .orElse(after);
            return boards().page(board, present, limit);
        }
    }

    /** Scores are kept as a float would. */
    static final class KeepsTwentyFourBits extends BrokenBoards {
        KeepsTwentyFourBits(PlainStorage right) {
            super(right);
        }

        @Override
        public SubmissionOutcome submit(BoardId board, Submission sent) {
            long score = sent.score() > 1 << 24 ? sent.score() & -(1L << 29) : sent.score();
            return boards().submit(
                            board,
                            new Submission(sent.player(), sent.run(), score, sent.atMillis()));
        }
    }

    static final class TakesTheRemovedBack extends BrokenBoards {
        TakesTheRemovedBack(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean remove(BoardId board, PlayerId player) {
            return boards().rank(board, player).isPresent();
        }
    }

    /** Near an end, fewer are shown. */
    static final class CutsWhoIsAround extends BrokenBoards {
        CutsWhoIsAround(PlainStorage right) {
            super(right);
        }

        @Override
        public List<RankedPlace> around(BoardId board, PlayerId player, int limit) {
            long own = boards().rank(board, player).map(RankedPlace::rank).orElse(0L);
            return boards().around(board, player, limit).stream()
                    .filter(each -> each.rank() < own - limit / 2 + limit)
                    .toList();
        }
    }
}
