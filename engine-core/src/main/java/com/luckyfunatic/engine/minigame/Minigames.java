package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs of minigames: a run is started by the server, gets one score, and a score that counts goes
 * to the boards.
 *
 * <p>The record of a score is the truth; boards follow it. Whoever is interrupted between the two
 * is made good for by a repeat of the score, or by {@link MinigameBoards#resend}. Thread-safe;
 * calls block on the storage.
 */
public final class Minigames {
    /**
     * How many of a player's runs can be open at once, or wait for somebody to look at them, of all
     * games together: nobody can fill the queue of those who look.
     */
    public static final int OPEN_RUNS_MAX = 5;

    private final GameEngine engine;
    private final MinigameBoards boards;
    private final TournamentRuns tournaments;
    private final RandomGenerator random;

    /**
     * Plays in {@code engine}.
     *
     * @param random what seeds and secrets of runs are drawn from: secure, thread-safe
     */
    public Minigames(GameEngine engine, TournamentRuns tournaments, RandomGenerator random) {
        this.engine = engine;
        this.tournaments = tournaments;
        this.random = random;
        boards = new MinigameBoards(engine.storage().leaderboards(), tournaments);
    }

    /**
     * Begins a run, at most one under {@code operationId}. One in a tournament ends with it, at the
     * latest: what it promises counts.
     *
     * @param tournament which tournament it is for; null for none
     * @throws StorageException when it is not known whether it began
     */
    public StartOutcome start(
            PlayerId player,
            OperationId operationId,
            MinigameId minigame,
            @Nullable TournamentId tournament) {
        MinigameDefinition game = engine.catalog().minigame(minigame);
        if (game == null) {
            return new StartOutcome.Refused(MinigameRefusal.UNKNOWN_MINIGAME);
        }
        Optional<MinigameRun> known = runs().find(player, operationId);
        if (known.isPresent()) {
            // Whatever has become of the tournament since.
            return new StartOutcome.Known(known.get());
        }
        long now = engine.clock().millis();
        long expires = now + game.maxDuration().toMillis();
        if (tournament != null) {
            TournamentRuns.Admission admission =
                    tournaments.admit(tournament, minigame, player, now);
            if (admission.refusal() != null) {
                return new StartOutcome.Refused(admission.refusal());
            }
            expires = Math.min(expires, admission.endsAtMillis());
        }
        MinigameRun run =
                new MinigameRun(
                        engine.ids().next(),
                        player,
                        operationId,
                        minigame,
                        tournament,
                        now,
                        expires,
                        random.nextLong(Amounts.MAX + 1),
                        random.nextLong(),
                        null);
        return runs().start(run, OPEN_RUNS_MAX);
    }

    /** Returns the run {@code id} if it is one of {@code player} at {@code minigame}. */
    public Optional<MinigameRun> find(PlayerId player, MinigameId minigame, long id) {
        return runs().find(id)
                .filter(run -> run.player().equals(player) && run.minigame().equals(minigame));
    }

    /**
     * Takes the score of a run, at most once. A repeat of the same score gets the first answer.
     *
     * @param score any number
     * @throws StorageException when it is not known whether it was recorded, or it was and has not
     *     come to the boards; the call may be repeated
     */
    public ScoreOutcome score(PlayerId player, MinigameId minigame, long id, long score) {
        MinigameDefinition game = engine.catalog().minigame(minigame);
        if (game == null) {
            return new ScoreOutcome.Refused(MinigameRefusal.UNKNOWN_MINIGAME);
        }
        MinigameRun run = runs().find(id).orElse(null);
        ScoreDecision decision =
                MinigameRules.score(
                        game, run, player, score, engine.clock().millis(), engine.ids().next());
        boolean repeated = true;
        if (decision instanceof ScoreDecision.Taken(RunScore taken)) {
            run = runs().score(id, taken).orElseThrow();
            repeated = !taken.equals(run.score());
            decision = MinigameRules.known(scoreOf(run), score);
        }
        if (decision instanceof ScoreDecision.Refused(MinigameRefusal reason)) {
            return new ScoreOutcome.Refused(reason);
        }
        MinigameRun recorded = Objects.requireNonNull(run);
        submit(game, recorded);
        return new ScoreOutcome.Recorded(recorded, repeated);
    }

    /**
     * Says what is to become of a flagged run; the first word counts. Approved, its score goes to
     * the boards.
     *
     * @return the run afterwards; empty when there is none
     */
    public Optional<MinigameRun> review(long id, RunReview review) {
        Optional<MinigameRun> run = runs().review(id, review, engine.ids().next());
        run.ifPresent(reviewed -> {
            MinigameDefinition game = engine.catalog().minigame(reviewed.minigame());
            if (game != null) {
                submit(game, reviewed);
            }
        });
        return run;
    }

    private void submit(MinigameDefinition game, MinigameRun run) {
        RunScore score = run.score();
        if (score != null && score.counts()) {
            boards.submit(BoardRuns.of(game, engine.storage()), run);
        }
    }

    private static RunScore scoreOf(MinigameRun run) {
        RunScore score = run.score();
        if (score == null) {
            throw new IllegalStateException("run " + run.id() + " was scored and has no score");
        }
        return score;
    }

    private MinigameRuns runs() {
        return engine.storage().minigameRuns();
    }
}
