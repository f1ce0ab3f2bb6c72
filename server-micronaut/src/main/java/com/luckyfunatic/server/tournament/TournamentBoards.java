package com.luckyfunatic.server.tournament;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.server.operation.PlayerReads;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows who stands where in tournaments: the leaderboard while one goes on, and the final standings
 * when there are any, whatever has become of the leaderboard. Thread-safe; calls block on the
 * storage.
 */
@Singleton
final class TournamentBoards {
    private final GameEngine engine;
    private final TournamentCursors cursors;

    TournamentBoards(GameEngine engine, TournamentCursors cursors) {
        this.engine = engine;
        this.cursors = cursors;
    }

    LeaderboardPage page(
            Tournament tournament, PlayerReads.Snapshot seen, @Nullable String cursor, int limit) {
        BoardPlace after = cursors.boardPlace(tournament.id(), cursor);
        if (hasStandings(tournament)) {
            return standings(tournament, seen, rank(tournament.id(), after), limit);
        }
        Page<RankedPlace> page = boards().page(tournament.definition().board(), after, limit);
        return running(
                tournament,
                seen,
                page.items(),
                page.hasMore()
                        ? cursors.encode(tournament.id(), page.items().getLast().place())
                        : null);
    }

    LeaderboardPage around(Tournament tournament, PlayerReads.Snapshot seen, int limit) {
        PlayerId me = seen.state().id();
        if (!hasStandings(tournament)) {
            return running(
                    tournament,
                    seen,
                    boards().around(tournament.definition().board(), me, limit),
                    null);
        }
        FinalStanding mine = prizes().standing(tournament.id(), me).orElse(null);
        if (mine == null) {
            return shown(seen, List.of(), null, written(tournament.id()), null);
        }
        // As on a leaderboard: near an end, more are of the other side.
        long first =
                Math.clamp(
                        mine.rank() - limit / 2,
                        1,
                        Math.max(1, written(tournament.id()) - limit + 1));
        List<FinalStanding> around = prizes().page(tournament.id(), first - 1, limit).items();
        return shown(
                seen,
                around.stream().map(each -> show(each, me)).toList(),
                show(mine, me),
                written(tournament.id()),
                null);
    }

    private static boolean hasStandings(Tournament tournament) {
        return switch (tournament.stage()) {
            case PAYING, DONE -> true;
            case DRAFT, PUBLISHED, RANKED, CANCELLED -> false;
        };
    }

    private LeaderboardPage running(
            Tournament tournament,
            PlayerReads.Snapshot seen,
            List<RankedPlace> places,
            @Nullable String nextCursor) {
        PlayerId me = seen.state().id();
        BoardId board = tournament.definition().board();
        return shown(
                seen,
                places.stream().map(each -> show(each, me)).toList(),
                boards().rank(board, me).map(each -> show(each, me)).orElse(null),
                boards().size(board),
                nextCursor);
    }

    private LeaderboardPage standings(
            Tournament tournament, PlayerReads.Snapshot seen, long afterRank, int limit) {
        PlayerId me = seen.state().id();
        TournamentId id = tournament.id();
        Page<FinalStanding> page = prizes().page(id, afterRank, limit);
        return shown(
                seen,
                page.items().stream().map(each -> show(each, me)).toList(),
                prizes().standing(id, me).map(each -> show(each, me)).orElse(null),
                written(id),
                page.hasMore() ? cursors.encode(id, page.items().getLast().place()) : null);
    }

    private static LeaderboardPage shown(
            PlayerReads.Snapshot seen,
            List<PlaceView> places,
            @Nullable PlaceView mine,
            long players,
            @Nullable String nextCursor) {
        return new LeaderboardPage(
                places,
                mine,
                players,
                nextCursor,
                Instant.ofEpochMilli(seen.context().nowMillis()));
    }

    private PlaceView show(RankedPlace ranked, PlayerId me) {
        return PlaceView.of(ranked, firstName(ranked.place().player()), me);
    }

    private PlaceView show(FinalStanding standing, PlayerId me) {
        return PlaceView.of(standing, firstName(standing.place().player()), me);
    }

    private String firstName(PlayerId player) {
        return engine.storage()
                .directory()
                .profile(player)
                .map(profile -> profile.account().firstName())
                .orElse("");
    }

    /** Where a page goes on: of who has no place any more nobody can tell, and it begins anew. */
    private long rank(TournamentId tournament, @Nullable BoardPlace after) {
        return after == null
                ? 0
                : prizes().standing(tournament, after.player()).map(FinalStanding::rank).orElse(0L);
    }

    private long written(TournamentId tournament) {
        return prizes().progress(tournament).written();
    }

    private Leaderboards boards() {
        return engine.storage().leaderboards();
    }

    private PrizeRuns prizes() {
        return engine.storage().prizeRuns();
    }
}
