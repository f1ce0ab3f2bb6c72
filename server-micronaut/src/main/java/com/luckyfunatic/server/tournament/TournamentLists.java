package com.luckyfunatic.server.tournament;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentPhase;
import com.luckyfunatic.engine.tournament.TournamentPlace;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tournaments that are announced or were, by name and in pages. Thread-safe. */
@Singleton
public final class TournamentLists {
    private final GameEngine engine;
    private final TournamentCursors cursors;

    TournamentLists(GameEngine engine, TournamentCursors cursors) {
        this.engine = engine;
        this.cursors = cursors;
    }

    /**
     * A part of a list.
     *
     * @param tournaments those that close last first
     * @param nextCursor where the next page begins; null at the end
     */
    public record Part(List<Tournament> tournaments, @Nullable String nextCursor) {}

    /**
     * Returns the tournament of a name.
     *
     * @throws ProblemException when none of that name is announced or was
     */
    public Tournament announced(String id) {
        TournamentId name = Fields.id(id, TournamentId::new, ProblemCode.UNKNOWN_TOURNAMENT);
        return stored().find(name)
                .filter(each -> each.stage() != TournamentStage.DRAFT)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.UNKNOWN_TOURNAMENT,
                                "there is no tournament '" + name + "'"));
    }

    /**
     * Returns tournaments, those that close last first.
     *
     * @param minigame of which game; null for all
     * @param nowMillis as of when, epoch milliseconds
     * @param cursor as it came; null for the first page
     * @param limit as it came; null for the usual length
     */
    public TournamentsPage page(
            @Nullable MinigameId minigame,
            long nowMillis,
            @Nullable String cursor,
            @Nullable String limit) {
        Part part =
                part(stored().page(minigame, null, cursors.place(cursor), PageLimit.parse(limit)));
        return new TournamentsPage(
                part.tournaments().stream()
                        .map(each -> TournamentView.of(each, nowMillis))
                        .toList(),
                part.nextCursor(),
                Instant.ofEpochMilli(nowMillis));
    }

    /**
     * Returns tournaments of one status or of all.
     *
     * @param status what they are at {@code nowMillis}, by its word; null for whatever they are
     * @param nowMillis as of when, epoch milliseconds
     * @param cursor as it came; null for the first page
     * @param limit as it came; null for the usual length
     * @throws ProblemException when the status, the cursor or the limit is not usable
     */
    public Part at(
            @Nullable String status,
            long nowMillis,
            @Nullable String cursor,
            @Nullable String limit) {
        TournamentPhase phase = status == null ? null : phase(status);
        TournamentPlace after = cursors.place(cursor);
        int size = PageLimit.parse(limit);
        return part(
                phase == null
                        ? stored().page(null, null, after, size)
                        : in(phase, nowMillis, after, size));
    }

    /**
     * Those that are only told apart by the clock are picked from all that are published. These are
     * few: what is over is ranked within minutes, unless something keeps it from that.
     */
    private Page<Tournament> in(
            TournamentPhase phase, long nowMillis, @Nullable TournamentPlace after, int size) {
        List<Tournament> found = new ArrayList<>();
        TournamentPlace from = after;
        Page<Tournament> read;
        do {
            read = stored().page(null, phase.stage(), from, Page.LIMIT_MAX);
            read.items().stream()
                    .filter(each -> each.phase(nowMillis) == phase)
                    .limit(size + 1L - found.size())
                    .forEach(found::add);
            from = read.hasMore() ? read.items().getLast().place() : null;
        } while (from != null && found.size() <= size);
        return Page.ofOneMore(found, size);
    }

    private static TournamentPhase phase(String status) {
        return Arrays.stream(TournamentPhase.values())
                .filter(each -> each != TournamentPhase.DRAFT)
                .filter(each -> each.code().equals(status))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalidField(
                                "status",
                                "must be one of "
                                        + Arrays.stream(TournamentPhase.values())
                                                .filter(each -> each != TournamentPhase.DRAFT)
                                                .map(TournamentPhase::code)
                                                .collect(Collectors.joining(", "))));
    }

    private Part part(Page<Tournament> page) {
        return new Part(
                page.items(),
                page.hasMore() ? cursors.encode(page.items().getLast().place()) : null);
    }

    private Tournaments stored() {
        return engine.storage().tournaments();
    }
}
