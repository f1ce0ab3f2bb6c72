package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentPlace;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings tournaments that are over to their end: freezes the board, writes the final standings,
 * pays each winner once.
 *
 * <p>Every step may be done again, by anyone, however old what was read for it is. The board is
 * frozen before the tournament is ranked; from then on no entry, no fee and no disqualification
 * comes any more, so that whoever computes the standings and prizes gets the same. Pages of
 * standings are written one after the other, each by one of those who try. A prize is a command of
 * the player under an operation id made of the tournament's, which is carried out once.
 *
 * <p>A board is a projection of the recorded runs and may be lost: before it is frozen all of them
 * are sent to it again, which counts what is missing and nothing twice. One that is gone, and of
 * which nothing is recorded, is never taken for one on which nobody stands: if players have
 * entered, the tournament stays as it is and {@link Round#lost} names it.
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
    private final ScoreRecord scores;

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
        scores = new ScoreRecord(engine.storage());
    }

    /**
     * What one round came to.
     *
     * @param ranked how many tournaments got their final standings
     * @param done how many tournaments are paid now
     * @param paid how many prizes were paid or found paid
     * @param lost tournaments whose board is gone; they wait for it
     */
    public record Round(int ranked, int done, long paid, List<TournamentId> lost) {
        /** Copies the list. */
        public Round {
            lost = List.copyOf(lost);
        }

        /** Returns whether nothing was done. */
        public boolean isIdle() {
            return ranked == 0 && done == 0 && paid == 0;
        }
    }

    /** Counts what a round comes to. Not thread-safe. */
    private static final class Tally {
        int ranked;
        int done;
        long paid;
        final List<TournamentId> lost = new ArrayList<>();
        @Nullable RuntimeException failure;

        Round round() {
            return new Round(ranked, done, paid, lost);
        }
    }

    /**
     * Takes every tournament that is over as far as it can go now. One that fails keeps no other
     * waiting.
     *
     * @throws RuntimeException what the first that failed threw, after the others had their turn
     */
    public Round run() {
        Tally tally = new Tally();
        each(TournamentStage.PAYING, ALWAYS, tally);
        each(TournamentStage.RANKED, ALWAYS, tally);
        each(TournamentStage.PUBLISHED, closedUntil(), tally);
        if (tally.failure != null) {
            throw tally.failure;
        }
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

    /** Takes one tournament as far as it can go now. */
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
                case PUBLISHED -> close(now, tally);
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

    /** First the board, then the stage: whoever sees the stage sees a board that stays. */
    private void close(Tournament tournament, Tally tally) {
        if (!tournament.isOver(now() - MARGIN.toMillis())) {
            return;
        }
        if (!isFixed(tournament)) {
            tally.lost.add(tournament.id());
            return;
        }
        tournaments().move(tournament.id(), tournament.version(), TournamentStage.RANKED);
    }

    /**
     * Brings the board up to what is recorded and freezes it; false when it is gone and nothing is
     * recorded, though players have entered.
     */
    private boolean isFixed(Tournament tournament) {
        boolean recorded = scores.resend(tournament);
        boolean frozen = leaderboards().freeze(tournament.definition().board());
        return frozen || recorded || !hasEntries(tournament);
    }

    private static boolean hasEntries(Tournament tournament) {
        return tournament.entered() > tournament.refunded();
    }

    private void rank(Tournament tournament, Tally tally) {
        if (!isRanked(tournament)) {
            tally.lost.add(tournament.id());
            return;
        }
        if (tournaments().move(tournament.id(), tournament.version(), TournamentStage.PAYING)) {
            tally.ranked++;
        }
    }

    /** Writes the final standings; false when the board is gone. */
    private boolean isRanked(Tournament tournament) {
        if (runs().progress(tournament.id()).complete()) {
            return true;
        }
        if (!isKept(tournament) && !isMadeAgain(tournament)) {
            return false;
        }
        dropDisqualified(tournament);
        return isCopied(tournament);
    }

    /**
     * Makes a board again that was lost after it was frozen: what is recorded comes in the same
     * order. Without a record there is nothing to make it from.
     */
    private boolean isMadeAgain(Tournament tournament) {
        return scores.resend(tournament) && leaderboards().freeze(tournament.definition().board());
    }

    /** Whoever disqualified them may have died before taking them off the board. */
    private void dropDisqualified(Tournament tournament) {
        BoardId board = tournament.definition().board();
        long after = 0;
        Page<TournamentEntry> page;
        do {
            page = tournaments().entries(tournament.id(), after, Page.LIMIT_MAX);
            for (TournamentEntry each : page.items()) {
                if (each.disqualification() != null) {
                    leaderboards().remove(board, each.player());
                }
                after = each.number();
            }
        } while (page.hasMore());
    }

    private boolean isCopied(Tournament tournament) {
        while (true) {
            RankingProgress progress = runs().progress(tournament.id());
            if (progress.complete()) {
                return true;
            }
            Page<RankedPlace> page = nextPlaces(tournament, progress.written());
            if (!page.items().isEmpty()) {
                // When another has written meanwhile, the next turn sees it.
                runs().append(standings(tournament, progress.written(), page.items()));
            } else if (!isKept(tournament)) {
                return false;
            } else {
                runs().complete(tournament.id(), progress.written());
            }
        }
    }

    /** Goes on behind the last standing that is written, wherever ranks are now. */
    private Page<RankedPlace> nextPlaces(Tournament tournament, long written) {
        BoardPlace last =
                written == 0
                        ? null
                        : runs().page(tournament.id(), written - 1, 1).items().getFirst().place();
        return leaderboards().page(tournament.definition().board(), last, Page.LIMIT_MAX);
    }

    static List<FinalStanding> standings(
            Tournament tournament, long afterRank, List<RankedPlace> places) {
        List<FinalStanding> standings = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            standings.add(
                    new FinalStanding(
                            tournament.id(),
                            tournament.definition().closesAtMillis(),
                            afterRank + 1 + i,
                            places.get(i).place(),
                            null));
        }
        return standings;
    }

    /**
     * Returns whether the board is still the one that was frozen. Without entries there need not be
     * one.
     */
    private boolean isKept(Tournament tournament) {
        Optional<Board> board = leaderboards().find(tournament.definition().board());
        return board.map(Board::frozen).orElse(!hasEntries(tournament));
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
