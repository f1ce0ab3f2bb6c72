package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.prize.PrizeForecast.Standings;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells who would get what, without writing anything: from the running board, and from the final
 * standings once these are written. Thread-safe; calls block on the storage.
 */
public final class PrizeForecasts {
    private final GameStorage storage;

    /** Tells what tournaments in {@code storage} would pay. */
    public PrizeForecasts(GameStorage storage) {
        this.storage = storage;
    }

    /** Returns what a tournament would pay in all; empty when there is none. */
    public Optional<PrizeForecast> of(TournamentId tournament) {
        return storage.tournaments().find(tournament).map(this::forecast);
    }

    private PrizeForecast forecast(Tournament tournament) {
        Standings standings = standings(tournament);
        long ranked =
                standings == Standings.FINAL
                        ? storage.prizeRuns().progress(tournament.id()).written()
                        : storage.leaderboards().size(board(tournament));
        Payouts payouts =
                PrizeRules.payouts(tournament.definition().prizes(), collected(tournament), ranked);
        return new PrizeForecast(tournament, standings, ranked, payouts);
    }

    /** Nothing is in the pool that is given back. */
    private static long collected(Tournament tournament) {
        return tournament.stage() == TournamentStage.CANCELLED ? 0 : tournament.collected();
    }

    private Standings standings(Tournament tournament) {
        if (storage.prizeRuns().progress(tournament.id()).complete()) {
            return Standings.FINAL;
        }
        boolean gone = storage.leaderboards().find(board(tournament)).isEmpty();
        return gone && tournament.entered() > 0 ? Standings.LOST : Standings.RUNNING;
    }

    private static BoardId board(Tournament tournament) {
        return tournament.definition().board();
    }

    /**
     * Returns who would get what, best first.
     *
     * @param forecast of this tournament
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    public Page<ExpectedPrize> page(
            PrizeForecast forecast, @Nullable FinalStanding after, int limit) {
        Page<FinalStanding> page =
                forecast.standings() == Standings.FINAL
                        ? storage.prizeRuns()
                                .page(
                                        forecast.tournament().id(),
                                        after == null ? 0 : after.rank(),
                                        limit)
                        : running(forecast.tournament(), after, limit);
        return new Page<>(
                page.items().stream()
                        .map(each -> new ExpectedPrize(each, forecast.payouts().prize(each.rank())))
                        .toList(),
                page.hasMore());
    }

    private Page<FinalStanding> running(
            Tournament tournament, @Nullable FinalStanding after, int limit) {
        Page<RankedPlace> places =
                storage.leaderboards()
                        .page(board(tournament), after == null ? null : after.place(), limit);
        List<FinalStanding> standings =
                PrizeRun.standings(tournament, after == null ? 0 : after.rank(), places.items());
        return new Page<>(standings, places.hasMore());
    }
}
