package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentPlace;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings tournaments that are over to their end: writes the final standings, pays each winner once.
 *
 * <p>Standings are made from the recorded runs when no more of them can come: no score, no entry,
 * no disqualification, no approval. So whoever makes them, after whatever crash and whatever a
 * leaderboard has lost, gets the same. Pages of them are written one after the other, each by one
 * of those who try. A prize is a command of the player under an operation id made of the
 * tournament's, which is carried out once.
 *
 * <p>A tournament with flagged runs that nobody has looked at waits for that, but not longer than
 * {@link TournamentDefinition#REVIEW}.
 *
 * <p>Any number may run at once. Thread-safe; calls block on the storage.
 */
public final class PrizeRun {
    /**
     * How long it waits after the last moment whose scores count: the clocks of servers differ, and
     * scores are on their way.
     */
    public static final Duration MARGIN = Duration.ofSeconds(10);

    private static final long ALWAYS = Long.MAX_VALUE;

    private final GameEngine engine;
    private final PrizePayer payer;
    private final RecordedStandings standings;

    /** Pays players of {@code engine} one after the other, in the thread that calls. */
    public PrizeRun(GameEngine engine) {
        this(engine, TaskRunner.IN_TURN);
    }

    /**
     * Pays players of {@code engine}.
     *
     * @param runner carries out payments; it is given some hundreds at a time
     */
    public PrizeRun(GameEngine engine, TaskRunner runner) {
        this.engine = engine;
        payer = new PrizePayer(engine, runner);
        standings = new RecordedStandings(engine.storage());
    }

    /**
     * What one round came to.
     *
     * @param ranked how many tournaments got their final standings
     * @param done how many tournaments are paid now
     * @param paid how many prizes were paid or found paid
     * @param failure what the first tournament that failed threw; null when none did
     */
    public record Round(int ranked, int done, long paid, @Nullable RuntimeException failure) {
        /** Returns whether nothing was done. */
        public boolean isIdle() {
            return ranked == 0 && done == 0 && paid == 0;
        }

        /** Throws what the first tournament that failed threw, if one did. */
        public void orThrow() {
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** Counts what a round comes to. Not thread-safe. */
    private static final class Tally {
        int ranked;
        int done;
        long paid;
        @Nullable RuntimeException failure;

        Round round() {
            return new Round(ranked, done, paid, failure);
        }
    }

    /**
     * Takes every tournament that is over as far as it can go now. One that fails keeps no other
     * waiting.
     */
    public Round run() {
        Tally tally = new Tally();
        each(TournamentStage.PAYING, ALWAYS, tally);
        each(TournamentStage.RANKED, ALWAYS, tally);
        each(TournamentStage.PUBLISHED, closedUntil(), tally);
        return tally.round();
    }

    private void each(TournamentStage stage, long closedUntil, Tally tally) {
        TournamentPlace after = null;
        List<Tournament> page;
        do {
            page = tournaments().inStage(stage, closedUntil, after, Page.LIMIT_MAX);
            for (Tournament each : page) {
                try {
                    advance(each, tally);
                } catch (RuntimeException e) {
                    tally.failure = tally.failure == null ? e : tally.failure;
                }
                after = each.place();
            }
        } while (page.size() == Page.LIMIT_MAX);
    }

    /**
     * Takes one tournament as far as it can go now.
     *
     * @throws RuntimeException when it fails
     */
    public Round run(TournamentId tournament) {
        Tally tally = new Tally();
        tournaments().find(tournament).ifPresent(found -> advance(found, tally));
        return tally.round();
    }

    /** Goes on as long as steps change something. */
    private void advance(Tournament tournament, Tally tally) {
        Tournament now = tournament;
        boolean moved = true;
        while (moved) {
            switch (now.stage()) {
                case PUBLISHED -> close(now);
                case RANKED -> rank(now, tally);
                case PAYING -> pay(now, tally);
                case DRAFT, DONE, CANCELLED -> {
                    return;
                }
            }
            long seen = now.version();
            now = tournaments().find(now.id()).orElseThrow();
            moved = now.version() != seen;
        }
    }

    /** The latest close of a tournament that is over for every clock. */
    private long closedUntil() {
        return now() - TournamentDefinition.GRACE.toMillis() - MARGIN.toMillis();
    }

    /**
     * Nothing is decided about standings yet: they are made from what is recorded when no more of
     * it can come.
     */
    private void close(Tournament tournament) {
        long now = now();
        if (!tournament.isOver(now - MARGIN.toMillis())
                || (now - MARGIN.toMillis() <= tournament.definition().reviewedUntilMillis()
                        && standings.awaitReview(tournament))) {
            return;
        }
        // What players see stays as it is.
        leaderboards().freeze(tournament.definition().board());
        tournaments().move(tournament.id(), tournament.version(), TournamentStage.RANKED);
    }

    private void rank(Tournament tournament, Tally tally) {
        if (!runs().progress(tournament.id()).complete()) {
            write(tournament, standings.of(tournament));
        }
        if (tournaments().move(tournament.id(), tournament.version(), TournamentStage.PAYING)) {
            tally.ranked++;
        }
    }

    /** Goes on where others have come to: all write the same. */
    private void write(Tournament tournament, List<BoardPlace> places) {
        RankingProgress progress = runs().progress(tournament.id());
        while (!progress.complete()) {
            int written = Math.toIntExact(progress.written());
            if (written < places.size()) {
                int next = Math.min(places.size(), written + Page.LIMIT_MAX);
                runs().append(standings(tournament, written, places.subList(written, next)));
            } else {
                runs().complete(tournament.id(), written);
            }
            progress = runs().progress(tournament.id());
        }
    }

    static List<FinalStanding> standings(
            Tournament tournament, long afterRank, List<BoardPlace> places) {
        List<FinalStanding> standings = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            standings.add(
                    new FinalStanding(
                            tournament.id(),
                            tournament.definition().closesAtMillis(),
                            afterRank + 1 + i,
                            places.get(i),
                            null));
        }
        return standings;
    }

    private void pay(Tournament tournament, Tally tally) {
        tally.paid += payer.pay(tournament);
        if (tournaments().move(tournament.id(), tournament.version(), TournamentStage.DONE)) {
            tally.done++;
        }
    }

    private long now() {
        return engine.clock().millis();
    }

    private Tournaments tournaments() {
        return engine.storage().tournaments();
    }

    private Leaderboards leaderboards() {
        return engine.storage().leaderboards();
    }

    private PrizeRuns runs() {
        return engine.storage().prizeRuns();
    }
}
