package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.leaderboard.BoardPlace;
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
        RankingProgress progress = storage.prizeRuns().progress(tournament.id());
        List<BoardPlace> running =
                progress.complete() ? List.of() : new RecordedStandings(storage).of(tournament);
        long ranked = progress.complete() ? progress.written() : running.size();
        Payouts payouts =
                PrizeRules.payouts(tournament.definition().prizes(), collected(tournament), ranked);
        return new PrizeForecast(tournament, progress.complete(), running, ranked, payouts);
    }

    /** Nothing is in the pool that is given back. */
    private static long collected(Tournament tournament) {
        return tournament.stage() == TournamentStage.CANCELLED ? 0 : tournament.collected();
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
        Page.requireLimit(limit);
        long afterRank = after == null ? 0 : after.rank();
        Page<FinalStanding> page =
                forecast.isFinal()
                        ? storage.prizeRuns().page(forecast.tournament().id(), afterRank, limit)
                        : running(forecast, Math.toIntExact(afterRank), limit);
        return new Page<>(
                page.items().stream()
                        .map(each -> new ExpectedPrize(each, forecast.payouts().prize(each.rank())))
                        .toList(),
                page.hasMore());
    }

    private static Page<FinalStanding> running(PrizeForecast forecast, int afterRank, int limit) {
        List<BoardPlace> places = forecast.running();
        int end = Math.min(places.size(), afterRank + limit);
        return new Page<>(
                PrizeRun.standings(
                        forecast.tournament(), afterRank, places.subList(afterRank, end)),
                end < places.size());
    }
}
