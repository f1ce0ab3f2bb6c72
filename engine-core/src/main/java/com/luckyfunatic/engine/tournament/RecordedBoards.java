package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.balloon.BalloonRuns;
import com.luckyfunatic.engine.minigame.BoardRuns;
import com.luckyfunatic.engine.minigame.MinigameDefinition;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The leaderboards that recorded runs make: those of minigames, and those of tournaments. Pure but
 * for reading. Thread-safe; calls block on the storage.
 */
public final class RecordedBoards {
    private RecordedBoards() {}

    /** Returns the own boards of every minigame, and of the game of balloons. */
    public static List<BoardRuns> ofGames(GameEngine engine) {
        List<BoardRuns> boards = new ArrayList<>();
        for (MinigameDefinition game : engine.catalog().minigames()) {
            boards.add(BoardRuns.of(game, engine.storage()));
        }
        if (engine.catalog().balloon().isOffered()) {
            boards.add(BalloonRuns.board(engine.storage()));
        }
        return boards;
    }

    /** Returns those that scores can come to now: of every game, and of open tournaments. */
    public static List<BoardRuns> live(GameEngine engine) {
        List<BoardRuns> boards = ofGames(engine);
        TournamentPlace after = null;
        List<Tournament> page;
        do {
            page =
                    engine.storage()
                            .tournaments()
                            .inStage(
                                    TournamentStage.PUBLISHED,
                                    Long.MAX_VALUE,
                                    after,
                                    Page.LIMIT_MAX);
            for (Tournament each : page) {
                after = each.place();
                if (each.definition().opensAtMillis() <= engine.clock().millis()) {
                    boards.add(of(each, engine.storage()));
                }
            }
        } while (page.size() == Page.LIMIT_MAX);
        return boards;
    }

    /** Returns the runs of a tournament that count in it; those of disqualified players do not. */
    public static BoardRuns of(Tournament tournament, GameStorage storage) {
        TournamentDefinition definition = tournament.definition();
        Set<PlayerId> out = disqualified(tournament, storage);
        return new BoardRuns(
                definition.board(),
                definition.boardSettings(),
                after -> storage.minigameRuns().counted(tournament.id(), after, Page.LIMIT_MAX),
                run -> isInTime(definition, run) && !out.contains(run.player()));
    }

    /** As scores are taken while it goes on, and approved before prizes are paid. */
    public static boolean isInTime(TournamentDefinition definition, MinigameRun run) {
        RunScore score = run.score();
        if (score == null) {
            return false;
        }
        return run.startedAtMillis() >= definition.opensAtMillis()
                && run.startedAtMillis() < definition.closesAtMillis()
                && score.atMillis() <= definition.endsAtMillis()
                && isReviewedInTime(definition, score.review());
    }

    private static boolean isReviewedInTime(
            TournamentDefinition definition, @Nullable RunReview review) {
        return review == null || review.atMillis() <= definition.reviewedUntilMillis();
    }

    private static Set<PlayerId> disqualified(Tournament tournament, GameStorage storage) {
        Set<PlayerId> out = new HashSet<>();
        long after = 0;
        Page<TournamentEntry> page;
        do {
            page = storage.tournaments().entries(tournament.id(), after, Page.LIMIT_MAX);
            for (TournamentEntry each : page.items()) {
                if (each.disqualification() != null) {
                    out.add(each.player());
                }
                after = each.number();
            }
        } while (page.hasMore());
        return out;
    }
}
